"""A department's report from the form to who answers for safety. Who tells anew corrects it: the last word counts."""

from dataclasses import replace
from datetime import date
from typing import Final

from bot.domain.people import Department
from bot.domain.rights import Role
from bot.domain.safety.calendar.when import Rhythm
from bot.domain.safety.dept_reports.period import Period, wanted_on
from bot.domain.safety.dept_reports.report import LONGEST, PREFIX, DeptReport
from bot.errors import Code, Overtaken, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.department_heads import led_by
from bot.services.safety.dept_reports import wording
from bot.services.safety.dept_reports.counting import counts_of
from bot.services.talking.listening import listen
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "dept-report"


def usual_period(desk: Desk) -> Period:
    """What is to be told of today, in the rhythm in which the calendar asks for it; monthly where it doesn't."""
    asked = (each.when.rhythm for each in desk.company.safety_year.entries.values() if each.report)
    return wanted_on(desk.now.date(), next(asked, Rhythm.MONTHLY))


async def form(desk: Desk, department: Department, period: Period, holder: UserId) -> Card:
    counts = await counts_of(desk, department, period)
    subject = f"{department.id} {period.first} {period.last}"
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=subject, holder=holder)
    return wording.form(department, period, counts, desk.now.date(), task_id)


async def tell(ctx: Context, department: Department, period: Period, words: str) -> DeptReport:
    """Raises UserError."""
    if len(words) > LONGEST:
        raise UserError(Code.LIMIT, f"补充写了 {len(words)} 个字，最多 {LONGEST} 个。请写要紧的。")
    if period.first > ctx.now.date():
        raise UserError(Code.FUTURE_DATE, f"{period.said(ctx.now.date())}还没到，到时候再报。")
    report = await _kept(ctx, department, period, words)
    for officer in ctx.company.serving(Role.SAFETY_ADMIN):
        if officer != ctx.sender.user_id:
            ctx.tell(ToPerson(officer), Text(wording.news(report, ctx.company, ctx.now)))
    return report


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """Raises UserError."""
    number, first, last = subject.split(" ")
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    department = next((each for each in led_by(ctx.sender.user_id, ctx.company) if each.id == int(number)), None)
    if department is None:
        raise UserError(Code.NO_PERMISSION, "这个部门的安全报告现在由别的负责人报，没有改动。")
    title = wording.called(department.name, period, ctx.now.date())
    if press.key == wording.TELL:
        report = await tell(ctx, department, period, "")
        return outcome(title, done(report))
    if press.key == wording.WORDS:
        return outcome(title, await _ask(ctx, department, period))
    raise unknown_button()


def done(report: DeptReport) -> str:
    words = "，带上了你的补充" if report.words else ""
    return f"已报给安全管理员{words}（{report.number}）。要改，再发 /{wording.COMMAND} 加补充的话。"


async def _kept(ctx: Context, department: Department, period: Period, words: str) -> DeptReport:
    path = ctx.company.finder.departments.path(department)
    counts = await counts_of(ctx, department, period)
    before = await ctx.store.dept_reports.of(path, period)
    if before is None:
        number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
        user = ctx.sender.user_id
        report = DeptReport(number, path, period.first, period.last, counts, user, ctx.now, words)
        await ctx.store.dept_reports.add(report, by=ctx.act)
        return report
    report = replace(
        before,
        counts=counts,
        author=ctx.sender.user_id,
        at=ctx.now,
        words=words or before.words,
        version=before.version + 1,
    )
    if not await ctx.store.dept_reports.save(report, was=before.version, by=ctx.act):
        raise Overtaken(before.number)
    return report


async def _ask(ctx: Context, department: Department, period: Period) -> str:
    """The next thing he says here is what he adds."""
    await listen(ctx, f"/{wording.COMMAND} {department.name} {period.first}到{period.last} 补充：", wording.ASKED)
    return f"{wording.ASKED}直接回我一段话，我就报上去。"
