"""Answers a question about safety from the library, with its source. What isn't there is not made up: the question can
be passed to the safety officer, whose answer comes in private.

Example:
    张三> /安全问答 灭火器怎么用
    机器人> 灭火器会用吗？四个字
    提、拔、握、压：提起来，拔销子，握住喷管对准火的根部，压下把手左右扫。
    站在上风，离火三米左右，身后要有退路。一具喷完还不灭，就走。
    平时看压力表：指针在绿区才有用。
    来源：公司惯例
    张三> /安全问答 放射源怎么保管
    机器人> [卡片] 没有找到 资料库里没有找到「放射源怎么保管」的答案，我不乱说。要转给陈安吗？ [转给安全管理员] [不用了]
    张三> 按 [转给安全管理员]
    机器人→陈安> 张三问：「放射源怎么保管」（WD-20261122-001）
    资料库里没有答案。答复发：/安全解答 WD-20261122-001 你的答案
    机器人> [卡片] 已转给安全管理员 已经转给陈安（WD-20261122-001），答复了我私下告诉你。
"""

from bot.arguments.safety_questions import SafetyQuestion
from bot.services.safety.library.answering import answer
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.safety_questions import asks_about_safety


@command(
    "安全问答",
    aliases=("safety", "aqwd", "问安全"),
    says=(
        "(请教|咨询|问)[一下|个|一个|下]安全(知识|常识|问题|方面的问题)…",
        "[…](灭火器|消火栓|消防栓)(怎么用|如何使用|怎么使用|如何用)",
        "…[怎么|如何](急救|做心肺复苏)",
        "[…]安全(带|帽)(怎么戴|怎么系|怎么挂|如何佩戴|怎么用)",
    ),
    summary="问安全知识，答案带出处",
    whole=True,
    recognises=asks_about_safety,
)
async def ask_about_safety(ctx: Context, text: SafetyQuestion) -> Reply:
    return await answer(ctx, text.text)
