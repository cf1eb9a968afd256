"""Hand a question over to a colleague, or to whoever answers another topic (S8).

Example:
    张三> /求助 系统登录不了
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 …
    机器人> [卡片] 已转给吴管 …
    吴管> /转交求助 QZ-20261122-001 王五
    机器人→王五> [卡片] 求助 QZ-20261122-001：技术 吴管转给你的。张三（生产部）：系统登录不了 …
    机器人→张三> 求助 QZ-20261122-001：已转给王五，有答复我私聊你。
    机器人> QZ-20261122-001 已转给王五。
"""

from bot.arguments.enquiries import EnquiryNumber, HandedTo
from bot.services.desk.handling import hand_over
from bot.services.desk.pressing import HAND_COMMAND
from bot.services.desk.telling import find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(HAND_COMMAND, summary="把求助转给别人", writes=True, private=True, hidden=True)
async def hand_enquiry_over(ctx: Context, id: EnquiryNumber, *, to: HandedTo) -> Reply:
    return Reply(await hand_over(ctx, await find(ctx, id.number), to.to), private=True)
