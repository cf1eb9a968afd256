"""Reminds whoever hasn't handed in what his leave wants to be proved by: once, in private, on the first working day
after it was due.
"""

from datetime import time, timedelta

from bot.domain.dates import day
from bot.domain.leave.requests.proofs import LOOKS_BACK, due_on, is_late, wanted
from bot.domain.leave.requests.request import LeaveRequest
from bot.shapes.context import JobContext
from bot.shapes.job import Daily, job
from bot.shapes.outgoing import Text, ToPerson


@job("leave-proofs", schedule=Daily(time(9, 30)), catch_up=timedelta(days=1))
async def remind(ctx: JobContext, _: None) -> None:
    today, types = ctx.now.date(), ctx.company.leave.types
    if not ctx.company.pace.calendar.is_workday(today):
        return
    here = [person.user_id for person in ctx.company.people if person.active]
    leaves = await ctx.store.leaves.between(ctx.now - LOOKS_BACK, ctx.now + timedelta(days=1), here)
    late = {each.number: each for each in leaves if is_late(each, types, today)}
    for number in sorted(await ctx.store.leave_proofs.unproved(late)):
        await ctx.store.leave_proofs.note_reminder(number, by=ctx.act)
        _tell(ctx, late[number])


def _tell(ctx: JobContext, leave: LeaveRequest) -> None:
    if papers := wanted(leave, ctx.company.leave.types):
        due = day(due_on(leave, papers))
        words = f"{leave.number} {leave.said(ctx.now.date())}的{papers.what}还没有交，应当在 {due} 前交。"
        how = "把照片或 PDF 私聊发给我就行，只有人力资源能看；交不了请和人力资源说一声。"
        ctx.tell(ToPerson(leave.user), Text(f"{words}{how}"))
