"""Answer what somebody asked; he is told in private, and says whether it helped. Whoever may answer has a card for it.

Example:
    张三> /求助 打印机没墨了
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 张三（生产部）：打印机没墨了 …
    机器人> [卡片] 已转给吴管 …
    吴管> /答复求助 QZ-20261122-001 前台有备用墨盒，自己拿就行
    机器人→张三> [卡片] 有答复了（QZ-20261122-001） 吴管：前台有备用墨盒，自己拿就行 …
    机器人> QZ-20261122-001 已答复，张三会说有没有解决。
"""

from bot.arguments.enquiries import Answered, EnquiryNumber, Said
from bot.services.desk.handling import answer
from bot.services.desk.pressing import ANSWER_COMMAND
from bot.services.desk.telling import find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(ANSWER_COMMAND, summary="答复别人的求助", writes=True, private=True, hidden=True)
async def answer_enquiry(ctx: Context, id: EnquiryNumber, verdict: Said | None = None, *, text: Answered) -> Reply:
    enquiry = await find(ctx, id.number)
    return Reply(await answer(ctx, enquiry, text.text, verdict.verdict if verdict else None), private=True)
