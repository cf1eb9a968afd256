"""Whoever is here for a time, interns, temporary workers and outsiders, has a last day: human resources are reminded
before, by a card that registers his leaving or moves the day (S59, S60)."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from bot.domain.accounts.account import Account, Origin
from bot.domain.accounts.leaving import OFFICE
from bot.domain.accounts.newcomer import Employment
from bot.domain.approvals.line import line_above
from bot.domain.dates import day_seen
from bot.domain.people import Person
from bot.domain.wording import shown
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.accounts.leaving.opening import open_or_move
from bot.services.accounts.profiles import days_since_work
from bot.services.approvals.kinds import Desk
from bot.services.talking.listening import listen
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "account-end"
COMMAND: Final = "账号期限"
LEAVE, LONGER = "leave", "longer"
WHEN: Final = "延到哪天？直接回复，例如：到明年3月31日。"


async def remind(desk: Desk) -> None:
    """Once for each of the days that the company says, and the day after it is over where nothing was done."""
    before = (*desk.company.accounts.before_end, 0, -1)
    days = {day + timedelta(days=each) for day in days_since_work(desk) for each in before}
    for account in await desk.store.accounts.ending(min(days), max(days)):
        if account.until not in days or not desk.company.is_here(account.user):
            continue
        if await desk.store.leavings.open_of(account.user, desk.now) is None:
            await _ask(desk, account)


async def _ask(desk: Desk, account: Account) -> None:
    for user in desk.company.in_office(*OFFICE):
        if user != account.user:
            task_id = await desk.store.cards.issue(topic=TOPIC, subject=account.user, holder=user)
            desk.tell(ToPerson(user), replace(_card(desk, account), task_id=task_id))
    head = account.sponsor or next(iter(line_above(desk.company, account.user)), None)
    if head and desk.company.is_here(head) and head not in desk.company.in_office(*OFFICE):
        words = f"{_title(desk, account)}。要留，请告诉人力资源延到哪天；不留，请安排交接。"
        desk.tell(ToPerson(head), Text(words))


def _title(desk: Desk, account: Account) -> str:
    until = account.until or desk.now.date()
    name = shown(desk.company.name_of(account.user))
    when = day_seen(until, desk.now.date())
    over = "已经到期" if until < desk.now.date() else "到期"
    return f"{name}（{account.employment}）{when}{over}"


def _card(desk: Desk, account: Account) -> Card:
    title = _title(desk, account)
    desc = "按「办离职」登记最后工作日，到时停用账号；要留，按「延期」。"
    buttons = (Button("办离职", LEAVE), Button("延期", LONGER, style=4))
    return Card(title, f"{title}。{desc}", desc=desc, buttons=buttons)


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """Raises UserError."""
    account = await ctx.store.accounts.get(UserId(subject))
    person = ctx.company.person(UserId(subject))
    if account is None or person is None or press.key not in (LEAVE, LONGER):
        raise unknown_button()
    if ctx.sender.user_id not in ctx.company.in_office(*OFFICE):
        raise UserError(Code.NO_PERMISSION, "这件事由人力资源办，没有改动。", private=True)
    title = f"{shown(ctx.company.name_of(person.user_id))}（{account.employment}）"
    if press.key == LONGER:
        return outcome(title, await _ask_longer(ctx, person))
    day = max(account.until or ctx.now.date(), ctx.now.date())
    ctx.tell(ToPerson(ctx.sender.user_id), await open_or_move(ctx, person, day))
    return outcome(title, f"已登记离职，最后工作日 {day_seen(day, ctx.now.date())}。")


async def _ask_longer(ctx: Context, person: Person) -> str:
    await listen(ctx, f"/{COMMAND} {ctx.company.name_of(person.user_id)}", WHEN, action=COMMAND)
    return WHEN


async def note_end(ctx: Context, person: Person, kind: Employment | None, until: date | None) -> str:
    """Until when somebody is here; for good, where it is 正式. Raises UserError."""
    user, today = person.user_id, ctx.now.date()
    if user == ctx.sender.user_id:
        raise UserError(Code.SELF_TARGET, "自己的期限请另一位同事来登记，什么都没有改动。", private=True)
    known = await ctx.store.accounts.get(user) or Account(user, Origin.BEFORE, today)
    after = replace(known, employment=kind or known.employment, until=until)
    if after.employment is Employment.REGULAR and until:
        raise UserError(
            Code.MISSING_ARG, "是临时工、实习生还是外部人员？正式员工不用登记期限。", missing=("employment",)
        )
    if after.employment.ends and until is None:
        raise UserError(Code.MISSING_ARG, WHEN, missing=("until",))
    await ctx.store.accounts.put(after, by=ctx.act)
    name = shown(ctx.company.name_of(user))
    if until is None:
        return f"已登记：{name} 是正式员工，没有期限。"
    days = "、".join(map(str, ctx.company.accounts.before_end))
    return f"已登记：{name}（{after.employment}）用到 {day_seen(until, today)}，到期前 {days} 天提醒人力资源。"
