"""Once a year everybody is asked whether what stands of him is right (D10§四.1); what isn't goes to human resources."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from bot.domain.accounts.account import Account, Origin, lacking
from bot.domain.accounts.leaving import OFFICE
from bot.domain.wording import shown
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import ANYBODY
from bot.services.accounts.profiles import days_since_work, described
from bot.services.approvals.kinds import Desk
from bot.services.many import tell_many
from bot.services.talking.listening import listen
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "own-profile"
ALL_TOPIC: Final = "yearly-profile"
COMMAND: Final = "确认资料"
RIGHT, WRONG, LOOK = "right", "wrong", "look"
AGAIN_AFTER: Final = timedelta(days=14)
WHAT: Final = "哪里不对，应该是什么？直接回复，我转给人力资源。"


async def ask_everybody(desk: Desk) -> None:
    """On the day, and once more those who haven't answered in two weeks."""
    rules, today, since = desk.company.accounts, desk.now.date(), days_since_work(desk)
    if rules.confirm_on is None:
        return
    day = date(since[-1].year, *rules.confirm_on)
    if day not in since and day + AGAIN_AFTER not in since:
        return
    wanted = await desk.store.accounts.unconfirmed(day)
    users = sorted(user for user in wanted if desk.company.is_here(user))
    if not users:
        return
    task_id = await desk.store.cards.issue(topic=ALL_TOPIC, subject=str(today.year), holder=ANYBODY)
    title = f"请核对你的企业微信资料（{today.year}年）"
    desc = "姓名、部门、职务是不是对的？看一眼，按一下就好。"
    buttons = (Button("看我的资料", LOOK),)
    tell_many(desk, users, Card(title, f"{title}：{desc}", desc=desc, buttons=buttons, task_id=task_id, shared=True))


async def own_card(ctx: Context) -> Card:
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=str(ctx.now.year), holder=ctx.sender.user_id)
    fields = described(ctx, ctx.sender)
    wanted = lacking(ctx.sender, ctx.company)
    desc = f"还缺 {'、'.join(wanted)}，请按「要改」补上。" if wanted else "通讯录里是这样写的，对吗？"
    plain = "；".join(f"{name}：{value}" for name, value in fields)
    how = f"对的话不用管，要改就发「/{COMMAND} 哪里要改」。"
    buttons = (Button("没问题", RIGHT), Button("要改", WRONG, style=4))
    return Card(
        "你的资料", f"你的资料：{plain}。{desc}{how}", desc=desc, fields=fields, buttons=buttons, task_id=task_id
    )


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """Raises UserError."""
    if press.key == LOOK:
        ctx.tell(ToPerson(ctx.sender.user_id), await own_card(ctx))
        return outcome("核对资料", "你的资料发给你了。")
    if press.key == RIGHT:
        await _confirm(ctx)
        return outcome("你的资料", "已记下，资料没问题，谢谢。")
    if press.key != WRONG:
        raise unknown_button()
    await listen(ctx, f"/{COMMAND}", WHAT, action=COMMAND)
    return outcome("你的资料", WHAT)


async def correct(ctx: Context, words: str) -> str:
    """To human resources, in private; what stands there changes when they have looked at it."""
    office = [user for user in ctx.company.in_office(*OFFICE) if user != ctx.sender.user_id]
    if not office:
        raise UserError(Code.UNSUPPORTED, "现在没有人力资源的同事可以转，请直接找管理员。")
    name = shown(ctx.company.name_of(ctx.sender.user_id))
    now = "；".join(f"{label}：{value}" for label, value in described(ctx, ctx.sender))
    for user in office:
        ctx.tell(ToPerson(user), Text(f"{name} 说资料要改：{shown(words, 100)}\n现在是 {now}。核实后请在通讯录里改。"))
    return f"已转给 {'、'.join(shown(ctx.company.name_of(user)) for user in office)}，核实后改。"


async def _confirm(ctx: Context) -> None:
    me, today = ctx.sender.user_id, ctx.now.date()
    known = await ctx.store.accounts.get(me) or Account(me, Origin.BEFORE, today)
    await ctx.store.accounts.put(replace(known, confirmed_on=today), by=ctx.act)
