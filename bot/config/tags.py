"""What the configuration says of tags: whether WeCom's are written, and who bears one by rule."""

from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from bot.config.sections import Section
from bot.domain.accounts.newcomer import Employment
from bot.domain.accounts.works import Write
from bot.domain.finding.folding import fold
from bot.domain.notices.reader_kinds import ReaderKind
from bot.domain.tags.rules import ShiftKind, TagRule, TagRules
from bot.domain.tags.tag import why_no_tag

MOST = 100


def _a_name(name: str) -> str:
    if why := why_no_tag(name):
        raise ValueError(why)
    return name


def _inside(kinds: list[ReaderKind]) -> list[ReaderKind]:
    if ReaderKind.OUTSIDE in kinds:
        raise ValueError("readers 写 直接用户 或 配套用户；外部的人不在通讯录里，打不了标签")
    return kinds


class TagRuleSection(Section):
    """Whoever all of it applies to; of one key, any value. `titles` are patterns of the position, `*` stands for any
    characters. `groups`: whoever is in one, so that a site is the group of it."""

    name: Annotated[str, AfterValidator(_a_name)]
    departments: list[str] = Field(default_factory=list)
    titles: list[str] = Field(default_factory=list)
    groups: list[str] = Field(default_factory=list)
    shifts: list[ShiftKind] = Field(default_factory=list)
    licences: list[str] = Field(default_factory=list)
    employment: list[Employment] = Field(default_factory=list)
    readers: Annotated[list[ReaderKind], AfterValidator(_inside)] = Field(default_factory=list)

    @model_validator(mode="after")
    def _says_who(self) -> "TagRuleSection":
        if not any(getattr(self, key) for key in type(self).model_fields if key != "name"):
            raise ValueError(
                f"标签「{self.name}」没有写给谁：部门 departments、职务 titles、群 groups、证书 licences 等至少写一项"
            )
        return self

    def rule(self) -> TagRule:
        lists = {key: tuple(getattr(self, key)) for key in type(self).model_fields if key != "name"}
        return TagRule(self.name, **lists)


class TagsSection(Section):
    """`write`: off, dry_run or on. `ask_share`: percent of a tag's members whose loss of it is asked about first."""

    write: Write = Write.OFF
    ask_share: int = Field(default=30, ge=0, le=100)
    rules: list[TagRuleSection] = Field(default_factory=list, max_length=MOST)

    @model_validator(mode="after")
    def _each_once(self) -> "TagsSection":
        names = [fold(each.name) for each in self.rules]
        if twice := [each.name for each in self.rules if names.count(fold(each.name)) > 1]:
            raise ValueError(f"有两条规则都叫「{twice[0]}」，请合成一条")
        return self

    def terms(self) -> TagRules:
        return TagRules(self.write, self.ask_share, tuple(each.rule() for each in self.rules))
