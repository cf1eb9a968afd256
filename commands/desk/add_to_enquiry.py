"""Add to what was asked, or say of an answer that it was none.

Example:
    张三> /求助 系统登录不了
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 …
    机器人> [卡片] 已转给吴管 …
    张三> /补充求助 QZ-20261122-001 是采购系统
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 张三补充：是采购系统。…
    机器人> 已补充到 QZ-20261122-001。
"""

from bot.arguments.enquiries import Added, EnquiryNumber
from bot.services.desk.handling import add
from bot.services.desk.pressing import ADD_COMMAND
from bot.services.desk.telling import find_own
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(ADD_COMMAND, aliases=("求助补充",), summary="给求助补充情况", writes=True, private=True, hidden=True)
async def add_to_enquiry(ctx: Context, id: EnquiryNumber | None = None, *, text: Added) -> Reply:
    enquiry = await find_own(ctx, id.number if id else None)
    return Reply(await add(ctx, enquiry, text.text), private=True)
