"""Call off a notice: planned ones stop, those that are out are taken back as far as WeCom allows.

Messages in private disappear if they are less than a day old. What was said in a group can't be taken back, by
anybody's program: there a correction follows. The answer says which of the two happened to how many people.

Example:
    郑群> /取消公告
    机器人> 你最近没有发过公告。别人发的请写上编号，例如 GG-20261122-001。
"""

from bot.arguments.which_notice import CancelledNotice
from bot.domain.notices.managing import ensure_an_author
from bot.domain.notices.notice import Notice, NoticeState
from bot.services.approvals.approvals import Approvals
from bot.services.notices.choosing import managed
from bot.services.notices.looking_through.reviewing import take_back
from bot.services.notices.putting_right import cancelling
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply

OVER = (NoticeState.CANCELLED, NoticeState.ARCHIVED)


def _stands(notice: Notice) -> bool:
    return notice.state not in OVER


def _rules(scene: Scene, id: CancelledNotice | None = None) -> None:
    ensure_an_author(scene.sender, scene.company)


async def _ahead(ctx: Context, id: CancelledNotice | None = None) -> str:
    notice = await managed(ctx, id.number if id else "", wanted=_stands)
    return await cancelling.ahead(ctx, notice)


@command(
    "取消公告",
    aliases=("cancelnotice", "qxgg"),
    says=(
        "[刚才|刚刚][发的|发布的][那条|那个|这条|上一条][公告|通知](发错了|写错了|搞错了|弄错了|发错)[，][帮我|请|赶紧|快|马上](撤回|撤了|撤掉|撤一下|撤回来|取消|收回|删掉|删了)[一下|吧|了]",
        "(公告|通知)(发错了|写错了)[，][帮我|请](撤回|撤了|撤掉|取消|收回)[一下|吧]",
        "(撤回|取消|撤掉|收回|撤销)[一下][我][刚才|刚刚][发的|发布的][那条|那个|这条|上一条][的](公告|通知)",
        "[把](刚才|刚刚|刚)[发的|发布的](那条|那个|的)[公告|通知](撤回|撤了|撤掉|取消|收回)[一下|吧|掉]",
        "[把][我](刚才|刚刚|刚|上一条|上条|那条|这条|最近一条)[发的|发布的][那条|那个](公告|通知)[先](撤回|撤了|撤掉|取消|收回|作废|删了|删掉|别发了|不发了|不要发了|不用发了|停了|停掉)[一下|吧|掉|了]",
        "(刚才|刚刚|刚|上一条|上条|那条|这条)[发的|发布的][那条|那个](公告|通知)(发错了|发错群了|发错人了)",
        "[刚才|刚刚|刚][发的|发布的][那条|那个|这条|上一条|上条|最近那条](公告|通知)[的][时间|日期|地点|内容|标题|数字|名字|人|群](写错了|发错了|打错了|弄错了|错了|不对)[，][帮我|请|赶紧|快|马上|先](撤回|撤了|撤掉|撤一下|撤|取消|收回|删掉|删了)[一下|吧|了]",
        "[把|将|麻烦把|帮我把|请把]…(那条|这条|那个|这个)(公告|通知)(撤回|撤了|撤掉|取消|收回|停了|停掉|删了|删掉|作废)[一下|吧|掉|了]",
        "把…[的](公告|通知)(撤回|撤了|撤掉|取消|收回|停了|停掉|删了|删掉|作废)[一下|吧|掉|了]",
        "…[的](公告|通知)[先|就](别发了|不发了|不要发了|不用发了)[吧]",
        "[把](公告|通知)…(撤回|撤了|撤掉|取消|收回)[一下|吧|掉|了]",
        "(撤回|取消|撤掉|收回|撤销|作废)(公告|通知)…",
        "[把](公告|通知)…(不要了|不发了|作废)[，](取消掉|取消|撤了|撤掉|撤回)[吧|了]",
    ),
    summary="撤回或停发一条公告",
    destructive=True,
    rules=_rules,
    ahead=_ahead,
)
async def cancel_notice(
    ctx: Context,
    approvals: Approvals,
    id: CancelledNotice | None = None,
) -> Reply:
    notice = await managed(ctx, id.number if id else "", wanted=_stands)
    await take_back(ctx, approvals, notice)
    said = await cancelling.cancel(ctx, await managed(ctx, notice.number))
    if notice.author != ctx.sender.user_id and ctx.company.is_here(notice.author):
        words = f"{ctx.company.name_of(ctx.sender.user_id)} 取消了你的公告：{said}有疑问直接问他，要重发请发 /公告。"
        ctx.tell(ToPerson(notice.author), Text(words))
    return Reply(said)
