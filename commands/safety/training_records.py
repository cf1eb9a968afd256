"""The records of trainings: of one, with who was there and how the test went, as a table too; or those of a month.
Safety and human resources see all of them, heads of departments those that their people were asked to.

Example:
    陈安> /培训记录
    机器人> 11月没有培训。安排一次，例如：/培训 新建 消防器材使用 对象 生产部 时间 11月27日14:00 地点 二楼会议室
"""

from bot.arguments.own_training import OWN_TRAINING
from bot.arguments.report_days import ReportDays
from bot.arguments.training_wishes import TrainingNumber
from bot.domain.safety.dept_reports.period import Period
from bot.domain.safety.training.audience import ORGANISERS, reach
from bot.errors import Code, UserError
from bot.services.attaching import attach_table
from bot.services.safety.training.archive import on
from bot.services.safety.training.exporting import HEADER, TITLE, row
from bot.services.safety.training.planning import NOT_YOURS, get, manages
from bot.services.safety.training.showing import record, several
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply

LISTED = 15
PLAN = "/培训 新建 消防器材使用 对象 生产部 时间 11月27日14:00 地点 二楼会议室"


@command(
    "培训记录",
    aliases=("training-records", "pxjl", "培训安排", "培训名单"),
    audience=ORGANISERS,
    private=True,
    summary="看培训记录和到场情况",
    other_sense=OWN_TRAINING,
    instead="看自己的培训发 /我的培训。",
)
async def training_records(ctx: Context, number: TrainingNumber | None = None, *, period: ReportDays) -> Reply:
    if number:
        return Reply(await _one(ctx, number.number), private=True)
    lines = await several(ctx, period.first, period.last, reach(ctx.sender, ctx.company))
    label = Period(period.first, period.last).said(ctx.now.date())
    if not lines:
        return Reply(f"{label}没有培训。安排一次，例如：{PLAN}", private=True)
    more = (
        [f"还有 {len(lines) - LISTED} 次，全部发：/导出培训 {period.period.replace('/', '至')}"]
        if len(lines) > LISTED
        else []
    )
    return Reply("\n".join([f"{label}的培训 {len(lines)} 次：", *lines[:LISTED], *more]), private=True)


async def _one(ctx: Context, number: str) -> str:
    training = await get(ctx, number)
    if not manages(ctx, training):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)
    words = await record(ctx, training)
    people = await on(ctx, training)
    if not people or (ctx.chat.is_group and not ctx.chat.private_way):
        return f"{words}\n{NO_PRIVATE_WAY}" if people else words
    rows = [row(training, each, ctx.company) for each in people]
    await attach_table(ctx, f"培训-{number}", TITLE, HEADER, rows, plain=f"{number} 的签到和考试，{len(rows)} 人。")
    return f"{words}\n签到和考试的表格已发你。"
