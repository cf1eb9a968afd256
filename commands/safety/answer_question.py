"""The safety officer answers a question that the library had no answer to; who asked is told in private.

Example:
    张三> /安全问答 放射源怎么保管
    机器人> [卡片] 没有找到…
    张三> 按 [转给安全管理员]
    机器人→陈安> 张三问：「放射源怎么保管」（WD-20261122-001）…
    机器人> [卡片] 已转给安全管理员…
    陈安> /安全解答 WD-20261122-001 放进专用库，双人双锁，别靠近，有事找我。
    机器人→张三> 你问的「放射源怎么保管」，陈安答复：
    放进专用库，双人双锁，别靠近，有事找我。
    （WD-20261122-001）
    机器人> [卡片] 已答复（WD-20261122-001） 要收录进安全问答吗？另一位同事看过以后，别人再问就能找到。 [收录] [不收录]
"""

from bot.arguments.safety_questions import QuestionNumber, SafetyAnswer
from bot.domain.rights import Role
from bot.services.safety.library.answering import ANSWER_COMMAND, reply_to
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    ANSWER_COMMAND,
    aliases=("aqjd",),
    summary="答复转来的安全问题",
    audience=frozenset({Role.SAFETY_ADMIN}),
    writes=True,
    hidden=True,
)
async def answer_question(ctx: Context, id: QuestionNumber, *, text: SafetyAnswer) -> Reply:
    return await reply_to(ctx, id.number, text.text)
