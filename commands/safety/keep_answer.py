"""Keep an answer of the safety officer in the library, once somebody else has looked at it.

Example:
    张三> /安全问答 放射源怎么保管
    机器人> [卡片] 没有找到…
    陈安> /安全解答 WD-20261122-001 放进专用库，双人双锁。
    机器人→张三> 你问的「放射源怎么保管」，陈安答复：…
    机器人> [卡片] 已答复（WD-20261122-001）…
    陈安> /安全问答收录 WD-20261122-001
    机器人→王强> [卡片] 收录这条安全问答吗？（WD-20261122-001） 问：放射源怎么保管…
    机器人→周敏> [卡片] 收录这条安全问答吗？（WD-20261122-001） 问：放射源怎么保管…
    机器人> 已请王强、周敏看一遍（WD-20261122-001），同意了就收录。
    周敏> 按 [同意收录]
    机器人→陈安> 你答复的「放射源怎么保管」（WD-20261122-001）已收录，别人再问就能找到，周敏看过了。
    机器人> [卡片] 办好了 WD-20261122-001 已收录，别人再问就能找到。
"""

from bot.arguments.safety_questions import QuestionNumber
from bot.domain.rights import Role
from bot.services.safety.library.answering import find_question
from bot.services.safety.library.keeping import propose
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "安全问答收录",
    aliases=("收录安全问答",),
    summary="把答复收进安全问答",
    audience=frozenset({Role.SAFETY_ADMIN}),
    writes=True,
    hidden=True,
)
async def keep_answer(ctx: Context, id: QuestionNumber) -> Reply:
    return Reply(await propose(ctx, await find_question(ctx, id.number)))
