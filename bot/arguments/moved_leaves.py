"""Which leave is moved, and where to: 明天的假改到后天, QJ-20261122-001 12.1-12.3, 年假推迟两天."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar, Final, Self

from bot.arguments.leave_kinds import kind_said
from bot.arguments.which_leave import LeaveAsked, whole
from bot.domain.calendar.shift import Shift
from bot.domain.calendar.span import Half, Span, TimeSpan
from bot.domain.dates import day_seen
from bot.domain.leave.requests.relocating import Later, NewTime, SameDay
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_day import read_day
from bot.when.read_period import read_period
from bot.when.results.period import OpenSpan
from bot.when.written.numerals import number

_NUMBER: Final = regex(r"[A-Za-z]{2}\s?[-—–_ ]?\d{8}[-—–_ ]?\d{3,6}")
_TO: Final = regex(
    r"(?:改\s*期?|换|推迟|推后|延期?|延后|推|提前|挪|移|调整?|顺延|放|往后|往前)(?:一下)?\s*(?:到|至|成|为|去|休|请)|(?:改|换|挪)\s*(?=\d|[今明后下本这周星礼])|->|=>|→"
)
_BY: Final = regex(
    r"(?P<way>推迟|延后|延迟|推后|往后(?:推|挪|移|延|顺延|调)?|后移|后推|顺延|晚|提前|往前(?:推|挪|移|提|调)?|前移|早)(?:了|请|休)?\s*"
    r"(?P<many>\d{1,2}|[一二两三四五六七八九十]{1,2})个?(?P<unit>工作日|天|周|星期|礼拜)"
)
_EARLIER: Final = regex("提前|往前|前移|早")
_PART: Final = regex(r"[\s到至成为]*(?:只|就)?[请休]?(上午|下午|全天|一整天|整天)[\s了吧。]*")
_PIECES: Final = regex(r"[^\s，,]+")
_OPENS: Final = regex(r"^[\s到至成为:：，,]+")


@dataclass(frozen=True, slots=True)
class MovedTo:
    wanted: ClassVar[str] = "改到哪天？例如 12月3日，或 12.1-12.3。"

    to: NewTime
    today: date = date.min

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Leaves what stands before it, or what else is said. Raises UserError where it could be several."""
        if by := words.take(_BY):
            return cls(_by(by), scene.now.date())
        bare, aside = _without_names(whole(words.left), scene)
        before, after = _parted(bare, scene)
        if part := _PART.fullmatch(after if before else _OPENS.sub("", after)):
            words.left = f"{aside} {before}".strip()
            return cls(SameDay(Half(part[1]) if part[1] in tuple(Half) else None), scene.now.date())
        taken = read_period(_OPENS.sub("", after), scene.now, scene.calendar, _shift(scene))
        if taken is None or (taken.assumed and read_day(after, scene.now, scene.calendar) is None):
            return None
        period = taken.settled()
        if isinstance(period, OpenSpan):
            period = Span(period.start, period.start, period.half, period.half)
        words.left = f"{aside} {before} {taken.rest}".strip()
        return cls(period, scene.now.date())

    def ensure_ahead(self) -> None:
        """Raises UserError: nobody moves a leave to where it can't be taken any more."""
        if isinstance(self.to, Later | SameDay):
            return
        first = self.to.start.date() if isinstance(self.to, TimeSpan) else self.to.start
        if first < self.today:
            raise UserError(
                Code.PAST_DATE, f"{day_seen(first, self.today)}已过，改不过去。请写后面的日子，是明年的请写上年份。"
            )

    @property
    def echo(self) -> str:
        if isinstance(self.to, Later):
            return ""
        return f"改成{self.to.half or '全天'}" if isinstance(self.to, SameDay) else f"改到{self.to.said(self.today)}"

    def explained(self) -> Mapping[str, Any]:
        if isinstance(self.to, Later):
            return {"days": self.to.days} if self.to.days else {"weeks": self.to.weeks}
        if isinstance(self.to, SameDay):
            return {"to_half": self.to.half.name} if self.to.half else {"to_whole": True}
        return {"to": self.to.iso}


class LeaveMoved(LeaveAsked):
    """Its day is said beside its number, too: QJ-20261122-001 从11.25改到11.27."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = super().read(words, scene)
        if found is None or not found.number:
            return found
        taken = read_day(words.left, scene.now, scene.calendar)
        if taken is None or not isinstance(taken.value, date):
            return found
        words.left = taken.rest
        return replace(found, day=taken.value)

    def _explained(self) -> Iterator[tuple[str, Any]]:
        for key, value in super()._explained():
            yield "from" if key == "date" else key, value


def written(when: Span | TimeSpan) -> str:
    """As `MovedTo` reads it again: `2026-11-24下午到2026-11-26上午`"""
    if isinstance(when, TimeSpan):
        return f"{when.start:%Y-%m-%dT%H:%M}到{when.end:%Y-%m-%dT%H:%M}"
    first, last = f"{when.start.isoformat()}{when.start_half or ''}", f"{when.end.isoformat()}{when.end_half or ''}"
    return first if first == last else f"{first}到{last}"


def _by(found: re.Match[str]) -> Later:
    many = number(found["many"]) or 0
    if not many:
        raise UserError(Code.MISSING_ARG, "改到哪天？", missing=("to",))
    many = -many if _EARLIER.match(found["way"]) else many
    return Later(days=many) if found["unit"] in ("天", "工作日") else Later(weeks=many)


def _parted(line: str, scene: Scene) -> tuple[str, str]:
    """What stands before the word that says where to, and what behind; without one, the second of two days is meant."""
    if found := _TO.search(line):
        return line[: found.start()], line[found.end() :]
    pieces = [each for each in _PIECES.finditer(line) if read_day(each[0], scene.now, scene.calendar)]
    place = pieces[1].start() if len(pieces) == 2 else 0
    return line[:place], line[place:]


def _without_names(line: str, scene: Scene) -> tuple[str, str]:
    """The line without its number and its kind, neither of which is a day; and those."""
    aside = " ".join(found[0] for found in _NUMBER.finditer(line))
    line = _NUMBER.sub(" ", line)
    said = kind_said(line, scene.company.leave.types)
    if said is None or said.guessed:
        return line, aside
    return f"{line[: said.start]} {line[said.end :]}", f"{aside} {line[said.start : said.end]}"


def _shift(scene: Scene) -> Shift:
    return scene.company.schedule(scene.sender.user_id).shift if scene.sender else scene.shift
