"""Somebody's leaving is put down, moved and taken back (S42). Nothing is done to his account before the day ends."""

from dataclasses import replace
from datetime import date

from bot.domain.accounts.leaving import PREFIX, Leaving, LeavingState
from bot.domain.accounts.works import Deed, Work, WorkState
from bot.domain.company import Company
from bot.domain.dates import day_seen
from bot.domain.guards import ensure_here
from bot.domain.people import Person
from bot.domain.wording import shown
from bot.errors import Code, Overtaken, UserError
from bot.services.accounts.leaving import clock
from bot.services.accounts.leaving.telling import TOPIC, card, decides, hand, insiders
from bot.services.accounts.working import assign
from bot.services.approvals.kinds import Desk
from bot.shapes.context import Context
from bot.shapes.outgoing import Card, Text, ToPerson

NOT_OWN = "自己的离职请另一位同事来登记，什么都没有改动。"
UNKNOWN = "没有这个编号的离职办理，什么都没有改动。"


def ensure_may_open(sender: Person, target: Person, company: Company) -> None:
    """Raises UserError."""
    ensure_here(target)
    if sender.user_id == target.user_id:
        raise UserError(Code.SELF_TARGET, NOT_OWN, private=True)


async def open_or_move(ctx: Context, target: Person, last_day: date) -> Card:
    """Said again with another day, it is moved. Raises UserError."""
    ensure_may_open(ctx.sender, target, ctx.company)
    await ctx.store.leavings.hold(target.user_id)
    known = await ctx.store.leavings.open_of(target.user_id, ctx.now)
    if known is None:
        return await _open(ctx, target, last_day)
    if known.last_day == last_day:
        day = day_seen(last_day, ctx.now.date())
        raise UserError(Code.DUPLICATE, f"{known.number} 已经登记，最后工作日就是{day}，没有再登记。", private=True)
    if not decides(ctx.sender.user_id, known, ctx.company):
        raise UserError(Code.NO_PERMISSION, "日期由人力资源改，没有改动。", private=True)
    return await _move(ctx, known, last_day)


async def _open(ctx: Context, target: Person, last_day: date) -> Card:
    number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
    leaving = Leaving(number, target.user_id, last_day, ctx.sender.user_id, ctx.now)
    await ctx.store.leavings.add(leaving, by=ctx.act)
    await clock.start(ctx, leaving)
    await hand(ctx, leaving, [user for user in insiders(leaving, ctx.company) if user != ctx.sender.user_id])
    return await _mine(ctx, leaving)


async def _move(ctx: Context, known: Leaving, last_day: date) -> Card:
    after = known.moved(last_day)
    await keep(ctx, known, after, "moved")
    await clock.start(ctx, after)
    day = day_seen(last_day, ctx.now.date())
    _tell_others(ctx, after, f"最后工作日改到{day}")
    return await _mine(ctx, after, head=f"最后工作日改到{day}。")


async def take_back(ctx: Context, leaving: Leaving) -> str:
    """Raises UserError."""
    if not decides(ctx.sender.user_id, leaving, ctx.company):
        raise UserError(Code.NO_PERMISSION, UNKNOWN, private=True)
    if not leaving.is_open:
        raise UserError(Code.BAD_STATE, f"{leaving.number} {leaving.state}，不用再撤回。", private=True)
    after = leaving.becomes(LeavingState.WITHDRAWN)
    await keep(ctx, leaving, after, "withdrawn")
    await clock.nothing_more(ctx, after)
    restored = await _undo(ctx, leaving)
    _tell_others(ctx, after, "离职已撤回")
    return f"{leaving.number} 已撤回，{restored}"


async def _undo(ctx: Context, leaving: Leaving) -> str:
    """What was to be done to the account needn't be any more; what was done is done backwards."""
    for work in await ctx.store.account_works.of_cause(leaving.number, ctx.now):
        if work.is_open:
            await ctx.store.account_works.save(work.becomes(WorkState.DROPPED), was=work.version, by=ctx.act)
    if leaving.state is not LeavingState.OFF:
        return "账号照常用。"
    back = Work(Deed.ENABLE, leaving.user, ctx.sender.user_id, ctx.now, cause=leaving.number, state=WorkState.TO_DO)
    await assign(ctx, back)
    return "账号马上恢复，结果告诉你。退掉的群要重新申请进。"


async def find(ctx: Context, number: str) -> Leaving:
    """Raises UserError: that there is one, only insiders may know."""
    leaving = await ctx.store.leavings.get(number, ctx.now)
    if leaving is None or ctx.sender.user_id not in insiders(leaving, ctx.company):
        raise UserError(Code.NOT_FOUND, UNKNOWN, private=True)
    return leaving


async def keep(desk: Desk, before: Leaving, after: Leaving, change: str) -> None:
    """Raises Overtaken."""
    if not await desk.store.leavings.save(after, change, was=before.version, by=desk.act):
        raise Overtaken(before.number)


async def _mine(ctx: Context, leaving: Leaving, *, head: str = "") -> Card:
    user = ctx.sender.user_id
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=leaving.number, holder=user)
    return replace(await card(ctx, leaving, user, task_id, head=head), task_id=task_id)


def _tell_others(ctx: Context, leaving: Leaving, words: str) -> None:
    name = shown(ctx.company.name_of(leaving.user))
    for user in insiders(leaving, ctx.company):
        if user != ctx.sender.user_id:
            ctx.tell(ToPerson(user), Text(f"{leaving.number} {name}：{words}（{shown(ctx.sender.name)}）。"))
