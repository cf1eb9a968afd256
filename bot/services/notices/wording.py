"""What authors and reviewers read about a notice: whom it is for, when it goes out, how it stands."""

from datetime import datetime, timedelta
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time, day_seen
from bot.domain.notices.audience import Audience, Readers, named
from bot.domain.notices.notice import Draft, Enclosure, Notice, NoticeState
from bot.domain.notices.on_holiday import OnHoliday
from bot.domain.wording import quote_user, shown

IN_A_LIST: Final = 16  # characters of a headline
ON_A_CARD: Final = 260  # characters of a text
_WEEKDAYS: Final = {"MO": "周一", "TU": "周二", "WE": "周三", "TH": "周四", "FR": "周五", "SA": "周六", "SU": "周日"}
_EVERY: Final = {"MONTHLY": "每月", "QUARTERLY": "每季度"}
_ON: Final = {"FIRST_WORKDAY": "第一个工作日", "LAST_WORKDAY": "最后一个工作日", "LAST_DAY": "最后一天"}
_RULES: Final = {
    OnHoliday.NEXT_WORKDAY: "遇节假日顺延",
    OnHoliday.PREVIOUS_WORKDAY: "遇节假日提前",
    OnHoliday.SKIP: "遇节假日不发",
    OnHoliday.STAY: "节假日照发",
}


def whom(audience: Audience, company: Company, found: Readers | None = None) -> str:
    """`项目A工作群（9 人）`"""
    names = "、".join(named(audience, company))
    if found is None:
        return names
    rooms = f"{len(found.groups)} 个群，" if audience.topic else ""
    return f"{names}（{rooms}{len(found.heads)} 人）"


def when(draft: Draft, now: datetime, next_at: datetime | None = None) -> str:
    """`现在`, `明天 09:30`, `每周一 08:00，遇节假日顺延，下一次 11月23日(周一) 08:00`"""
    if draft.recurrence:
        following = f"，下一次 {clock_time(next_at.astimezone(now.tzinfo), now)}" if next_at else ""
        return f"{again(draft.recurrence)}，{_RULES[draft.on_holiday]}{following}"
    at = draft.at or next_at
    return "现在" if at is None or at <= now else clock_time(at.astimezone(now.tzinfo), now)


def valid_until(draft: Draft, now: datetime) -> str:
    """`，有效期到12月31日(周四)`, or nothing."""
    if draft.expires_at is None:
        return ""
    last = (draft.expires_at.astimezone(now.tzinfo) - timedelta(microseconds=1)).date()
    return f"，有效期到{day_seen(last, now.date())}"


def again(recurrence: str) -> str:
    """`每周一 08:00` for the contract's string."""
    every, *more, at = recurrence.split(";")
    on = more[0] if more else ""
    return f"{_days(every, on)} {at}"


def _days(every: str, on: str) -> str:
    match every:
        case "DAILY":
            return "每天"
        case "WORKDAYS":
            return "每个工作日"
        case "WEEKLY":
            days = [_WEEKDAYS[each] for each in on.split(",")]
            return "每" + "、".join(days)
        case "YEARLY":
            month, day = on.split("-")
            return f"每年{int(month)}月{int(day)}日"
        case "HOLIDAY":
            return f"节{'前' if int(on) < 0 else '后'}{abs(int(on))}天"
    return f"{_EVERY[every]}{_within(on)}"


def _within(on: str) -> str:
    if on in _ON:
        return _ON[on]
    if on.startswith("WORKDAY"):
        number = int(on.removeprefix("WORKDAY"))
        return f"{'倒数' if number < 0 else ''}第{abs(number)}个工作日"
    if on[:2] in _WEEKDAYS:
        number = int(on[2:])
        return f"{'倒数' if number < 0 else ''}第{abs(number)}个{_WEEKDAYS[on[:2]]}"
    return "、".join(f"{each}日" for each in on.split(","))


def stands(notice: Notice, now: datetime) -> str:
    """How it stands, as a sentence."""
    at = notice.next_at.astimezone(now.tzinfo) if notice.next_at else None
    match notice.state:
        case NoticeState.DRAFT:
            return "还是草稿，没有发。"
        case NoticeState.IN_REVIEW:
            return f"等审核（{notice.request}）。"
        case NoticeState.SCHEDULED if at:
            return f"{clock_time(at, now)} 发。" if at > now else "这就发。"
        case NoticeState.POSTED if notice.posted_at:
            return f"{clock_time(notice.posted_at.astimezone(now.tzinfo), now)} 已发布。"
    return f"{notice.state}。"


def text_of(draft: Draft, most: int = ON_A_CARD) -> str:
    """The author's words as readers will see them, as far as they fit."""
    words = f"【{draft.title}】{draft.whole}" if draft.title else draft.whole
    return quote_user(words if len(words) <= most else f"{words[:most]}…")


def enclosed_as(enclosure: Enclosure) -> str:
    """`图片「停电通知.jpg」`"""
    return f"{'图片' if enclosure.is_picture else '文件'}「{shown(enclosure.name)}」"


def headline(notice: Notice) -> str:
    return shown(notice.draft.headline, IN_A_LIST)
