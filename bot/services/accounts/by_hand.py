"""An administrator does in the console what the bot may not, by a card with exactly what to type. What he says is
compared with the directory, where one can be read; he is reminded once."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.accounts.works import Deed, Work, WorkState, Write
from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.rights import Role
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.accounts.wording import DONE_BUTTON, WHERE, to_type, wish
from bot.services.approvals.kinds import Desk
from bot.services.groups.wording import names
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "account-work"
JOB: Final = "account-works"
DONE, CANNOT = "done", "cannot"
PATIENCE: Final = timedelta(minutes=10)  # with a directory that can't be read; then his word counts
DRY: Final = "试运行：正式打开后，这一步由我直接写入通讯录。"


async def ask_somebody(desk: Desk, work: Work) -> None:
    """All who may do it get the card; the first to close it closes it for all. The asker knows who was asked."""
    helpers = doers(work, desk.company)
    after = work.becomes(WorkState.ASKED, why=work.why, due_at=_due(desk, work))
    if not await desk.store.account_works.save(after, was=work.version, by=desk.act):
        return
    await _hand_out(desk, after)
    if work.asker not in helpers and desk.company.is_here(work.asker):
        why = f"{work.why}，" if work.why else ""
        asked = f"已请 {names(desk.company, helpers)} 在管理后台办，办好了告诉你。"
        words = f"{work.cause} {wish(work, desk.company)}：{why}{asked}"
        desk.tell(ToPerson(work.asker), Text(words))


async def ask_again(desk: Desk, work: Work) -> None:
    """The directory says otherwise."""
    after = replace(work.becomes(WorkState.ASKED, why=_not_so(work), due_at=_due(desk, work)), unseen=True)
    if await desk.store.account_works.save(after, was=work.version, by=desk.act):
        await _hand_out(desk, after)


async def remind(desk: Desk, work: Work) -> None:
    """Nobody answered in time: they get the card once more, and the asker is told."""
    after = work.becomes(WorkState.ASKED, why=work.why)
    if not await desk.store.account_works.save(after, was=work.version, by=desk.act):
        return
    await _hand_out(desk, after)
    helpers = doers(work, desk.company)
    if work.asker not in helpers and desk.company.is_here(work.asker):
        words = f"{work.cause} {wish(work, desk.company)}：还没有回音，已再次提醒 {names(desk.company, helpers)}。"
        desk.tell(ToPerson(work.asker), Text(words))


def doers(work: Work, company: Company) -> tuple[UserId, ...]:
    """Nobody is asked to switch off himself."""
    for roles in ((Role.WECOM_ADMIN,), (Role.HR, Role.GROUP_HR)):
        if found := tuple(user for user in company.in_office(*roles) if user != work.user):
            return found
    return (work.asker,)


def _due(desk: Desk, work: Work) -> datetime:
    """Who must not get in any more isn't left in for a day."""
    pace = desk.company.pace
    return pace.remind_at(desk.now) if work.deed is Deed.DISABLE else pace.escalate_at(desk.now)


async def _hand_out(desk: Desk, work: Work) -> None:
    """A mobile number stands on it, to be typed: it goes from the outbox within the hour after it was delivered."""
    for user in doers(work, desk.company):
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=str(work.number), holder=user)
        desk.tell(ToPerson(user), replace(_card(desk, work), task_id=task_id))
        if work.mobile:
            await desk.store.private_words.note(desk.act.cause, user, desk.now)


def _card(desk: Desk, work: Work) -> Card:
    company = desk.company
    title = wish(work, company)
    head = f"{work.why}，" if work.why else ""
    until = "还没有回音" if work.due_at is None else f"{clock_time(work.due_at, desk.now)} 前办好"
    if work.deed is Deed.DISABLE and work.due_at:
        until = "请现在就停用"
    lines = [f"{work.cause} {head}{until}。", *to_type(work, company), f"{WHERE[work.deed]}。"]
    if company.accounts.write is Write.TRY:
        lines.append(DRY)
    buttons = (Button(DONE_BUTTON[work.deed], DONE), Button("做不到", CANNOT, style=3))
    return Card(title, "\n".join([title, *lines]), desc="\n".join(lines), buttons=buttons)


def _not_so(work: Work) -> str:
    if work.deed is Deed.CREATE:
        return "通讯录里还没看到这个账号，再看一眼姓名和部门"
    return {Deed.DELETE: "账号还在通讯录里", Deed.DISABLE: "账号还能用", Deed.ENABLE: "账号还是停用的"}.get(
        work.deed, "通讯录里还是原来的资料"
    )


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Raises UserError."""
    await ctx.store.private_words.note(ctx.act.cause, ctx.sender.user_id, ctx.now)
    work = await ctx.store.account_works.get(int(number), ctx.now)
    if work is None or press.key not in (DONE, CANNOT):
        raise unknown_button()
    title = f"{work.cause} {wish(work, ctx.company)}"
    if ctx.sender.user_id not in doers(work, ctx.company):
        raise UserError(Code.NO_PERMISSION, "这件事现在由别的同事来办，没有改动。", private=True)
    if work.state is not WorkState.ASKED:
        return outcome(title, f"这件事已经有结果：{work.state}。")
    if press.key == CANNOT:
        return outcome(title, await _give_up(ctx, work))
    after = work.becomes(WorkState.CHECKING, by=ctx.sender.user_id, due_at=ctx.now + PATIENCE)
    if not await ctx.store.account_works.save(after, was=work.version, by=ctx.act):
        return outcome(title, "刚刚有人回复过了。")
    await ctx.store.jobs.hasten(JOB, ctx.now)
    return outcome(title, "收到，我去通讯录里核对，结果马上告诉你。")


async def _give_up(ctx: Context, work: Work) -> str:
    after = work.becomes(WorkState.FAILED, by=ctx.sender.user_id)
    if not await ctx.store.account_works.save(after, was=work.version, by=ctx.act):
        return "刚刚有人回复过了。"
    asker = work.asker
    if asker != ctx.sender.user_id and ctx.company.is_here(asker):
        who = ctx.company.name_of(ctx.sender.user_id)
        words = f"{work.cause} {wish(work, ctx.company)}：{who} 说做不到，请直接找对方问清楚，再重新提。"
        ctx.tell(ToPerson(asker), Text(words))
        return f"已记下，也告诉了 {ctx.company.name_of(asker)}。"
    return "已记下。"
