"""A sheet is opened for those who are to come; they are told, reminded, and asked to sign where they are.

Trainings and drills use it alike: whoever opens one has a number, and asks afterwards who was there.
"""

import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.safety.sign_in.marks import Mark, Presence, attending, presences
from bot.domain.safety.sign_in.sheet import Sheet, SheetState
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.many import tell_many
from bot.services.safety.sign_in.wording import called, invitation, when
from bot.services.timers import call_off, set_timers
from bot.shapes.outgoing import Text, ToPerson

JOB: Final = "sign-in"
TOPIC: Final = "sign-in"
AT_ONCE: Final = 200  # people who are told in one transaction
_EVENING_BEFORE: Final = time(16, 0)
_MORNING: Final = time(8, 30)
_SOON: Final = timedelta(hours=1)  # before the start a reminder of the morning says nothing new


class Stage(StrEnum):
    """What its timers are for, in the order in which they ring."""

    INVITE = "invite"
    DAY_BEFORE = "day-before"
    MORNING = "morning"
    OPENS = "opens"
    STARTS = "starts"
    CLOSES = "closes"


def new_seed() -> str:
    return secrets.token_hex(16)


async def open_sheet(desk: Desk, sheet: Sheet, users: Sequence[UserId]) -> None:
    """Everybody who is to come is told: the first at once, the others within moments."""
    await desk.store.sign_in.open(sheet, by=desk.act)
    await set_timers(desk, JOB, sheet.number, _timers(sheet, desk))
    await invite(desk, sheet, users)


async def invite(desk: Desk, sheet: Sheet, users: Sequence[UserId]) -> None:
    """Also whoever joins later. Who was invited before is not told again."""
    known = await attendance(desk, sheet.number)
    new = [each for each in dict.fromkeys(users) if each not in known and desk.company.is_here(each)]
    await desk.store.sign_in.mark(sheet.number, new, Mark.INVITED, by=desk.act)
    await tell_invited(desk, sheet, [*known, *new], len(known))


async def tell_invited(desk: Desk, sheet: Sheet, invited: Sequence[UserId], at: int) -> None:
    for user in invited[at : at + AT_ONCE]:
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=sheet.number, holder=user)
        desk.tell(ToPerson(user, about(sheet)), invitation(sheet, desk.now, task_id))
    await go_on(desk, sheet, Stage.INVITE, at + AT_ONCE, len(invited))


async def go_on(desk: Desk, sheet: Sheet, stage: Stage, at: int, count: int) -> None:
    """The next ones follow in a transaction of their own."""
    if at < count:
        await set_timers(desk, JOB, sheet.number, {kind(stage, sheet, at): desk.now})


async def move_sheet(desk: Desk, sheet: Sheet, starts: datetime, place: str) -> Sheet:
    """It takes place at another time or place: those who were invited are told, and reminded anew."""
    await call_off(desk, JOB, sheet.number)
    await desk.store.sign_in.move(sheet.number, starts, place, by=desk.act)
    moved = await desk.store.sign_in.get(sheet.number, desk.now) or sheet
    await set_timers(desk, JOB, sheet.number, _timers(moved, desk))
    words = f"{called(moved)}改了：{when(moved, desk.now)}（{sheet.number}）。原来是 {when(sheet, desk.now)}。"
    await _put_right(desk, sheet, words)
    return moved


async def call_off_sheet(desk: Desk, sheet: Sheet, why: str) -> None:
    await desk.store.sign_in.close(sheet.number, SheetState.CALLED_OFF, by=desk.act)
    await call_off(desk, JOB, sheet.number)
    words = f"{called(sheet)}取消了，不用来（{sheet.number}，原定 {when(sheet, desk.now)}）。{why}"
    await _put_right(desk, sheet, words)


async def _put_right(desk: Desk, sheet: Sheet, words: str) -> None:
    """All at once; who hasn't got his invitation or reminder yet doesn't get it afterwards."""
    await desk.store.deliveries.withdraw(about(sheet))
    tell_many(desk, await attendance(desk, sheet.number), Text(words))


def about(sheet: Sheet) -> str:
    """Of its invitations and reminders."""
    return f"sheet:{sheet.number}"


async def attendance(desk: Desk, number: str) -> Mapping[UserId, Presence]:
    return attending(await desk.store.sign_in.marks(number, desk.now))


async def presence_of(desk: Desk, number: str, user: UserId) -> Presence | None:
    """How one person stands, whether he was asked to come or not; None: nothing was put down of him."""
    marks = await desk.store.sign_in.marks_of(user, [number], desk.now)
    return presences(marks.get(number, ())).get(user)


def missing(found: Mapping[UserId, Presence], *, without: Iterable[UserId] = ()) -> list[UserId]:
    """Who has not signed, in the order of the invitations."""
    left_out = set(without)
    return [each.user for each in found.values() if not each.was_here and each.user not in left_out]


def kind(stage: Stage, sheet: Sheet, at: int = 0) -> str:
    """A timer rings once ever: what is moved has timers of its own."""
    return f"{stage}|{sheet.starts:%m%d%H%M}|{at}"


def read_kind(written: str) -> tuple[Stage, int]:
    stage, _, at = written.split("|")
    return Stage(stage), int(at)


def _timers(sheet: Sheet, desk: Desk) -> Mapping[str, datetime]:
    starts, calendar = sheet.starts, desk.company.pace.calendar
    before = starts.date() - timedelta(days=1)
    while not calendar.is_workday(before) and before > desk.now.date():
        before -= timedelta(days=1)
    due = {
        Stage.DAY_BEFORE: datetime.combine(before, _EVENING_BEFORE, starts.tzinfo),
        Stage.MORNING: datetime.combine(starts.date(), _MORNING, starts.tzinfo),
        Stage.OPENS: sheet.opens,
        Stage.STARTS: starts,
        Stage.CLOSES: sheet.closes,
    }
    if due[Stage.MORNING] > starts - _SOON:
        del due[Stage.MORNING]
    if sheet.opens <= desk.now < sheet.closes:  # planned at the last minute: its leader has the code at once
        due[Stage.OPENS] = desk.now
    return {kind(stage, sheet): at for stage, at in due.items() if at >= desk.now}
