"""What people are asked for, as its author says it: whom, until when, which options, by name or anonymous."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, ClassVar, Final, Self

from bot.arguments.notice_audience import read_audience
from bot.domain.groups.group import Group
from bot.domain.notices.audience import Audience
from bot.domain.surveys.activity import LONGEST as LONGEST_TITLE
from bot.domain.surveys.activity import LONGEST_PLACE, MOST_PLACES
from bot.domain.surveys.survey import FEWEST_OPTIONS, LONGEST, LONGEST_OPTION, MOST_OPTIONS
from bot.domain.wording import shown
from bot.errors import Candidate, Code, UserError
from bot.shapes.arguments import Scene, Words
from bot.when.read_day import read_day
from bot.when.read_moment import read_moment
from bot.when.results.outcomes import Taken

WHOM: Final = "发给谁？写群名、部门，或者全员。"
UNTIL: Final = "什么时候截止？例如：周五17:00。"
USUAL_END: Final = time(17, 30)
SOONEST: Final = timedelta(minutes=10)
FARTHEST: Final = timedelta(days=180)
_NUMBER: Final = re.compile(r"(?P<kind>ZJ|HD)[-—–_ ]?(\d{8})[-—–_ ]?(\d{3,})", re.IGNORECASE)
_SECRET: Final = re.compile(
    r"(?:^|(?<=[\s，,。；;（(]))(?:匿名|不记名|无记名)(?:投票|征集|填写)?(?=$|[\s，,。；;：:）)])"
)
_OPTIONS: Final = re.compile(r"(?:^|(?<=[\s，,。；;]))(?:选项|可选)\s*[：:]?\s*(?P<body>[^\n]+)")
_LETTERED: Final = re.compile(
    r"(?:^|(?<=\s))[A-Ja-j]\s*[.．、:：)）]\s*(?P<text>[^\n]+?)(?=\s+[A-Ja-j]\s*[.．、:：)）]|$)", re.MULTILINE
)
_BETWEEN: Final = re.compile(r"\s*[、/|｜；;，,]\s*|\s+")
_LETTER: Final = re.compile(r"^[A-Ja-j]\s*[.．、:：)）]\s*")
_UNTIL: Final = re.compile(
    r"(?:报名|投票|征集)?(?:截止|截至)(?:到|时间|日期|于|在)?\s*[：:]?\s*(?P<at>[^\n，,。；;]{2,24})"
)
_BEFORE: Final = re.compile(r"(?P<at>[^\s，,。；;]{2,18}?)(?:之?前)?(?:报名|投票|征集)?截止")
_CLOCK: Final = re.compile(r"\d\s*[:：点时]|[上下]午|早上|晚上?|中午|小时|分钟")
_EXACT: Final = re.compile(r"\d\s*[:：点]")
_TOKEN: Final = re.compile(r"[^\s，,。；;]+")
_PLACE: Final = re.compile(r"(?:^|(?<=[\s，,。；;]))地[点址]\s*[：:]?\s*(?P<place>[^\s，,。；;]+)")
_ANY_NUMBER: Final = re.compile(r"(?:^|(?<=[\s，,。；;]))(?:不限(?:名额|人数)|(?:名额|人数)不限)(?=$|[\s，,。；;])")
_PLACES: Final = re.compile(
    r"(?:^|(?<=[\s，,。；;]))(?:名额|限额?|最多)\s*[：:]?\s*(?P<many>\d{1,5})\s*(?:个|人|名|位)*(?=$|[\s，,。；;])"
)
_WHEN: Final = re.compile(r"(?:^|(?<=[\s，,。；;]))(?:活动)?时间\s*[：:]?\s*(?P<at>[^\n，,。；;]{2,24})")
_AROUND: Final = " ，,。；;：:、"


@dataclass(frozen=True, slots=True)
class AskedNumber:
    """Of a survey or an activity."""

    wanted: ClassVar[str] = "哪一个？写上编号，例如 ZJ-20261122-001 或 HD-20261122-001。"

    number: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = words.take(_NUMBER) or (_NUMBER.search(scene.quote) if scene.quote else None)
        return cls(f"{found['kind'].upper()}-{found[2]}-{found[3]}") if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"id": self.number}


@dataclass(frozen=True, slots=True)
class SurveyAnswer:
    wanted: ClassVar[str] = "你的选择或意见？"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest().strip(_AROUND)
        return cls(written) if written else None

    def explained(self) -> Mapping[str, Any]:
        return {}  # nobody learns from a log what somebody has voted


@dataclass(frozen=True, slots=True)
class SurveySaid:
    """`group`: whose keeper its author is who has no other right to write to it."""

    wanted: ClassVar[str] = "征集什么？写上主题。"
    may_ask: ClassVar[bool] = True  # what is asked of people mostly is a question
    key: ClassVar[str] = "group"

    question: str
    audience: Audience
    closes_at: datetime
    options: tuple[str, ...]
    anonymous: bool
    group: Group | None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for what can't be, and for what is missing."""
        text = words.rest()
        audience, text = _whom(text, scene)
        anonymous = bool(_SECRET.search(text))
        text = _SECRET.sub("", text).strip(_AROUND)
        closes_at, text = _until(text, scene)
        options, text = _options(text)
        question = " ".join(text.split()).strip(_AROUND)
        if not question:
            return None
        if len(question) > LONGEST:
            raise UserError(Code.LIMIT, f"主题最多 {LONGEST} 个字，这里有 {len(question)} 个。细节另发公告说。")
        if closes_at is None:
            raise UserError(Code.MISSING_ARG, UNTIL, missing=("until",))
        return cls(question, audience, closes_at, options, anonymous, _by_which(audience, scene))

    def explained(self) -> Mapping[str, Any]:
        told: dict[str, Any] = {"text": self.question, "until": f"{self.closes_at:%Y-%m-%dT%H:%M}"}
        told |= {"options": list(self.options)} if self.options else {}
        return told | ({"anonymous": True} if self.anonymous else {})


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
        audience, text = _whom(text, scene)
        closes_at, text = _until(text, scene, named_only=True)
        place, text = _taken(_PLACE, text, "place")
        many, text = _taken(_PLACES, _ANY_NUMBER.sub("", text), "many")
        starts, text = _starts(text, scene)
        title = " ".join(text.split()).strip(_AROUND)
        if not title:
            return None
        if len(title) > LONGEST_TITLE or len(place) > LONGEST_PLACE:
            raise UserError(Code.LIMIT, f"活动名称最多 {LONGEST_TITLE} 个字，地点最多 {LONGEST_PLACE} 个字。")
        if starts is None:
            raise UserError(Code.MISSING_ARG, "什么时候？例如：下周六14:00。", missing=("start",))
        if many and not 1 <= int(many) <= MOST_PLACES:
            raise UserError(Code.INVALID_RANGE, f"名额写 1 到 {MOST_PLACES}，不限就不写。")
        closes_at = closes_at or _usual_end(starts, scene.now)
        if closes_at > starts:
            raise UserError(Code.INVALID_RANGE, "报名截止要在活动开始之前。")
        places = int(many) if many else None
        return cls(title, audience, starts, closes_at, place, places, _by_which(audience, scene))

    def explained(self) -> Mapping[str, Any]:
        told: dict[str, Any] = {"text": self.title, "start": f"{self.starts:%Y-%m-%dT%H:%M}"}
        told |= {"place": self.place} if self.place else {}
        return told | ({"places": self.places} if self.places else {})


def _whom(text: str, scene: Scene) -> tuple[Audience, str]:
    """At the front; else the room it is typed in, or the only one that he looks after. Raises UserError."""
    if found := read_audience(text, scene):
        said, rest = found
        return said.audience, rest
    if scene.group:
        return Audience(groups=(scene.group.id,)), text
    before, _, last = text.rpartition(" ")
    if before and (found := read_audience(last, scene)) and not found[1]:  # the answer to 发给谁
        return found[0].audience, before
    own = _own(scene)
    if len(own) > 1:
        names = [group.name for group in own]
        sentence = f"发到哪个群？{'、'.join(names)}。"
        raise UserError(Code.AMBIGUOUS_GROUP, sentence, candidates=[Candidate(name) for name in names])
    if not own:
        raise UserError(Code.MISSING_ARG, f"{WHOM}例如：/征集 项目A工作群 团建去哪 截止周五17:00。", missing=("group",))
    return Audience(groups=(own[0].id,)), text


def _options(text: str) -> tuple[tuple[str, ...], str]:
    """Raises UserError for too few, too many, or what doesn't fit on a button."""
    if found := _OPTIONS.search(text):
        body, text = found["body"], f"{text[: found.start()]}\n{text[found.end() :]}"
        before, after = _cut_until(body)
        found_options = [_LETTER.sub("", each) for each in _BETWEEN.split(before.strip(_AROUND)) if each]
        text = f"{text} {after}"
    else:
        found_options = [each["text"].strip(_AROUND) for each in _LETTERED.finditer(text)]
        if len(found_options) < FEWEST_OPTIONS:
            return (), text
        text = _LETTERED.sub("", text)
    options = tuple(dict.fromkeys(each for each in found_options if each))
    if not FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS:
        raise UserError(Code.LIMIT, f"选项要 {FEWEST_OPTIONS} 到 {MOST_OPTIONS} 个，例如：选项：羽毛球、爬山、烧烤。")
    if long := [each for each in options if len(each) > LONGEST_OPTION]:
        raise UserError(Code.LIMIT, f"选项「{shown(long[0])}」太长，最多 {LONGEST_OPTION} 个字。")
    return options, text


def _cut_until(body: str) -> tuple[str, str]:
    """The options, and from the word on that says until when."""
    found = re.search(r"[\s，,。；;]+\S*截[止至].*$", body)
    return (body[: found.start()], found[0]) if found else (body, "")


def _until(text: str, scene: Scene, *, named_only: bool = False) -> tuple[datetime | None, str]:
    """`named_only`: a time by itself is another one's. Raises UserError for one that can't be."""
    for found in filter(None, (_UNTIL.search(text), _BEFORE.search(text))):
        written = found["at"]
        if taken := _moment(written, scene):
            moment, rest = taken
            return _sound(moment, written, scene), f"{text[: found.start()]} {rest} {text[found.end() :]}".strip()
    if named_only:
        return None, text
    *before, last = text.split("\n")[-1].rsplit(maxsplit=1) or [""]
    taken = _moment(last, scene) if last and before else None
    if taken is None or taken[1].strip(_AROUND):
        return None, text
    return _sound(taken[0], last, scene), text[: text.rindex(last)].strip()


def _starts(text: str, scene: Scene) -> tuple[datetime | None, str]:
    """The first time that is said; with 时间 before it, that one. Raises UserError for one that can't be."""
    if found := _WHEN.search(text):
        taken = _moment(found["at"], scene)
        if taken:
            return taken[0], f"{text[: found.start()]} {taken[1]} {text[found.end() :]}".strip()
    for token in filter(_EXACT.search, _TOKEN.findall(text)):  # 周六去爬山 下周六8:00: which has a clock is the time
        found_one = read_moment(token, scene.now, scene.calendar)
        if found_one and not found_one.rest.strip(_AROUND):
            return _ahead(_settled(found_one), scene), text.replace(token, " ", 1)
    taken_moment = read_moment(text, scene.now, scene.calendar)
    if taken_moment is None or not _CLOCK.search(text):
        return None, text
    return _ahead(_settled(taken_moment), scene), taken_moment.rest


def _ahead(moment: datetime, scene: Scene) -> datetime:
    if moment <= scene.now:
        raise UserError(Code.PAST_DATE, "活动时间已经过了。写以后的时间，例如：下周六14:00。")
    return moment


def _moment(written: str, scene: Scene) -> tuple[datetime, str] | None:
    """A day alone is until the end of its work. The words without it come along."""
    if _CLOCK.search(written):
        taken = read_moment(written, scene.now, scene.calendar)
        return (_settled(taken), taken.rest) if taken else None
    found = read_day(written, scene.now, scene.calendar)
    if found is None:
        return None
    day = found.settled()
    return datetime.combine(day, USUAL_END, scene.now.tzinfo), found.rest


def _settled(taken: Taken[datetime]) -> datetime:
    return taken.settled()


def _sound(moment: datetime, written: str, scene: Scene) -> datetime:
    if moment < scene.now + SOONEST:
        raise UserError(Code.PAST_DATE, f"截止「{shown(written)}」太近了或已经过了，至少给大家 10 分钟。")
    if moment > scene.now + FARTHEST:
        raise UserError(Code.INVALID_RANGE, f"截止「{shown(written)}」太远了，最长半年。")
    return moment


def _usual_end(starts: datetime, now: datetime) -> datetime:
    """The evening before; where that is over or near, an hour before it begins."""
    eve = datetime.combine(starts.date() - timedelta(days=1), USUAL_END, starts.tzinfo)
    return eve if eve > now + timedelta(hours=2) else starts - timedelta(hours=1)


def _taken(pattern: re.Pattern[str], text: str, key: str) -> tuple[str, str]:
    found = pattern.search(text)
    if found is None:
        return "", text
    return found[key], f"{text[: found.start()].rstrip(_AROUND)} {text[found.end() :].lstrip(_AROUND)}".strip()


def _own(scene: Scene) -> Sequence[Group]:
    user = scene.sender.user_id if scene.sender else None
    return [group for group in scene.company.groups if user in group.keepers]


def _by_which(audience: Audience, scene: Scene) -> Group | None:
    """The group that he writes to; where it is something wider, one of his own, whose keeper he writes as."""
    if len(audience.groups) == 1 and audience == Audience(groups=audience.groups):
        return scene.company.group(audience.groups[0])
    return next(iter(_own(scene)), None)
