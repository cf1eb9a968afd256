"""The buttons on the card of somebody's leaving."""

from dataclasses import replace
from typing import Final

from bot.domain.accounts.leaving import Leaving, LeavingState
from bot.domain.approvals.line import line_above
from bot.domain.dates import day_seen
from bot.domain.wording import shown
from bot.errors import Code, UserError, unknown_button
from bot.services.accounts.leaving import telling
from bot.services.accounts.leaving.left_over import checklist, groups_of, owned_by
from bot.services.accounts.leaving.opening import find, keep, take_back
from bot.services.accounts.leaving.telling import card, decides, full_list
from bot.services.talking.listening import listen
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply, outcome

COMMAND: Final = "离职"
WHEN: Final = "最后工作日改到哪天？直接回复日期就行。"


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Raises UserError."""
    leaving = await find(ctx, number)
    title = f"{number} 离职办理：{shown(ctx.company.name_of(leaving.user))}"
    if press.key == telling.HOW:
        ctx.tell(ToPerson(ctx.sender.user_id), Text(await full_list(ctx, leaving)))
        return Reply(await card(ctx, leaving, ctx.sender.user_id, press.task_id))
    if not leaving.is_open:
        return outcome(title, f"{leaving.state}。")
    if press.key == telling.TICK:
        return await _tick(ctx, leaving, press)
    if press.key not in (telling.TELL, telling.MOVE, telling.BACK):
        raise unknown_button()
    if not decides(ctx.sender.user_id, leaving, ctx.company):
        raise UserError(Code.NO_PERMISSION, "这一步由人力资源办，没有改动。", private=True)
    if press.key == telling.BACK:
        return outcome(title, await take_back(ctx, leaving))
    if press.key == telling.MOVE:
        return outcome(title, await _ask_day(ctx, leaving))
    return await _ask_to_pass_on(ctx, leaving, press)


async def _tick(ctx: Context, leaving: Leaving, press: Press) -> Reply:
    """What he has chosen of the list; without a choice, the card as it stands now."""
    me = ctx.sender.user_id
    key = next(iter(press.selected.get(telling.ITEM, ())), "")
    items = [line.item for line in await checklist(ctx, leaving) if line.item and line.key == key]
    chosen = next(iter(items), "")
    if not chosen:
        return Reply(await card(ctx, leaving, me, press.task_id, head="先在下拉里选一项，再按「办好了」。"))
    after = leaving if chosen in leaving.ticked else leaving.with_tick(chosen, me)
    if after is not leaving:
        await keep(ctx, leaving, after, "ticked")
    return Reply(await card(ctx, after, me, press.task_id, head=f"已记下：{shown(chosen)}。"))


async def _ask_day(ctx: Context, leaving: Leaving) -> str:
    await listen(ctx, f"/{COMMAND} {ctx.company.name_of(leaving.user)}", WHEN, action=COMMAND)
    return WHEN


async def _ask_to_pass_on(ctx: Context, leaving: Leaving, press: Press) -> Reply:
    """He and who stands above him read what is to be passed on; that he leaves they know from human resources."""
    if leaving.state is not LeavingState.OPEN:
        raise UserError(Code.BAD_STATE, f"{leaving.number} {leaving.state}，不用再通知。", private=True)
    after = replace(leaving, told=True, version=leaving.version + 1)
    await keep(ctx, leaving, after, "told")
    day = day_seen(leaving.last_day, ctx.now.date())
    if ctx.company.is_here(leaving.user):
        ctx.tell(ToPerson(leaving.user), Text(_for_himself(ctx, leaving, day)))
    told = ["本人"]
    head = next(iter(line_above(ctx.company, leaving.user)), None)
    if head and head != ctx.sender.user_id and ctx.company.is_here(head):
        name = shown(ctx.company.name_of(leaving.user))
        words = f"{name} 最后工作日 {day}，请安排工作、客户和文件的交接人。这件事请先不要在群里说。"
        ctx.tell(ToPerson(head), Text(words))
        told.append(shown(ctx.company.name_of(head)))
    return Reply(await card(ctx, after, ctx.sender.user_id, press.task_id, head=f"已请{'和'.join(told)}交接。"))


def _for_himself(ctx: Context, leaving: Leaving, day: str) -> str:
    owned = [each.name for each in owned_by(leaving.user, ctx.company)]
    kept = [each.name for each in groups_of(leaving.user, ctx.company) if leaving.user in each.keepers]
    lines = [f"你的最后工作日是 {day}，当天结束后企业微信账号停用。之前请办好：", *ctx.company.accounts.items]
    if owned or kept:
        names = "、".join(shown(each) for each in dict.fromkeys([*owned, *kept]))
        lines.append(f"群：{names}，请和部门负责人商量由谁接手")
    lines.append("等你审批的，发 /待办 办完；自己的资料想留一份，发 /我的数据。有疑问找人力资源。")
    return "\n".join(lines)
