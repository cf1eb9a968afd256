"""Where messages are kept while PostgreSQL is away."""

from pathlib import Path

from pydantic import Field, field_validator

from bot.config.sections import Section


class SpoolSection(Section):
    """`file`: on a local disk, one for all processes of a machine; None: there is no second place.

    `patience`: seconds after which a commit counts as failed. `megabytes`: beyond these nothing more is acknowledged.
    """

    file: Path | None = Path("qunwu-spool.sqlite3")
    patience: float = Field(default=0.5, ge=0.1, le=3.0)
    megabytes: int = Field(default=200, ge=1, le=100_000)

    @field_validator("file", mode="before")
    @classmethod
    def _none_by_an_empty_one(cls, file: object) -> object:
        """`file = ""`: TOML has no null."""
        return file or None
