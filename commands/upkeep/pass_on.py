"""Hand a case on to a colleague: a hazard, a question or complaint to the desk. A report goes up.

Whoever may hand it on by its own command may here; nobody gets a right by it.

Example:
    张三> /求助 系统登录不了
    机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 …
    机器人> [卡片] 已转给吴管 …
    吴管> /转派 QZ-20261122-001 王五
    机器人→王五> [卡片] 求助 QZ-20261122-001：技术 吴管转给你的。张三（生产部）：系统登录不了 …
    机器人→张三> 求助 QZ-20261122-001：已转给王五，有答复我私聊你。
    机器人> QZ-20261122-001 已转给王五。
"""

from bot.arguments.people import PersonNamed
from bot.arguments.requests import RequestNumber
from bot.services.upkeep.passing_on import pass_on
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.hazards.numbered import asks_to_hand_over


@command(
    "转派",
    aliases=("pass-on", "改派", "转交"),
    summary="把手上的事转给同事",
    writes=True,
    private=True,
    hears=asks_to_hand_over,
)
async def pass_case_on(ctx: Context, id: RequestNumber, target: PersonNamed | None = None) -> Reply:
    return Reply(await pass_on(ctx, id.number, target.person if target else None), private=True)
