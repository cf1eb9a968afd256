"""Ask for help: what is known is said at once, else it goes to whoever the matter belongs to.

Who has it takes it, asks back, hands it over or answers, all by buttons; whoever asked says whether it helped. What
somebody asked is never said in a group. D2§9.3, D1§一.4.

Example:
    张三> /求助 打卡定位一直不准
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 张三（生产部）：打卡定位一直不准 [我来处理] [答复] [转给别人]
    机器人> [卡片] 已转给吴管 QZ-20261122-001，类别：技术。有答复我私聊你。 [补充说明] [不用了]
    吴管> 按 [我来处理]
    机器人→张三> 求助 QZ-20261122-001：吴管在处理，有答复我私聊你。
    机器人> [卡片] 求助 QZ-20261122-001：技术 张三（生产部）：打卡定位一直不准 [答复] [追问] [转给别人]
    吴管> 按 [答复]
    机器人> [卡片] 求助 QZ-20261122-001 怎么答复？直接回我，我转给对方。不办了回「算了」。
    吴管> 定位改成始终允许
    机器人→张三> [卡片] 有答复了（QZ-20261122-001） 吴管：定位改成始终允许 [解决了，满意] [解决了，一般] [没解决]
    机器人> QZ-20261122-001 已答复，张三会说有没有解决。
    张三> 按 [解决了，满意]
    机器人→吴管> QZ-20261122-001 解决了，对方满意。
    机器人> [卡片] 求助 QZ-20261122-001 好，记下了。以后有事再找我。
"""

from bot.arguments.enquiries import Asked
from bot.services.desk.asking import ask
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.troubles import asks_for_help


@command(
    "求助",
    aliases=("ticket", "qz", "找人帮忙"),
    says=("(我要|我想|想|要)求助[一下]…",),
    summary="遇到问题，找人解决",
    writes=True,
    recognises=asks_for_help,
)
async def ask_help(ctx: Context, text: Asked) -> Reply:
    return await ask(ctx, text.text)
