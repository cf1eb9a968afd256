"""Whom a restriction keeps from being heard, and what he is heard in all the same.

Dangers, accidents, a stolen account, appeals and leave are nobody's to switch off (requirements 4, rule 6; 安全生产法
art. 54). Cries for help never come this way.
"""

from typing import Final

from bot.domain.dates import clock_time
from bot.domain.moderation.cases.measures import Measure
from bot.errors import Code, UserError
from bot.services.moderation.wording import STILL, name_of_group
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.replies import Reply
from bot.shapes.serving import Pressed

_DANGER: Final = frozenset(
    {"事故", "转事故", "隐患", "补充隐患", "隐患照片", "接单", "整改", "申请验收", "整改延期", "验收", "签到"}
)
"""Telling of it, and doing what was asked about it: a danger isn't put right later because somebody is suspended."""
ALWAYS: Final = frozenset({"账号异常", "泄露", "钓鱼举报", "申诉", "请假", "确认"}) | _DANGER
"""确认 carries out a line that is looked at once more."""
_LEAVE: Final = frozenset(
    {"续假", "销假", "改期", "取消", "撤回", "交材料", "我的请假", "我的申请", "假期余额", "请假原因", "补卡"}
)
"""Leave and wages go on (劳动合同法 art. 30): what he asked for he may also take back and prove."""
_REPORTS: Final = frozenset({"举报", "补充举报", "撤回举报", "我的举报"})
HIS_OWN: Final = frozenset({"帮助", "我的数据", "违规记录", "为什么", "陈述", "同意", "不同意"}) | _LEAVE | _REPORTS
"""In private, whatever else: what is held of him, and why; what he says against it; and what others do to him."""


async def ensure_heard(ctx: Context, command: str) -> None:
    """`command`: its name, or nothing for what nobody understood. Raises UserError."""
    if command in ALWAYS or (command in HIS_OWN and not ctx.chat.is_group):
        return
    group = ctx.chat.group.id if ctx.chat.group else None
    held = await ctx.store.measures.restricts(ctx.sender.user_id, group, ctx.now)
    if held:
        raise UserError(Code.AUTHOR_RESTRICTED, _said(ctx, held), private=True)


def unless_suspended(serve: Pressed) -> Pressed:
    """For cards of an office: whoever is suspended everywhere decides nothing by them. What keeps people safe, his own
    affairs and receipts stay as they are."""

    async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
        held = await ctx.store.measures.restricts(ctx.sender.user_id, None, ctx.now)
        if held:
            raise UserError(Code.AUTHOR_RESTRICTED, _said(ctx, held), private=True)
        return await serve(ctx, subject, press)

    return pressed


def _said(ctx: Context, held: Measure) -> str:
    until = f"到 {clock_time(held.until, ctx.now)} " if held.until else ""
    what = f"你在{name_of_group(held, ctx.company)}被禁言" if held.group else "你的权限停用"
    return f"{f'{what}{until}'.strip()}（{held.case}），刚才的命令没有办。{STILL}不同意发 /申诉 {held.case} 理由。"
