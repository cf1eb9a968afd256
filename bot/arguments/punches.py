"""Which punch is to be put right: the day and which of its moments. 昨天下班, 11.20 早上, 今早忘打卡了."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, ClassVar, Final, Self

from bot.domain.attendance.slot import Slot
from bot.domain.attendance.slots import ensure_fixable, last_due
from bot.domain.company import Company
from bot.domain.dates import day_seen
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_day import read_day
from bot.when.view import Lean

_BOTH: Final = regex("(?<!打)上下班|上班和下班|早晚|两次|全天|一整天|一天都|都没打|都忘")
_SAID_SLOTS: Final = tuple(
    (regex(pattern), slot)
    for pattern, slot in (
        ("[上中]午的?下班|午休前|午饭前", Slot.AM_OUT),
        ("[中下]午的?上班|午休后|午饭后|下午签到", Slot.PM_IN),
        ("下班(?!回)|签退|退勤|离岗|收工", Slot.PM_OUT),
        ("上班|签到|到岗|进厂", Slot.AM_IN),
    )
)
# What only a time of day tells; who works at night comes in the evening.
_BY_THE_SUN: Final = tuple(
    (regex(pattern), slot)
    for pattern, slot in (
        ("昨晚|今晚|前晚|晚上|傍晚|夜里|晚卡|晚打卡", Slot.PM_OUT),
        ("今早|昨早|早上|早晨|清早|一早|上午|早班|早卡|早打卡", Slot.AM_IN),
    )
)
_AT_NIGHT: Final = {Slot.PM_OUT: Slot.AM_IN, Slot.AM_IN: Slot.PM_OUT}
_CODE: Final = regex("[AP]M_(?:IN|OUT)", re.IGNORECASE)
_MORNING: Final = regex("今早|昨早|早上|早晨|清早|凌晨|上午")
_WORDS: Final = (
    "(?:早上|早晨|清早|一早|上午|中午|下午|晚上|傍晚|夜里)?的?(?:上班|下班)(?:的时候|时)?(?=[忘没漏补打卡的签缺]|$|[\\s，,。])|今早|昨早|昨晚|今晚",
    "(?:我|俺)?(?:好像|可能|又|给|一不小心|不小心)*(?:忘记|忘|没有|没|漏|未)了?能?(?:打上|打|签)了?(?:上班|下班|早|晚)?(?:卡|到)[了呢]?",
    "(?:我|俺)?(?:想要|要|想|需要|申请|得|麻烦|帮我|帮忙|请)*补(?:一下|一次|一张|一个|个|张|下|打|上|签)?(?:上班|下班|早|晚)?的?卡",
    "补(?=\\s)|(?<=\\s)的?卡",
    "打卡(?!机)(?:没打上|没成功|失败|漏了|忘了|忘记了?|补一下)?",
    "(?:漏打|忘打|没打上?)了?|缺卡|走的时候",
    "(?:^|(?<=\\s))(?:早上|早晨|清早|上午|中午|下午|晚上|傍晚|夜里|签到|签退|早卡|晚卡|没打上|忘了?)(?=$|[\\s，,。])",
    "[，,。\\s]*(?:谢谢|麻烦了|可以吗|行吗|好吗)[。！!？?]*$",
)
_SAID: Final = regex("|".join(_WORDS))
_NO_REASON: Final = regex(r"(?:帮我|帮忙|麻烦|请|补|的|卡|早上|早晨|上午|中午|下午|晚上|一下|[\s，,。])*")
FORGOTTEN: Final = "忘打卡"  # a reason as well, where no better one is given
_FORGOTTEN: Final = regex("忘")
_ASIDE: Final = regex("^(?:我|俺)(?!们)|一下")
_OF_SOMEBODY: Final = regex(
    "([^\\s，,。;；我]{2,8}?)[今明昨前这上中下早晚周星期一二三四五六日天午班\\d.月号]*(?:忘|没|漏)"
)
_FOR_SOMEBODY: Final = regex("(?:[帮替给为]|代)([^\\s，,。;；我]{2,8}?)[^，,。]{0,8}?(?:补|打)")


@dataclass(frozen=True, slots=True)
class Punch:
    """`inferred`: the day wasn't said, or isn't one of work, so he is asked."""

    wanted: ClassVar[str] = "补哪一天、上班还是下班的卡？例如昨天下班。"
    keys: ClassVar[tuple[str, ...]] = ("date", "slot")

    on: date
    slot: Slot
    today: date
    inferred: str = ""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if scene.sender is None:
            return None
        _ensure_own(words, scene.sender, scene.company)
        schedule = scene.company.schedule(scene.sender.user_id)
        coded = words.take(_CODE)
        slot = Slot[coded[0].upper()] if coded else _slot(words.narrow, at_night=schedule.shift.over_midnight)
        line = _ASIDE.sub(" ", words.left).strip()  # 补一下周四的卡 isn't next week's
        taken = read_day(line, scene.now, scene.calendar, lean=Lean.PAST)
        if taken is None and slot is None:
            return None
        on = taken.settled() if taken else last_due(slot, schedule, scene.now) if slot else None
        if on is None:
            return None
        if taken and slot is Slot.PM_OUT and schedule.shift.over_midnight and _MORNING.search(words.narrow):
            on -= timedelta(days=1)  # the night shift that ended that morning is the evening's before
        ensure_fixable(on, slot, schedule, scene.now)
        if slot is None:
            raise UserError(Code.MISSING_ARG, "是上班还是下班没打卡？", missing=("slot",))
        left = _SAID.sub(" ", taken.rest if taken else line).strip(" ，,。、的")
        forgotten = FORGOTTEN if _FORGOTTEN.search(words.narrow) else ""
        words.left = forgotten if _NO_REASON.fullmatch(left) else left
        return cls(on, slot, scene.now.date(), _doubt(on, said=taken is not None, worked=schedule.is_worked(on)))

    @property
    def guess(self) -> str | None:
        return f"{self.echo}{self.inferred}" if self.inferred else None

    @property
    def echo(self) -> str:
        return f"{day_seen(self.on, self.today)}{self.slot}"

    def explained(self) -> Mapping[str, Any]:
        return {"date": self.on.isoformat(), "slot": self.slot.name}


def _doubt(on: date, *, said: bool, worked: bool) -> str:
    if not worked:
        return "，这天休息"
    return "" if said else "，没有写哪一天，按最近的一次算"


def _slot(line: str, *, at_night: bool) -> Slot | None:
    """Raises UserError where several are meant: each is a request of its own."""
    if _BOTH.search(line):
        raise UserError(Code.CLARIFY, "补卡一次写一个。上班、下班都要补的话，请分两条发，例如 /补卡 昨天上班。")
    if said := next((slot for pattern, slot in _SAID_SLOTS if pattern.search(line)), None):
        return said
    found = next((slot for pattern, slot in _BY_THE_SUN if pattern.search(line)), None)
    return _AT_NIGHT[found] if found and at_night else found


def _ensure_own(words: Words, sender: Person, company: Company) -> None:
    """Raises UserError where a colleague is named: 王五昨天没打卡."""
    found = _FOR_SOMEBODY.search(words.narrow) or _OF_SOMEBODY.match(words.narrow)
    spotted = company.finder.people.spot(found[1]) if found else None
    if spotted and spotted.people and not spotted.guessed and sender not in spotted.people:
        raise UserError(Code.NO_PERMISSION, "补卡要由本人提交，不能替别人补。请对方自己发 /补卡。")
