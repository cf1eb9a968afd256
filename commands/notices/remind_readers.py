"""Remind those who have not confirmed a notice yet, and nobody else; at least four hours after the last time.

They are reminded anyway after one and after three working days.

Example:
    郑群> /催确认 GG-20261122-001
    机器人> 没有编号是 GG-20261122-001 的公告。发 /我的公告 看你发过的。
"""

from bot.arguments.which_notice import WhichNotice
from bot.domain.notices.managing import ensure_an_author
from bot.services.notices.choosing import confirmable, managed
from bot.services.notices.faces import called
from bot.services.notices.receipts.chasing import remind_now
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


def _rules(scene: Scene, id: WhichNotice | None = None) -> None:
    ensure_an_author(scene.sender, scene.company)


async def _ahead(ctx: Context, id: WhichNotice | None = None) -> str:
    notice = await managed(ctx, id.number if id else "", wanted=lambda each: each.draft.wants_confirmation)
    posting = await confirmable(ctx, notice)
    return f"{called(notice)}还有 {posting.expected - posting.confirmed} 人没确认，提醒他们"


@command(
    "催确认",
    aliases=("remindreaders", "提醒确认"),
    says=(
        "[再](提醒|催|催一下|提醒一下)[一下|下][那些|所有](没确认|没看|还没确认|没有确认|未确认|没回执)[公告|通知](的|的人|的同事)",
        "[再](提醒|催|催一下|提醒一下)[一下|下](没看|没确认|还没看|还没确认)[公告|通知]…的(人|同事)",
        "[再](提醒|催|催一下|提醒一下)[一下|下]大家[确认|看](公告|通知)",
        "[再](提醒|催|催一下|提醒一下)[一下|下][那些|所有|还](没看公告|没看通知|没确认公告|没确认通知|没看的|没确认的)(的|的人|的同事|的员工)[再看一下|再看看|看一下|尽快确认|确认一下|尽快看]",
    ),
    summary="提醒还没确认公告的人",
    writes=True,
    rules=_rules,
    ahead=_ahead,
    part_of="提醒",
)
async def remind_readers(ctx: Context, id: WhichNotice | None = None) -> Reply:
    notice = await managed(ctx, id.number if id else "", wanted=lambda each: each.draft.wants_confirmation)
    number = await remind_now(ctx, notice, await confirmable(ctx, notice))
    return Reply(f"正在提醒 {number} 个没确认的人。")
