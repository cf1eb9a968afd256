"""What the directory says of me, and whether it is right: asked of everybody once a year, and open at any time.

What is wrong goes to human resources, in private.

Example:
    张三> /确认资料
    机器人> [卡片] 你的资料 还缺 职务，请按「要改」补上。 姓名：张三 部门：生产部 …
    张三> 按 [要改]
    机器人> [卡片] 你的资料 哪里不对，应该是什么？直接回复，我转给人力资源。
    张三> 职务是班长
    机器人→李娜> 张三 说资料要改：职务是班长
    现在是 姓名：张三；部门：生产部；职务：（没有填）；上级：王强。核实后请在通讯录里改。
    机器人→周敏> 张三 说资料要改：职务是班长
    现在是 姓名：张三；部门：生产部；职务：（没有填）；上级：王强。核实后请在通讯录里改。
    机器人> 已转给 李娜、周敏，核实后改。
"""

from bot.arguments.reason import Reason
from bot.services.accounts.confirming import correct, own_card
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


class Wrong(Reason):
    wanted = "哪里不对，应该是什么？"


@command(
    "确认资料",
    aliases=("qrzl", "核对资料"),
    says=(
        "[我要|我想|帮我](核对|确认|看看|看一下|核对一下|确认一下)[一下]我的[企业微信|通讯录](资料|信息)",
        "我的(资料|部门|职务|职位|名字|姓名)(写错了|错了|不对|不对了|登记错了|变了)",
    ),
    summary="核对通讯录里自己的资料",
    private=True,
)
async def confirm_profile(ctx: Context, text: Wrong | None = None) -> Reply:
    return Reply(await correct(ctx, text.text) if text else await own_card(ctx), private=True)
