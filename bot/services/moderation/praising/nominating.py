"""Each month heads are asked whom they would praise, and human resources get the list of the last one; off by default
(S190, D13§五.1)."""

from datetime import date, datetime, timedelta

from bot.domain.calendar.calendar import Calendar
from bot.domain.rights import Role
from bot.domain.wording import shown
from bot.services.approvals.kinds import Desk
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Text, ToPeople, ToPerson

LISTED = 20
GIVEN = 30  # characters of what it was for


async def ask(ctx: JobContext) -> None:
    day, today = ctx.company.moderation.nominate_on, ctx.now.date()
    if not day or today != asked_on(today.replace(day=day), ctx.company.pace.calendar):
        return
    heads = ctx.company.serving(Role.DEPT_HEAD)
    words = "这个月想表彰谁？发 /表彰 @谁 事由，写一件具体的事；没有就不用回。"
    if heads:
        ctx.tell(ToPeople(heads), Text(words))
    listed = await _last_month(ctx, today)
    for user in ctx.company.serving(Role.HR):
        ctx.tell(ToPerson(user), Text(listed))


def asked_on(day: date, calendar: Calendar) -> date:
    """That day, or the next working day."""
    return calendar.next_workday(day - timedelta(days=1))


async def _last_month(desk: Desk, today: date) -> str:
    first = today.replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    since, until = (datetime(each.year, each.month, 1, tzinfo=desk.now.tzinfo) for each in (before, first))
    found = [each for each in await desk.store.praises.all(since, desk.now) if each.at < until]
    if not found:
        return f"{before.month}月没有表彰。"
    lines = [
        f"· {each.number} {desk.company.name_of(each.person)}：{shown(each.reason, GIVEN)}" for each in found[:LISTED]
    ]
    more = f"\n另有 {len(found) - LISTED} 条。" if len(found) > LISTED else ""
    return f"{before.month}月表彰 {len(found)} 条，有没有奖金请你们定：\n" + "\n".join(lines) + more
