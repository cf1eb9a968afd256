"""The cards that an author holds: what his notice will look like, to whom and when, with what he may do about it.

The five points are those of D9§1; whoever publishes goes through them before he presses.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.domain.dates import clock_time, weekday
from bot.domain.notices.audience import Readers
from bot.domain.notices.notice import Notice, NoticeState
from bot.domain.notices.reach import reach_of
from bot.domain.notices.timeliness import due
from bot.services.approvals.kinds import Desk
from bot.services.notices.publishing.planning import next_time
from bot.services.notices.wording import enclosed_as, text_of, valid_until, when, whom
from bot.shapes.outgoing import Button, Card

TOPIC: Final = "announcement"
PUBLISH, SUBMIT, EDIT, DROP, PAUSE, RESUME = "publish", "submit", "edit", "drop", "pause", "resume"
BARE: Final = "bare"  # without what goes along
LATER: Final = "later"  # followed by the moment, in seconds since 1970: the one that stood on the button
FIVE_POINTS: Final = "发之前过一遍：及时、真实、安全、可靠、合法。"


async def preview(desk: Desk, notice: Notice, found: Readers, doubts: Sequence[str], *, needs_review: bool) -> Card:
    """Before anything happens."""
    do, said = (SUBMIT, "送审") if needs_review else (PUBLISH, "发布")
    reach = reach_of(notice.draft.audience, desk.company, found.groups)
    review = f"要审核过才发（{reach}）。" if needs_review else ""
    look = "".join(f"\n请看一眼：{each}" for each in doubts)
    title = f"{notice.number} {'送审' if needs_review else '发'}之前看一看"
    words = f"{_facts(desk, notice, found)}{look}\n{review}{FIVE_POINTS}"
    ways = f"{said}请回「/我的公告 {notice.number} {said}」，改请回「/改公告 {notice.number} 新内容」。"
    later = () if needs_review else _later(desk, notice)
    buttons = (
        Button(said, _key(do, notice)),
        *later,
        Button("改", _key(EDIT, notice), style=4),
        *([Button("去掉附件", _key(BARE, notice), style=4)] if notice.draft.enclosure else []),
        Button("不发了", _key(DROP, notice), style=3),
    )
    return await _card(desk, notice, title, words, ways, buttons)


async def released(desk: Desk, notice: Notice, found: Readers, why: str = "") -> Card:
    """It waits for its time, or goes out at once. `why`: it waits, as a sentence."""
    if notice.state is NoticeState.SCHEDULED and notice.next_at and notice.next_at > desk.now:
        title = f"{notice.number} 已排好"
        ways = f"改请回「/改公告 {notice.number} 新内容」，不发了请回「/取消公告 {notice.number}」。"
        buttons = (
            Button("改", _key(EDIT, notice), style=4),
            Button("不发了", _key(DROP, notice), style=3),
        )
        words = "\n".join(filter(None, [_facts(desk, notice, found), why]))
        return await _card(desk, notice, title, words, ways, buttons)
    words = _facts(desk, notice, found)
    return Card(
        title=f"{notice.number} 这就发",
        desc=f"{words}\n发错了回「/取消公告 {notice.number}」。",
        plain=f"{notice.number} 这就发。\n{words}\n发错了回「/取消公告 {notice.number}」。",
    )


async def _card(desk: Desk, notice: Notice, title: str, words: str, ways: str, buttons: tuple[Button, ...]) -> Card:
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=notice.number, holder=notice.author)
    return Card(title=title, desc=words, plain=f"{title}\n{words}\n{ways}", buttons=buttons, task_id=task_id)


def _facts(desk: Desk, notice: Notice, found: Readers) -> str:
    draft = notice.draft
    next_at = notice.next_at or (next_time(draft, desk, may_wait=False) if draft.recurrence else None)
    told = [
        text_of(draft),
        f"发给：{whom(draft.audience, desk.company, found)}",
        f"时间：{when(draft, desk.now, next_at)}{'，加急' if draft.urgent else ''}{valid_until(draft, desk.now)}",
    ]
    if grounds := draft.grounds.said_to_author(desk.now):
        told.append(grounds)
    if until := due(draft, desk.company.notices.within):
        over = "，已经过了" if until < desk.now else ""
        told.append(f"及时：{clock_time(until.astimezone(desk.now.tzinfo), desk.now)} 前发出{over}")
    if draft.wants_confirmation:
        told.append(f"回执：要逐人确认{'，答一道题' if draft.quiz else ''}")
    if draft.enclosure:
        told.append(f"附件：{enclosed_as(draft.enclosure)}")
    return "\n".join(told)


def _later(desk: Desk, notice: Notice) -> Sequence[Button]:
    """The next working day, for what has no time of its own and can wait."""
    draft = notice.draft
    if draft.at or draft.recurrence or draft.urgent:
        return ()
    today, usual = desk.now.date(), desk.company.notices.usual_time
    day = desk.company.pace.calendar.next_workday(today)
    at = datetime.combine(day, usual, desk.now.tzinfo)
    near = "明天" if day == today + timedelta(days=1) else weekday(day)
    said = f"{near} {usual:%H:%M} 发" if day - today < timedelta(days=7) else f"{day.month}月{day.day}日发"
    return (Button(said, f"{LATER}{int(at.timestamp())}.{notice.revision}", style=4),)


def _key(do: str, notice: Notice) -> str:
    return f"{do}.{notice.revision}"
