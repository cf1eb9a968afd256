"""Which of one's own trips, outings or hours of overtime is taken back: by its number, by its day: 周三的出差取消了."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, Self

from bot.arguments.requests import RequestNumber
from bot.arguments.which_leave import take_day
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.understanding.questions import is_question

_KIND: Final = regex("出差|外出")
_NEVER: Final = regex("补贴|津贴|限制|制度|规定|标准|报销|费|提醒|通知")  # 取消出差补贴 is about none of his
_NEWS: Final = regex("听说|据说|^公司|[谁他她]|大家|同事|领导说|吗$|[了过]没")
_BEFORE_A_NAME: Final = regex("^(?:我?[帮给替把将]|那个|请)+")


@dataclass(frozen=True, slots=True)
class WhichFiled:
    """Nothing said: the only one that can be meant. What else is said, where to and why not, tells nothing."""

    wanted: ClassVar[str] = "哪一条？写上编号，例如 RQ-20261122-001。"

    number: str = ""
    day: date | None = None
    kind: str = ""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for another's, for news and questions, and for a day that could be several."""
        _ensure_own(words, scene)
        if _NEVER.search(words.narrow) or (words.guessed and (_NEWS.search(words.narrow) or is_question(words.narrow))):
            raise UserError(Code.UNKNOWN_COMMAND, "这句我没听懂。要取消自己报过的，发 /我的申请 看编号。")
        number, kind = RequestNumber.read(words, scene), words.take(_KIND)
        day = None if number else take_day(words, scene)
        words.rest()
        return cls(number.number if number else "", day, kind[0] if kind else "")

    def fits(self, number: str, first: date, last: date, kind: str) -> bool:
        """Whether it may be the one that runs from `first` to `last`."""
        if self.number:
            return number == self.number
        return (not self.day or first <= self.day <= last) and self.kind in ("", kind)

    def explained(self) -> Mapping[str, Any]:
        return dict(self._explained())

    def _explained(self) -> Iterator[tuple[str, Any]]:
        if self.number:
            yield "id", self.number
        if self.day:
            yield "date", self.day.isoformat()


def _ensure_own(words: Words, scene: Scene) -> None:
    """Raises UserError where the line begins with a colleague."""
    spotted = scene.company.finder.people.spot(_BEFORE_A_NAME.sub("", words.narrow))
    if spotted is None or spotted.start or spotted.guessed or not spotted.people:
        return
    if scene.sender not in spotted.people:
        raise UserError(Code.NO_PERMISSION, "要由本人取消，不能替别人办。请对方自己发给我。")
