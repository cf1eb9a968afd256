"""The days of somebody who leaves: a reminder on the working day before, the end of his account, the morning after, and
at last the question whether the account may be deleted, which a human answers."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.domain.accounts.leaving import OFFICE, Leaving, LeavingState
from bot.domain.accounts.works import Deed, Work, WorkState, Write
from bot.domain.dates import day_seen
from bot.domain.groups.errands import Deed as GroupDeed
from bot.domain.groups.errands import Errand
from bot.domain.groups.group import Group
from bot.domain.groups.keeping import keepers_here
from bot.domain.rights import Role
from bot.domain.timers import Timer
from bot.domain.wording import shown
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.accounts.leaving import clock
from bot.services.accounts.leaving.left_over import groups_of, owned_by
from bot.services.accounts.leaving.opening import find
from bot.services.accounts.leaving.passing import pass_on
from bot.services.accounts.leaving.telling import hand, insiders
from bot.services.accounts.working import assign
from bot.services.approvals.kinds import Desk
from bot.services.groups.errands.carrying_out import assign as assign_errand
from bot.shapes.context import Context, JobContext
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "leaver-account"
DELETE, KEEP = "delete", "keep"
WHY: Final = "账号停用"  # all that whoever is asked to take him out of a group reads


async def answer(ctx: JobContext, number: str, timers: Sequence[Timer]) -> None:
    leaving = await ctx.store.leavings.get(number, ctx.now)
    if leaving is None or not leaving.is_open:
        return
    kinds = {timer.kind.split(":")[0] for timer in timers}
    if clock.EVE in kinds and clock.OFF not in kinds:
        await hand(ctx, leaving, insiders(leaving, ctx.company), head="快到最后工作日了，请看一遍还没办的。")
    if clock.OFF in kinds and leaving.state is LeavingState.OPEN:
        await _switch_off(ctx, leaving)
    if clock.AFTER in kinds:
        await _morning_after(ctx, leaving)
    if clock.DELETE in kinds:
        await _ask_to_delete(ctx, leaving)


async def _switch_off(desk: Desk, leaving: Leaving) -> None:
    works = await desk.store.account_works.of_cause(leaving.number, desk.now)
    if any(work.deed is Deed.DISABLE and work.is_open for work in works):
        return
    asker = _asker(desk, leaving)
    off = Work(Deed.DISABLE, leaving.user, asker, desk.now, cause=leaving.number, state=WorkState.TO_DO)
    await assign(desk, off)


async def _morning_after(desk: Desk, leaving: Leaving) -> None:
    """Groups of his go to who looks after them with him, he leaves those he is in; who has to do it is asked."""
    asker = _asker(desk, leaving)
    already = {(each.group, each.deed) for each in await desk.store.errands.of_cause(leaving.number)}
    for group in owned_by(leaving.user, desk.company):
        heir = _heir(group, leaving.user, desk)
        if heir and (group.id, GroupDeed.HAND_OVER) not in already:
            errand = Errand(group.id, GroupDeed.HAND_OVER, leaving.number, asker, (heir,), reason=WHY)
            await assign_errand(desk, errand)
    for group in groups_of(leaving.user, desk.company):
        if (group.id, GroupDeed.REMOVE) not in already:
            errand = Errand(group.id, GroupDeed.REMOVE, leaving.number, asker, (leaving.user,), reason=WHY)
            await assign_errand(desk, errand)
    await pass_on(desk, leaving)
    await hand(desk, leaving, insiders(leaving, desk.company), head="最后工作日已过，还有没办的请办完。")


def _heir(group: Group, leaver: UserId, desk: Desk) -> UserId | None:
    return next((user for user in keepers_here(group, desk.company) if user != leaver), None)


def _asker(desk: Desk, leaving: Leaving) -> UserId:
    """Who opened it; where he has gone himself, somebody of human resources."""
    if desk.company.is_here(leaving.opened_by):
        return leaving.opened_by
    return next(iter(insiders(leaving, desk.company)), leaving.opened_by)


async def switched(desk: Desk, work: Work) -> None:
    """Something was done to an account because its owner leaves."""
    leaving = await desk.store.leavings.get(work.cause, desk.now)
    if leaving is None or not leaving.is_open:
        return
    if work.deed is Deed.DISABLE and leaving.state is LeavingState.OPEN:
        after = leaving.becomes(LeavingState.OFF)
        if await desk.store.leavings.save(after, "off", was=leaving.version, by=desk.act):
            await clock.ask_to_delete(desk, after, since=after.last_day)
    elif work.deed is Deed.DELETE:
        after = leaving.becomes(LeavingState.GONE)
        if await desk.store.leavings.save(after, "gone", was=leaving.version, by=desk.act):
            await clock.nothing_more(desk, after)
            await desk.store.accounts.forget([after.user])  # should it be there again, it is a new one


async def _ask_to_delete(desk: Desk, leaving: Leaving) -> None:
    """Nothing is deleted by itself. What a dispute holds stays, and who asks is told no more than that."""
    if leaving.user in await desk.store.holds.held():
        await clock.ask_to_delete(desk, leaving, since=desk.now.date())
        name = shown(desk.company.name_of(leaving.user))
        for user in desk.company.in_office(*OFFICE):
            if user != leaving.user:
                desk.tell(ToPerson(user), Text(f"{leaving.number} {name} 的账号现在还不能删，到时候再提醒。"))
        return
    if desk.company.accounts.write is Write.ON and desk.company.is_here(leaving.user):
        await _is_back(desk, leaving)
        return
    for user in _deleters(leaving, desk):
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=leaving.number, holder=user)
        desk.tell(ToPerson(user), replace(_question(desk, leaving), task_id=task_id))


async def _is_back(desk: Desk, leaving: Leaving) -> None:
    """Somebody has enabled him again: he doesn't leave any more."""
    after = leaving.becomes(LeavingState.WITHDRAWN)
    if not await desk.store.leavings.save(after, "withdrawn", was=leaving.version, by=desk.act):
        return
    name = shown(desk.company.name_of(leaving.user))
    for user in insiders(leaving, desk.company):
        desk.tell(ToPerson(user), Text(f"{leaving.number} {name} 的账号又在用了，不删，这次离职不办了。"))


def _deleters(leaving: Leaving, desk: Desk) -> tuple[UserId, ...]:
    """The administrators; where there are none, human resources."""
    for roles in ((Role.WECOM_ADMIN,), OFFICE):
        if found := tuple(user for user in desk.company.in_office(*roles) if user != leaving.user):
            return found
    return ()


def _question(desk: Desk, leaving: Leaving) -> Card:
    title = f"{leaving.number} 要删除{shown(desk.company.name_of(leaving.user))}的账号吗？"
    day = day_seen(leaving.last_day, desk.now.date())
    how = "确认后我直接删除" if desk.company.accounts.write is Write.ON else "确认后请在管理后台删除"
    days = desk.company.accounts.keep.days
    seen = "通讯录里看还在用，先核对" if desk.company.is_here(leaving.user) else "已停用"
    desc = f"账号 {leaving.user}，{day}离职，{seen}。删除后聊天记录和文件找不回来，{how}。"
    buttons = (Button("确认删除", DELETE, style=2), Button(f"再留 {days} 天" if days else "先不删", KEEP, style=4))
    return Card(title, f"{title}{desc}", desc=desc, buttons=buttons)


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """What an administrator says to the question. Raises UserError."""
    leaving = await find(ctx, number)
    title = f"{number} {shown(ctx.company.name_of(leaving.user))}的账号"
    if press.key not in (DELETE, KEEP):
        raise unknown_button()
    if ctx.sender.user_id not in _deleters(leaving, ctx):
        raise UserError(Code.NO_PERMISSION, "这一步由企业微信管理员办，没有改动。", private=True)
    works = await ctx.store.account_works.of_cause(number, ctx.now)
    asked = any(work.deed is Deed.DELETE and work.is_open for work in works)
    if leaving.state is not LeavingState.OFF or asked:
        return outcome(title, "正在删除。" if asked else f"{leaving.state}。")
    if press.key == KEEP:
        await clock.ask_to_delete(ctx, leaving, since=ctx.now.date())
        return outcome(title, "先不删，到时再问你。")
    if leaving.user in await ctx.store.holds.held():
        return outcome(title, "账号现在还不能删，到时候再问你。")
    if ctx.company.accounts.write is Write.ON and ctx.company.is_here(leaving.user):
        await _is_back(ctx, leaving)
        return outcome(title, "账号又在用了，没有删，这次离职不办了。")
    gone = Work(Deed.DELETE, leaving.user, ctx.sender.user_id, ctx.now, cause=number, state=WorkState.TO_DO)
    await assign(ctx, gone)
    return outcome(title, "收到，办好了告诉你。")
