"""Whose punch is missing is told so, he alone, once, with a button that asks for it to be put right."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from bot.domain.attendance.punching import Absence, Stamp, Worked, missing, over_by
from bot.domain.attendance.slot import Slot
from bot.domain.dates import clock_time, day
from bot.domain.leave.counting.recurring import Daily
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.talking.confirming import NO, TOPIC, YES
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.ports import Punched

FIX: Final = "补卡"
ANSWER_WITHIN: Final = timedelta(days=3)


async def tell_missing(desk: Desk, punched: Punched) -> None:
    """Run again, it tells nobody twice."""
    worked = list(over_by(desk.company, punched.at))
    by_user = defaultdict[UserId, list[Stamp]](list)
    for stamp in punched.stamps:
        by_user[stamp.user].append(stamp)
    away = await _absences(desk, worked)
    for each in worked:
        rules = desk.company.attendance
        lacking = missing(each, by_user[each.user], away.get(each.user, ()), rules, punched.at)
        if fresh := [slot for slot in lacking if await _is_news(desk, each, slot)]:
            await _tell(desk, each, fresh, all_of_them=set(lacking) == set(rules.slots))


async def _absences(desk: Desk, worked: Sequence[Worked]) -> Mapping[UserId, Sequence[Absence]]:
    """What they have of those days, or may still have: who waits for a yes isn't asked where he was."""
    found = defaultdict[UserId, list[Absence]](list)
    if not worked:
        return found
    zone, users = desk.now.tzinfo, {each.user for each in worked}
    begins = min(each.shift.begins(each.on, zone) for each in worked)
    ends = max(each.shift.ends(each.on, zone) for each in worked)
    for leave in await desk.store.leaves.between(begins, ends, users):
        if not isinstance(leave.when, Daily):
            found[leave.user].append((leave.begins, leave.ends))
    for trip in await desk.store.trips.between(begins, ends, users):
        found[trip.user].append((trip.begins, trip.ends))
    return found


async def _is_news(desk: Desk, worked: Worked, slot: Slot) -> bool:
    """He wasn't told before, and hasn't asked for it himself."""
    if await desk.store.punch_fixes.standing(worked.user, worked.on, slot, desk.now):
        return False
    return await desk.store.missed_punches.note(worked.user, worked.on, slot, by=desk.act)


async def _tell(desk: Desk, worked: Worked, slots: Sequence[Slot], *, all_of_them: bool) -> None:
    on = day(worked.on)
    if len(slots) == 1 and not all_of_them:
        desk.tell(ToPerson(worked.user), await _card(desk, worked, slots[0]))
        return
    named, short = "、".join(slots), f"{worked.on.month}.{worked.on.day}"
    words = (
        f"{on}没有你的{named}打卡记录，也没有请假、出差或外出。忘了打卡，发 /{FIX} {short} {slots[0]}；"
        "忘了请假，发 /补假；不在公司，发 /外出 或 /出差 补报。"
    )
    desk.tell(ToPerson(worked.user), Text(words))


async def _card(desk: Desk, worked: Worked, slot: Slot) -> Card:
    closes_at = desk.now + ANSWER_WITHIN
    line = f"/{FIX} {worked.on.isoformat()} {slot.name}"
    opened = await desk.store.confirmations.open(
        asker=worked.user, chat=None, line=line, closes_at=closes_at, by=desk.act
    )
    title = f"{day(worked.on)}没有你的{slot}打卡记录"
    until = f"忘了打卡就按「{FIX}」；不在公司，发 /外出 或 /出差 补报。{clock_time(closes_at, desk.now)} 前有效"
    return Card(
        title=title,
        desc=until,
        plain=f"{title}。忘了打卡，回复「/确认 {opened.id}」我就替你提交{FIX}；{until}。",
        buttons=(Button(FIX, YES), Button("不用补", NO, style=3)),
        task_id=await desk.store.cards.issue(topic=TOPIC, subject=str(opened.id), holder=worked.user),
    )
