"""[desk]: whose which questions are, how soon they are answered, and where the company's own texts lie."""

from datetime import timedelta
from pathlib import Path

from pydantic import Field, field_validator

from bot.config.sections import Section
from bot.domain.desk.knowledge.reading import shipped
from bot.domain.desk.rules import DeskRules
from bot.domain.desk.topics import REST, Topic, with_own
from bot.domain.desk.topics import shipped as shipped_topics
from bot.domain.rights import Role
from bot.domain.width import narrow
from bot.identifiers import user_id

LONGEST_NAME = 10  # characters: they fit a button


class TopicSection(Section):
    """`to`: roles, or accounts, whom questions of this topic go to; `words`: by which it is told, too."""

    to: list[str] = Field(default_factory=list)
    words: list[str] = Field(default_factory=list)
    private: bool = False

    @field_validator("to", "words")
    @classmethod
    def _not_empty(cls, values: list[str]) -> list[str]:
        if any(not each.strip() for each in values):
            raise ValueError("有一项是空的，删掉它")
        return values

    def topic(self, name: str) -> Topic:
        roles = {role.value for role in Role}
        return Topic(
            name,
            REST,
            words=tuple(narrow(each).casefold().strip() for each in self.words),
            roles=tuple(Role(each) for each in self.to if each in roles),
            people=tuple(user_id(each) for each in self.to if each not in roles),
            private=self.private,
        )


class DeskSection(Section):
    """`folder`: Markdown files, read again whenever one changes; `texts`: which of those that come along are in use.
    Minutes are of work; days are working days, but `keep_days`."""

    folder: str = ""
    texts: list[str] | None = None
    take_minutes: int = Field(default=60, ge=5, le=4800)
    answer_minutes: int = Field(default=480, ge=10, le=9600)
    nudge_minutes: int = Field(default=30, ge=0, le=4800)
    complaint_days: int = Field(default=5, ge=1, le=60)
    add_days: int = Field(default=5, ge=1, le=60)
    settle_days: int = Field(default=3, ge=1, le=30)
    keep_days: int = Field(default=180, ge=1, le=3650)
    most_a_day: int = Field(default=30, ge=5, le=500)
    topics: dict[str, TopicSection] = Field(default_factory=dict)

    @field_validator("folder")
    @classmethod
    def _a_folder(cls, folder: str) -> str:
        if folder and not Path(folder).is_dir():
            raise ValueError(f"没有 {folder} 这个目录，先建好它，里面放 .md 文件")
        return folder

    @field_validator("texts")
    @classmethod
    def _known(cls, texts: list[str] | None) -> list[str] | None:
        known = dict.fromkeys(each.source.id for each in shipped())
        if unknown := [each for each in texts or () if each not in known]:
            raise ValueError(f"texts 写了 {unknown[0]}，没有这份，可以写 {'、'.join(known)}")
        return texts

    @field_validator("topics")
    @classmethod
    def _short(cls, topics: dict[str, TopicSection]) -> dict[str, TopicSection]:
        known = {each.name for each in shipped_topics()}
        for name, section in topics.items():
            if not 0 < len(name.strip()) <= LONGEST_NAME:
                raise ValueError(f"「{name}」要写 1 到 {LONGEST_NAME} 个字")
            if name not in known and not (section.to and section.words):
                raise ValueError(f"「{name}」是新的一类，to（转给谁）和 words（哪些词算这一类）都要写")
        return topics

    def rules(self) -> DeskRules:
        return DeskRules(
            topics=with_own(shipped_topics(), {name: each.topic(name) for name, each in self.topics.items()}),
            take=self.take_minutes,
            answer=self.answer_minutes,
            nudge=self.nudge_minutes,
            complaint_days=self.complaint_days,
            add_days=self.add_days,
            settle_days=self.settle_days,
            keep=timedelta(days=self.keep_days),
            most_a_day=self.most_a_day,
            folder=Path(self.folder) if self.folder else None,
            texts=tuple(self.texts) if self.texts is not None else None,
        )
