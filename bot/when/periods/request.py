"""Which of the phrases in a text ask for time off, and how they belong together.

A length and an end may stand apart from the start: 明天上午 有点事要 请半天假; 从明天开始请年假，周三回来.
"""

from dataclasses import dataclass, replace
from typing import Final

from bot.domain.calendar.span import Half
from bot.patterns import regex
from bot.when.meaning.times_meant import half_of
from bot.when.phrases.phrase import Phrase, Point
from bot.when.results.duration import SaidDuration
from bot.when.said.times import Part
from bot.when.written.late_or_early import EdgeHours, edge_hours

_ASKED_FOR: Final = regex(r"(?:请|休|歇|放|续|补|共|要|用|为期|计|假)(?:个|了|满|它)?\s?$")
_LEAVE: Final = regex(r"的?(?:\s|[年病事婚产丧调]|陪产|哺乳|护理|育儿)?[假休]|\s*$|[\s,;.!]")
_TO_TAKE: Final = regex(r"\s?我?(?:想|要|需要)?(?:请|休)(?!教|问|客|示)")
_NOT_THEN: Final = regex(
    r"\s?(?:(?:之|以)?前(?![天台面往])|(?:之|以)后|后(?![天台面勤来])"
    r"|的?(?:那|当|整|所在的?)(?:一|一个|个)?(?:周|星期|礼拜)(?!末)|那几[天日]|那两[天日]|那阵|左右|前后(?![天台]))"
)
_GOES_ON: Final = regex(r"\s?(?:到|至|-|~|、)\s?(?:\d{1,2}(?![\d号楼年月])|第)")
_TAKEN_ALONG: Final = regex("的?假(?![期如条设])")


@dataclass(frozen=True, slots=True)
class Request:
    """`start` begins it; `end`, `length`, `part` (of its day) and `hours` are there where they stand elsewhere.

    `edge`: late or early by so much. `today`: no day was said at all. `aside`: before or after its day, not on it.
    `torn`: it goes on with something that is no day.
    """

    start: Phrase
    end: Phrase | None = None
    length: Phrase | None = None
    part: Phrase | None = None
    hours: Phrase | None = None
    edge: EdgeHours | None = None
    today: bool = False
    aside: bool = False
    torn: bool = False

    @property
    def points(self) -> list[Point]:
        return self.start.points

    @property
    def half(self) -> Half | None:
        """The half of its first day that was asked for."""
        if self.part is None:
            return half_of(self.points[0])
        left = Half.AM if self.part.back else None
        return left or half_of(self.part.points[0])

    @property
    def lasting(self) -> SaidDuration | None:
        return self.start.lasting or (self.length.lasting if self.length else None)

    @property
    def last(self) -> Point | None:
        """The end of a range, where one was said."""
        if self.start.to:
            return self.points[-1]
        return self.end.points[0] if self.end else None

    @property
    def back(self) -> bool:
        """Whether the end is the first day at work again."""
        return self.start.back if self.start.to else bool(self.end and self.end.back)

    @property
    def endless(self) -> bool:
        """Only an end was said: 请到周三."""
        return not self.today and (self.start.until or (self.start.back and not self.start.to))


def chosen(found: list[Phrase], text: str) -> Request | None:
    """The request among the phrases of a folded text: what begins or is to be taken, else what is said first."""
    starts = [phrase for phrase in found if phrase.dated and not phrase.until and not (phrase.back and not phrase.to)]
    ends = [phrase for phrase in found if phrase.dated and phrase not in starts]
    lengths = [phrase for phrase in found if phrase.lasting and not phrase.points and _is_length(phrase, text)]
    length = lengths[0] if lengths else None
    if not starts:
        return Request(ends[0], length=length) if ends else _of_today(found, length, text)
    first = next((each for each in starts if each.open or _TO_TAKE.match(text, each.end)), starts[0])
    start, hours = _with_hours(first, found)
    single = not start.to and len(start.points) == 1
    later = (phrase for phrase in ends if phrase.until or phrase.start > start.start)
    end = next(later, None) if single and not start.lasting else None
    part = _part_of_day(found, start, text) if single and not end else None
    aside = not start.points[-1].timed and _NOT_THEN.match(text, start.end) is not None
    edge = edge_hours(text) if single and not (end or length or start.lasting or start.points[0].timed) else None
    return Request(
        start,
        end,
        None if start.lasting else length,
        part,
        hours,
        edge,
        aside=aside,
        torn=_GOES_ON.match(text, start.end) is not None,
    )


def _with_hours(start: Phrase, found: list[Phrase]) -> tuple[Phrase, Phrase | None]:
    """明天去银行，9点到10点半: its hours stand apart."""
    if start.to or len(start.points) > 1 or start.points[0].timed or start.lasting or start.back:
        return start, None
    for phrase in found:
        if phrase.to and not phrase.dated and phrase.start > start.end and all(each.timed for each in phrase.points):
            first, last = phrase.points
            first = replace(first, days=start.points[0].days, part=first.part or start.points[0].part)
            return replace(start, points=[first, last], to=True), phrase
    return start, None


def _part_of_day(found: list[Phrase], start: Phrase, text: str) -> Phrase | None:
    """今天不舒服，下午请个假: the half day stands apart. 明天去医院，下午回来 leaves the morning."""
    if start.points[0].part or start.points[0].timed:
        return None
    for phrase in found:
        lone = len(phrase.points) == 1 and not phrase.dated and phrase.points[0].part in (Part.AM, Part.PM)
        if (
            lone
            and phrase.start > start.end
            and (phrase.back or _TO_TAKE.match(text, phrase.end) or _last(phrase, text))
        ):
            return phrase
    return None


def _last(phrase: Phrase, text: str) -> bool:
    """请半天假上午: said behind everything else."""
    return not text[phrase.end :].strip(" ,.!?啊吧哦呢的")


def _of_today(found: list[Phrase], length: Phrase | None, text: str) -> Request | None:
    """下午3点到5点: today's, if it is surely about time off and not part of a reason."""
    for phrase in found:
        if not phrase.points or phrase.until:
            continue
        if phrase.to or phrase.lasting or (phrase.points[0].part and _alone(phrase, text)):
            return Request(phrase, length=length, today=True)
    return None


def _alone(phrase: Phrase, text: str) -> bool:
    return not text[: phrase.start][-1:].strip() and not text[phrase.end :][:1].strip()


def _is_length(phrase: Phrase, text: str) -> bool:
    """请3天, 3天年假 and a lone 15天; 休息一天就好 in a reason is none."""
    before, after = text[: phrase.start], text[phrase.end :]
    asked = _ASKED_FOR.search(before[-4:]) is not None
    return (asked or not before[-1:].strip(" ,;.")) and (asked or _LEAVE.match(after) is not None)


def places(request: Request, text: str) -> tuple[tuple[int, int], ...]:
    """Where its words stand in a folded text, what decides first."""
    said = (request.start, request.end, request.length, request.part, request.hours)
    found = [(phrase.start, _closed(phrase, text)) for phrase in said if phrase is not None]
    return (*found, (request.edge.start, request.edge.end)) if request.edge else tuple(found)


def _closed(phrase: Phrase, text: str) -> int:
    """Where it ends, with the bracket that was opened in it, and with 假 after a length."""
    bracket = "(" in text[phrase.start : phrase.end] and text.startswith(")", phrase.end)
    along = _TAKEN_ALONG.match(text, phrase.end) if phrase.lasting else None
    return along.end() if along else phrase.end + bracket
