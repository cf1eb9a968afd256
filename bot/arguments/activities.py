"""An activity, as its author says it: what, when, where, for how many, and until when one may sign up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, ClassVar, Final, Self

from bot.arguments.asking_around import AROUND, CLOCK, USUAL_END, by_which, moment_in, take_until, take_whom
from bot.domain.groups.group import Group
from bot.domain.notices.audience import Audience
from bot.domain.surveys.activity import LONGEST, LONGEST_PLACE, MOST_PLACES
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_moment import read_moment

_EXACT: Final = regex(r"\d\s*[:：点]")
_TOKEN: Final = regex(r"[^\s，,。；;]+")
_PLACE: Final = regex(r"(?:^|(?<=[\s，,。；;]))地[点址]\s*[：:]?\s*(?P<place>[^\s，,。；;]+)")
_ANY_NUMBER: Final = regex(r"(?:^|(?<=[\s，,。；;]))(?:不限(?:名额|人数)|(?:名额|人数)不限)(?=$|[\s，,。；;])")
_PLACES: Final = regex(
    r"(?:^|(?<=[\s，,。；;]))(?:名额|限额?|最多)\s*[：:]?\s*(?P<many>\d{1,5})\s*(?:个|人|名|位)*(?=$|[\s，,。；;])"
)
_WHEN: Final = regex(r"(?:^|(?<=[\s，,。；;]))(?:活动)?时间\s*[：:]?\s*(?P<at>[^\n，,。；;]{2,24})")


@dataclass(frozen=True, slots=True)
class ActivitySaid:
    wanted: ClassVar[str] = "什么活动？写上名称。"
    key: ClassVar[str] = "group"

    title: str
    audience: Audience
    starts: datetime
    closes_at: datetime
    place: str
    places: int | None
    group: Group | None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for what can't be, and for what is missing."""
        text = words.rest()
        audience, text = take_whom(text, scene)
        closes_at, text = take_until(text, scene, named_only=True)
        place, text = _taken(_PLACE, text, "place")
        many, text = _taken(_PLACES, _ANY_NUMBER.sub("", text), "many")
        starts, text = _starts(text, scene)
        title = " ".join(text.split()).strip(AROUND)
        if not title:
            return None
        if len(title) > LONGEST or len(place) > LONGEST_PLACE:
            raise UserError(Code.LIMIT, f"活动名称最多 {LONGEST} 个字，地点最多 {LONGEST_PLACE} 个字。")
        if starts is None:
            raise UserError(Code.MISSING_ARG, "什么时候？例如：下周六14:00。", missing=("start",))
        if many and not 1 <= int(many) <= MOST_PLACES:
            raise UserError(Code.INVALID_RANGE, f"名额写 1 到 {MOST_PLACES}，不限就不写。")
        closes_at = closes_at or _usual_end(starts, scene.now)
        if closes_at > starts:
            raise UserError(Code.INVALID_RANGE, "报名截止要在活动开始之前。")
        places = int(many) if many else None
        return cls(title, audience, starts, closes_at, place, places, by_which(audience, scene))

    def explained(self) -> Mapping[str, Any]:
        told: dict[str, Any] = {"text": self.title, "start": f"{self.starts:%Y-%m-%dT%H:%M}"}
        told |= {"place": self.place} if self.place else {}
        return told | ({"places": self.places} if self.places else {})


def _starts(text: str, scene: Scene) -> tuple[datetime | None, str]:
    """The first time that is said; with 时间 before it, that one. Raises UserError for one that can't be."""
    if found := _WHEN.search(text):
        taken = moment_in(found["at"], scene)
        if taken:
            return taken[0], f"{text[: found.start()]} {taken[1]} {text[found.end() :]}".strip()
    for token in filter(_EXACT.search, _TOKEN.findall(text)):  # 周六去爬山 下周六8:00: which has a clock is the time
        found_one = read_moment(token, scene.now, scene.calendar)
        if found_one and not found_one.rest.strip(AROUND):
            return _ahead(found_one.settled(), scene), text.replace(token, " ", 1)
    taken_moment = read_moment(text, scene.now, scene.calendar)
    if taken_moment is None or not CLOCK.search(text):
        return None, text
    return _ahead(taken_moment.settled(), scene), taken_moment.rest


def _ahead(moment: datetime, scene: Scene) -> datetime:
    if moment <= scene.now:
        raise UserError(Code.PAST_DATE, "活动时间已经过了。写以后的时间，例如：下周六14:00。")
    return moment


def _usual_end(starts: datetime, now: datetime) -> datetime:
    """The evening before; where that is over or near, an hour before it begins."""
    eve = datetime.combine(starts.date() - timedelta(days=1), USUAL_END, starts.tzinfo)
    return eve if eve > now + timedelta(hours=2) else starts - timedelta(hours=1)


def _taken(pattern: re.Pattern[str], text: str, key: str) -> tuple[str, str]:
    found = pattern.search(text)
    if found is None:
        return "", text
    return found[key], f"{text[: found.start()].rstrip(AROUND)} {text[found.end() :].lstrip(AROUND)}".strip()
