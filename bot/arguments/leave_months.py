"""A team and a month to be looked at: 生产部 12月. The asker's own team and this month, where nothing is said."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Self

from bot.arguments.leave_queries import team_said
from bot.domain.people import Department
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.shapes.arguments import Scene, Words
from bot.understanding.chatter import is_only_particles
from bot.understanding.understand import unknown_sentence
from bot.when.read_month import read_month


@dataclass(frozen=True, slots=True)
class TeamMonth:
    """`month` is its first day; `team` is None for somebody who is in no department."""

    wanted: ClassVar[str] = "哪个部门、哪个月？"

    team: Department | None
    named: str
    month: date

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if scene.sender is None:
            return None
        month = scene.now.date().replace(day=1)
        if said := read_month(words.left, scene.now.date()):
            month, words.left = said.settled(), said.rest
        team, named = team_said(words, scene, scene.sender)
        left = words.left.strip(" 的，,。？?")
        if left and not is_only_particles(left):
            _refuse(left, guessed=words.guessed)
        words.left = ""
        return cls(team, named, month)

    def explained(self) -> Mapping[str, Any]:
        return {**({"target": self.named} if self.named else {}), "period": f"{self.month:%Y-%m}"}


def _refuse(left: str, *, guessed: bool) -> None:
    """Raises UserError: what can't be read is not passed over."""
    if guessed:
        raise UserError(Code.UNKNOWN_COMMAND, unknown_sentence(left))
    raise UserError(Code.CLARIFY, f"「{shown(left)}」没看懂。请写部门和月份，例如：/请假月历 生产部 12月")
