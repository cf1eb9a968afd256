"""How long people from outside stay: who answers for them is reminded, they are sent away, or stay longer (D7§4.5)."""

from dataclasses import replace
from datetime import date
from typing import Final

from bot.domain.dates import day_seen
from bot.domain.groups.errands import Deed, Errand, ErrandState
from bot.domain.groups.group import Group, Guest
from bot.domain.groups.guests import LONGEST, months_later, stay_key
from bot.domain.groups.keeping import keepers_of
from bot.domain.groups.numbers import Series
from bot.domain.wording import shown
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.errands.carrying_out import assign
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "guest-stay"
REMIND_BEFORE: Final = (7, 1)  # days
LONGER: Final = {"1": "延一个月", "3": "延三个月", "12": "延一年"}
LET_GO: Final = "0"


async def look_after(desk: Desk, day: date) -> None:
    """What falls due on `day`. Nothing while the directory is empty: everybody would look like a leaver."""
    if not desk.company.people:
        return
    for known in [group for group in desk.company.groups if group.guests]:
        group = await desk.store.groups.hold(known.id)
        for guest in group.guests if group else ():
            if group:
                await _look(desk, group, guest, day)


async def stay_longer(desk: Desk, group: Group, guest: Guest, *, cause: str) -> None:
    """Until the new end; if somebody was to send him away because the old one was over, that is not wanted any more."""
    await desk.store.groups.admit(group.id, guest, cause=cause, by=desk.act)
    for errand in await desk.store.errands.open_ones(group.id):
        if errand.deed is Deed.REMOVE and errand.guest == guest.name and errand.expires_on:
            await desk.store.errands.save(replace(errand, state=ErrandState.DROPPED), was=errand.state, by=desk.act)


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """A button of the card that reminds of an end. Raises UserError."""
    found = [
        (group, guest) for group in ctx.company.groups for guest in group.guests if stay_key(group, guest) == subject
    ]
    if not found:
        return outcome("外部成员的有效期", "这位外部成员的有效期已经改过，或者已经不在群里，没有改动。")
    (group, guest), *_ = found
    group = await ctx.store.groups.hold(group.id) or group
    title = _title(group, guest)
    if press.key == LET_GO:
        return outcome(title, "好的，到期后我会请群管理员把对方移出群。")
    if press.key not in LONGER or guest.expires_on is None:
        raise unknown_button()
    if ctx.sender.user_id not in group.keepers:
        raise UserError(Code.NO_PERMISSION, f"你现在不是{group.name}的群管理员，不能延期。请找群管理员来办。")
    if group.guest(guest.name) != guest:
        return outcome(title, "有效期刚刚有变动，没有改动。")
    until = _until(guest.expires_on, int(press.key), ctx.now.date())
    number = await ctx.store.numbers.next(Series.INVITED, ctx.now.date())
    await stay_longer(ctx, group, Guest(guest.name, ctx.sender.user_id, until), cause=number)
    return outcome(title, f"有效期改到{day_seen(until, ctx.now.date())}，由你负责（{number}）。")


async def _look(desk: Desk, group: Group, guest: Guest, day: date) -> None:
    if guest.sponsor and not desk.company.is_here(guest.sponsor):
        await _ask_for_sponsor(desk, group, guest, guest.sponsor)
        guest = replace(guest, sponsor=None)
    if guest.expires_on is None:
        return
    left = (guest.expires_on - day).days
    if left < 0:
        await _send_away(desk, group, guest)
    elif left in REMIND_BEFORE:
        await _remind(desk, group, guest, guest.expires_on)


async def _remind(desk: Desk, group: Group, guest: Guest, end: date) -> None:
    """Only a keeper lets people in, so only a keeper can let them stay (D7§6)."""
    until = day_seen(end, desk.now.date())
    for user in _answering(desk, group, guest):
        if user not in group.keepers:
            words = f"{_title(group, guest)}，{until}到期。到期后会请群管理员把对方移出；要延期，请找群管理员。"
            desk.tell(ToPerson(user), Text(words))
            continue
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=stay_key(group, guest), holder=user)
        how = f"发 /邀请 {shown(guest.name)} {group.name} 有效期到某月某日"
        card = Card(
            title=_title(group, guest),
            desc=f"{until}到期，到期后会请群管理员把对方移出。还要合作就延期",
            plain=f"{_title(group, guest)}，{until}到期，到期后会请群管理员把对方移出。要延期，{how}。",
            buttons=(*(Button(text, key) for key, text in LONGER.items()), Button("不延期", LET_GO, style=3)),
            task_id=task_id,
        )
        desk.tell(ToPerson(user), card)


async def _send_away(desk: Desk, group: Group, guest: Guest) -> None:
    """Once for each end: whoever says that he can't is not asked every day."""
    past = await desk.store.errands.past(group.id, Deed.REMOVE, guest=guest.name)
    answering = _answering(desk, group, guest)
    if not answering or any(each.is_open or each.expires_on == guest.expires_on for each in past):
        return
    number = await desk.store.numbers.next(Series.REMOVED, desk.now.date())
    away = Errand(group.id, Deed.REMOVE, number, answering[0], guest=guest.name, expires_on=guest.expires_on)
    await assign(desk, replace(away, reason="有效期已到"))


async def _ask_for_sponsor(desk: Desk, group: Group, guest: Guest, gone: UserId) -> None:
    """Nobody answers for him from now on, so it is asked for once."""
    number = await desk.store.numbers.next(Series.INVITED, desk.now.date())
    await desk.store.groups.admit(group.id, replace(guest, sponsor=None), cause=number, by=desk.act)
    end = f"{guest.expires_on:%Y-%m-%d}" if guest.expires_on else "某月某日"
    how = f"由谁负责就由谁发：/邀请 {shown(guest.name)} {group.name} 有效期到{end}"
    for keeper in keepers_of(group, desk.company):
        who = f"{_title(group, guest)}，原来的负责人 {shown(desk.company.name_of(gone))} 已离职"
        desk.tell(ToPerson(keeper), Text(f"{who}，现在没有人负责。{how}"))


def _answering(desk: Desk, group: Group, guest: Guest) -> tuple[UserId, ...]:
    if guest.sponsor and desk.company.is_here(guest.sponsor):
        return (guest.sponsor,)
    return keepers_of(group, desk.company)


def _until(end: date, months: int, today: date) -> date:
    """From the end on, but never longer than may be."""
    return min(months_later(max(end, today), months), today + LONGEST)


def _title(group: Group, guest: Guest) -> str:
    return f"{group.name}的外部成员 {shown(guest.name)}"
