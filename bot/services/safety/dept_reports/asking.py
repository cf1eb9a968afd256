"""What `/部门安全报告` comes to: the form, the report itself, or who has reported."""

from bot.domain.people import Department
from bot.domain.rights import Role
from bot.domain.safety.dept_reports.period import Period
from bot.errors import Code, UserError
from bot.services.department_heads import led_by
from bot.services.safety.dept_reports import wording
from bot.services.safety.dept_reports.showing import overview as shown_overview
from bot.services.safety.dept_reports.telling import done, form, tell, usual_period
from bot.services.talking.outcomes import NO_PRIVATE_WAY
from bot.shapes.context import Context
from bot.shapes.outgoing import ToPerson
from bot.shapes.replies import Reply

OVERSEERS = (Role.SAFETY_ADMIN, Role.EXECUTIVE)


async def answer(
    ctx: Context, department: Department | None, period: Period | None, words: str, *, silent: bool, overview: bool
) -> Reply:
    """Raises UserError."""
    if ctx.chat.is_group and not ctx.chat.private_way:
        return Reply(NO_PRIVATE_WAY)
    days = period or usual_period(ctx)
    oversees = ctx.sender.user_id in ctx.company.serving(*OVERSEERS)
    led = led_by(ctx.sender.user_id, ctx.company)
    if oversees and (overview or not led or (department and department not in led)) and not (words or silent):
        return Reply(await _seen(ctx, department, days), private=True)
    mine = [each for each in led if department in (None, each)]
    if overview or not mine:
        raise UserError(
            Code.NO_PERMISSION, "部门安全报告由这个部门的负责人报，汇总由安全管理员看。你有情况直接告诉他们。"
        )
    if words or silent:
        return Reply(await _told(ctx, mine, days, words), private=True)
    first, *others = [await form(ctx, each, days, ctx.sender.user_id) for each in mine]
    for card in others:
        ctx.tell(ToPerson(ctx.sender.user_id), card)
    return Reply(first, private=True)


async def _told(ctx: Context, mine: list[Department], days: Period, words: str) -> str:
    if len(mine) > 1:
        names = "、".join(each.name for each in mine)
        raise UserError(Code.CLARIFY, f"你负责 {names}，报哪个部门？例如：/{wording.COMMAND} {mine[0].name} 补充的话。")
    return done(await tell(ctx, mine[0], days, words))


async def _seen(ctx: Context, department: Department | None, days: Period) -> str:
    if department is None:
        return await shown_overview(ctx, days)
    report = await ctx.store.dept_reports.of(ctx.company.finder.departments.path(department), days)
    title = wording.called(department.name, days, ctx.now.date())
    if report is None:
        return f"{title}还没有报。看谁没报发 /{wording.COMMAND} 汇总。"
    return f"{title}（{report.number}）：{wording.content(report)}"
