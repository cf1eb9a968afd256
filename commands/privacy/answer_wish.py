"""Answer what somebody wants of his own data: it is done, or why not; he is told. For whoever has the card.

Example:
    张三> /更正资料 我的入职日期应该是 2018年3月1日
    机器人→李娜> …
    机器人→周敏> …
    机器人> …
    李娜> /资料答复 SJ-20261122-001 不办 合同写的是 6月1日
    机器人→张三> SJ-20261122-001 要求更正的事没有办：合同写的是 6月1日。不同意可以发 /求助 说明，会有人再看。
    机器人> SJ-20261122-001 没有办，已告诉本人。
    李四> /资料答复 SJ-20261122-001 已办
    机器人> 没有要你处理的 SJ-20261122-001。请核对编号。
"""

from bot.arguments.data_wishes import WishAnswer, WishNumber
from bot.services.privacy.wishing import settle
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "资料答复", aliases=("answer-wish", "zldf"), summary="答复更正和删除的申请", writes=True, private=True, hidden=True
)
async def answer_wish(ctx: Context, id: WishNumber, said: WishAnswer) -> Reply:
    return Reply(await settle(ctx, id.number, said.why_not), private=True)
