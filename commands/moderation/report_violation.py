"""Tell of somebody's violation, in private; with 匿名 at will. Nobody is ever shown who told it.

It goes to who the matter belongs to, past whom it is about and whoever stands below him: harassment to human resources
alone, what is about an administrator to the management group. Pictures and files may follow. S192, D15§8.2.

Example:
    张三> /举报 何苗 在项目A工作群发赌博链接
    机器人> [卡片] 收到，编号 JB-20261122-001 按「黄赌毒和暴力」转给了群管理员。…
    ⏰ 2026-11-22 10:00
    机器人→郑群> [卡片] 举报待受理 JB-20261122-001 …
"""

from bot.arguments.reports import ReportTold
from bot.services.moderation.reports.filing import ensure_may_report, file
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.reports import complains_of_somebody, speaks_of_report


def _rules(scene: Scene, told: ReportTold) -> None:
    if scene.sender:
        ensure_may_report(scene.sender, told, scene.company, scene.now)


@command(
    "举报",
    aliases=("report", "检举"),
    telling=("匿名举报", "实名举报"),
    summary="私下反映违规，谁报的不会告诉任何人",
    writes=True,
    private=True,
    rules=_rules,
    recognises=speaks_of_report,
    hears=complains_of_somebody,
)
async def report_violation(ctx: Context, told: ReportTold) -> Reply:
    return await file(ctx, told)
