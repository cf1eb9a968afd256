"""Ask for time off, in any order and in plain words; the approval matrix decides who must agree.

What had to be inferred, and what the human resources have to look at, is confirmed first. In a group only that it was
asked is said.

Example:
    张三> /请假 年假 明天下午
    机器人→王强> [卡片] …
    机器人> 已提交 QJ-20261122-001：年假 11月23日(周一)下午，0.5 天。等 王强 审批。
"""

from bot.arguments.leave_kinds import LeaveKind
from bot.arguments.leave_reasons import LeaveReason
from bot.arguments.leave_times import LeaveTime
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.requests.wishes import reserved
from bot.services.approvals.approvals import Approvals
from bot.services.attendance.over_trip import ensure_no_trip
from bot.services.leave.requests.asking import ahead, ask
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


def _rules(scene: Scene, start: LeaveTime, type: LeaveKind, reason: LeaveReason | None = None) -> None:
    """As far as the facts about a person tell; where there is a ledger, it is asked (`_ahead`)."""
    if scene.sender and start.weighed and not scene.running:
        user, today = scene.sender.user_id, scene.now.date()
        reserved(start.weighed, Ledger(), user, scene.company, cause="", today=today)


async def _ahead(ctx: Context, start: LeaveTime, type: LeaveKind, reason: LeaveReason | None = None) -> str:
    await ensure_no_trip(ctx, start.when, start.despite)
    return await ahead(ctx, start.wanted_of(type.kind, ""))


@command(
    "请假",
    aliases=("leave", "qj", "请个假"),
    telling=("补假", "补请"),
    whole=True,
    private=True,
    says=(
        "[…]请[个|一个|一下|下|一次|半日|一周|两周|个半天|几天]假[…]",
        "[…]请[个](半|一|两|二|三|四|五|六|七|八|九|十|1|2|3|4|5|6|7|8|9|10)天[的][假][…]",
        "[…]请[个|一个|半天|一天|两天|三天|几天|两小时]假(去|到|出去|出门)…",
        "(年假|病假|事假|调休|婚假|产假|丧假)…(外出|出差|出去|出门)[…]",
        "补[一下|一个|下|个]…的(病假|事假|年假|假|调休)[…]",
        "[…](提交|提|申请|发起|报)[一个|个|一下](年假|病假|事假|婚假|产假|调休|陪产假)[申请]…",
        "[…]补请…",
        "(年假|病假|事假|调休|婚假|产假|陪产假|丧假|育儿假|年休假)…",
        "…(年假|病假|事假|调休|婚假|产假|陪产假|丧假|育儿假|年休假)",
        "[…](请|休)[个|一个|一下|半天|一天|两天|三天|天](年假|年休假|病假|事假|婚假|产假|陪产假|丧假)[…]",
        "[…](请|休)[个|一个|一下|半天|一天|两天|三天|天](哺乳假|育儿假|产检假|护理假|工伤假|公假)[…]",
        "[…](想|要|想要|申请|需要)调休[…]",
        "…调休(一天|半天|两天|三天|1天|2天|半日|一下|个半天)[…]",
        "[…]补[个|一个|一下|下|请个|请一个|一天|半天|两天](假|病假|事假|年假)[…]",
        "…的(假|病假|事假|年假|调休)[我|帮我|给我]补[一下|上|个|一个]",
        "[…]请(半|一|两|二|三|四|五|六|1|2|3|4|5|6)[个](小时|钟头)[的|半](假|事假|病假|年假|调休)[…]",
        "[…](上午|下午|早上|明天|后天)请(一|两|二|三|四|1|2|3|4)[个](小时|钟头)",
        "…(上午|下午|号|日)(半天|一天|两天|三天)[的](病假|事假|年假|调休)…",
        "…(年假|病假|事假|婚假|陪产假|丧假)(半天|一天|两天|三天|四天|五天|1天|2天|3天|4天|5天)[…]",
        "[…]请(1|2|3|4|5|6|7|8|9|十|明天|后天|明后|周|下周)…的假",
        "…(年假|调休)[都|全|给|全部](休掉|用掉)…",
        "…(年假|年休假|病假|事假|调休|婚假|产假|陪产假|丧假|育儿假)[，](共|一共|总共|共计|合计|计)…",
        "…(年假|病假|事假|调休|婚假|产假|陪产假|丧假|育儿假|年休假|哺乳假|产检假)(0|1|2|3|4|5|6|7|8|9|十|明|后|周|从|下|本|每|上午)…",
        "…(年假|病假|事假|调休|婚假|年休假)(可以|行|好|可否|能批)(吗|么|嘛|不)",
    ),
    summary="提交请假申请，也可以补假",
    writes=True,
    rules=_rules,
    ahead=_ahead,
)
async def ask_leave(
    ctx: Context, approvals: Approvals, start: LeaveTime, type: LeaveKind, reason: LeaveReason | None = None
) -> Reply:
    await ensure_no_trip(ctx, start.when, start.despite)
    return await ask(ctx, approvals, start.wanted_of(type.kind, reason.text if reason else ""))
