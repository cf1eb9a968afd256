"""Who has reported and who hasn't, in words and as a table."""

from collections.abc import Sequence
from typing import Final

from bot.domain.company import Company
from bot.domain.safety.dept_reports.period import Period
from bot.domain.safety.dept_reports.report import DeptReport
from bot.domain.wording import shown
from bot.services.approvals.kinds import Desk
from bot.services.attaching import attach_table
from bot.services.department_heads import reporting
from bot.shapes.context import Context

TITLE: Final = "部门安全报告"
LISTED: Final = 20
WORDS: Final = 40  # of what a head says, in a list
HEADER: Final = (
    *("编号", "部门", "从", "到", "发现隐患", "销号", "超期", "检查", "没做的检查", "培训人次", "演练", "事故"),
    *("补充", "上报人", "上报时间", "第几版"),
)


async def missing(desk: Desk, period: Period) -> Sequence[str]:
    """Paths of the departments that have a head and no report."""
    told = {each.department for each in await desk.store.dept_reports.about(period)}
    return [path for path in reporting(desk.company) if path not in told]


async def overview(ctx: Context, period: Period) -> str:
    reports = await ctx.store.dept_reports.about(period)
    lacking = await missing(ctx, period)
    label = period.said(ctx.now.date())
    lines = [f"{label}的部门安全报告：报了 {len(reports)} 个，没报 {len(lacking)} 个。"]
    lines += [_line(each) for each in reports[:LISTED]]
    if len(reports) > LISTED:
        lines.append(f"还有 {len(reports) - LISTED} 个，见表格。")
    if lacking:
        lines.append(f"没报：{named(lacking)}。")
    if reports:
        stem = f"部门安全报告-{period.first}到{period.last}"
        plain = f"{label}的部门安全报告，{len(reports)} 个部门。"
        await attach_table(ctx, stem, TITLE, HEADER, rows(reports, ctx.company), plain=plain)
    return "\n".join(lines)


def named(paths: Sequence[str]) -> str:
    """`生产部、质检部等 12 个部门`"""
    names = "、".join(path.rpartition("/")[2] for path in paths[:LISTED])
    return f"{names}等 {len(paths)} 个部门" if len(paths) > LISTED else names


def rows(reports: Sequence[DeptReport], company: Company) -> Sequence[Sequence[str]]:
    return [
        (
            each.number,
            each.department,
            each.first.isoformat(),
            each.last.isoformat(),
            *map(str, _numbers(each)),
            each.words,
            company.name_of(each.author),
            f"{each.at:%Y-%m-%d %H:%M}",
            str(each.version),
        )
        for each in reports
    ]


def _numbers(report: DeptReport) -> tuple[int, ...]:
    counts = report.counts
    return (
        counts.found,
        counts.closed,
        counts.overdue,
        counts.rounds,
        counts.missed,
        counts.trained,
        counts.drills,
        counts.accidents,
    )


def _line(report: DeptReport) -> str:
    words = f"补充：{shown(report.words, WORDS)}" if report.words else ""
    return f"· {report.department.rpartition('/')[2]}：{report.counts.said}{words}"
