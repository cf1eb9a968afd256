"""What the configuration says of content checks: the company's own words, the archive's folder."""

from datetime import date
from pathlib import Path
from typing import Self

from pydantic import Field, field_validator, model_validator

from bot.config.sections import Section, meaning_of
from bot.domain.moderation.content.rules import ContentRules
from bot.domain.moderation.content.words import read_lines, read_toml


class ContentSection(Section):
    """`words`: files, read again whenever one changes (`qunwu words check` looks one over). Where links lead is what
    [notices] hosts says. `archive`: a folder; empty, the bot sees only what is said to it. `archive_since`: when the
    impact was assessed and everybody told. `rooms`: a roomid of the archive = the number or name of its group."""

    on: bool = True
    words: list[str] = Field(default_factory=list)
    archive: str = ""
    archive_since: date | None = None
    rooms: dict[str, str] = Field(default_factory=dict)

    @field_validator("words")
    @classmethod
    def _readable(cls, files: list[str]) -> list[str]:
        for file in files:
            meaning_of(Path(file), read_toml if file.endswith(".toml") else read_lines)
        return files

    @model_validator(mode="after")
    def _told(self) -> Self:
        if self.archive and self.archive_since is None:
            raise ValueError(
                "开了 archive 要写 archive_since：个人信息保护影响评估做完、员工都已告知的日期，更早的内容不看"
            )
        return self

    def rules(self) -> ContentRules:
        archive = Path(self.archive) if self.archive else None
        return ContentRules(self.on, tuple(map(Path, self.words)), archive, self.archive_since, dict(self.rooms))
