"""The key by which reasons and papers are kept sealed, and how long they and all records of leave are."""

from datetime import timedelta

from pydantic import Field, field_validator

from bot.config.sections import Secret, Section
from bot.domain.retention import Retention
from bot.storage.key_file import HOW, read_key


class PrivacySection(Section):
    """`secret`: keys of 32 bytes in base64, one a line. The first one seals, all open: a new key goes before the old.

    Without it one is made and kept, beside a SQLite database or in a PostgreSQL. For the others see Retention.
    """

    secret: Secret | None = None
    unused_papers_days: int = Field(default=30, ge=1)
    records_years: int = Field(default=2, ge=2, le=20)

    @field_validator("secret")
    @classmethod
    def _of_32_bytes(cls, secret: Secret | None) -> Secret | None:
        try:
            _keys(secret)
        except ValueError:
            raise ValueError(f"要是 32 字节的 base64，一行一个。{HOW}") from None
        return secret

    def retention(self) -> Retention:
        return Retention(timedelta(days=self.unused_papers_days), self.records_years)

    @property
    def keys(self) -> tuple[bytes, ...]:
        return _keys(self.secret)


def _keys(secret: Secret | None) -> tuple[bytes, ...]:
    """Raises ValueError, for none at all too."""
    if secret is None:
        return ()
    if keys := tuple(map(read_key, secret.get_secret_value().split())):
        return keys
    raise ValueError("no key")
