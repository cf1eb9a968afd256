"""The key by which reasons and papers are kept sealed."""

from pydantic import field_validator

from bot.config.sections import Secret, Section
from bot.storage.key_file import HOW, read_key


class PrivacySection(Section):
    """`secret`: keys of 32 bytes in base64, one a line. The first one seals, all open: a new key goes before the old.

    Without it one is made and kept beside a SQLite database.
    """

    secret: Secret | None = None

    @field_validator("secret")
    @classmethod
    def _of_32_bytes(cls, secret: Secret | None) -> Secret | None:
        try:
            _keys(secret)
        except ValueError:
            raise ValueError(f"要是 32 字节的 base64，一行一个。{HOW}") from None
        return secret

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
