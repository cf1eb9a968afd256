"""What the configuration says of the rules of groups: the text that people are asked to agree to."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from bot.config.sections import Section, text_of
from bot.domain.groups.rules import DEEMED_AFTER, USUAL, RuleTexts
from bot.identifiers import GroupId

LONGEST: Final = 450  # characters: with what stands around it they fill one message of WeCom, of 2048 bytes
_FILES: Final = (".txt", ".md")


def _read(written: str) -> str:
    """Raises ValueError with a Chinese line."""
    text = written.strip()
    if text.endswith(_FILES) and "\n" not in text:
        text = text_of(Path(text), "群规文件").strip()
    if len(text) > LONGEST:
        raise ValueError(f"群规有 {len(text)} 字，最多 {LONGEST} 字，一条消息放得下，才有人看完")
    return text


RulesText = Annotated[str, AfterValidator(_read)]
"""The text itself, one rule a line; or the name of a file with it: one line that ends in .txt or .md."""


class GroupRulesSection(Section):
    """`text` is everybody's, `by_type` that of a type of groups, by its key, `by_group` that of one that was founded or
    registered in chat, by its number; empty: no rules.

    `deemed_after_days`: days as they come until silence is noted down as such; 0: never.
    """

    text: RulesText = USUAL
    by_type: dict[str, RulesText] = Field(default_factory=dict)
    by_group: dict[str, RulesText] = Field(default_factory=dict)
    deemed_after_days: int = Field(default=DEEMED_AFTER.days, ge=0, le=365)

    def texts(self, declared: Mapping[GroupId, str]) -> RuleTexts:
        """`declared`: of the groups that the configuration lists, where they have their own."""
        by_group = {**{GroupId(number): text for number, text in self.by_group.items()}, **declared}
        silence = timedelta(days=self.deemed_after_days) if self.deemed_after_days else None
        return RuleTexts(self.text, dict(self.by_type), by_group, silence)
