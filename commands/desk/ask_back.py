"""Ask somebody who asked for help what is missing; his reply comes back as a card.

Example:
    张三> /求助 系统登录不了
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 张三（生产部）：系统登录不了 …
    机器人> [卡片] 已转给吴管 …
    吴管> /追问求助 QZ-20261122-001 是电脑还是手机？
    机器人→张三> [卡片] 求助 QZ-20261122-001：还要问一下 吴管问：是电脑还是手机？ [回复] [不用了]
    机器人> QZ-20261122-001 已经替你问了，有回复告诉你。
    张三> 按 [回复]
    机器人> [卡片] 求助 QZ-20261122-001 要补充什么？直接回我。不办了回「算了」。
    张三> 电脑
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 张三补充：电脑。张三（生产部）：系统登录不了
    电脑 …
    机器人> 已补充到 QZ-20261122-001。
"""

from bot.arguments.enquiries import AskedBack, EnquiryNumber
from bot.services.desk.handling import ask_back
from bot.services.desk.pressing import ASK_COMMAND
from bot.services.desk.telling import find
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(ASK_COMMAND, summary="问求助的人缺的情况", writes=True, private=True, hidden=True)
async def ask_enquirer(ctx: Context, id: EnquiryNumber, *, text: AskedBack) -> Reply:
    return Reply(await ask_back(ctx, await find(ctx, id.number), text.text), private=True)
