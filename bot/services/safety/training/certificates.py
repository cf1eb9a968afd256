"""Licences for special work: registered by the office, and said to end in time."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Final

from bot.domain.dates import full_day
from bot.domain.people import Person
from bot.domain.rights import Role
from bot.domain.safety.training.certificates import Certificate, reminders
from bot.domain.timers import Timer
from bot.identifiers import UserId
from bot.services.timers import set_timers
from bot.shapes.context import Context, JobContext
from bot.shapes.outgoing import Text, ToPerson

JOB: Final = "certificates"
SOON: Final = timedelta(days=90)
LISTED: Final = 30
_AT: Final = time(9, 0)


async def note(ctx: Context, person: Person, kind: str, ends: date) -> str:
    certificate = Certificate(person.user_id, kind, ends)
    await ctx.store.certificates.note(certificate, by=ctx.act)
    due = {
        name: datetime.combine(day, _AT, ctx.now.tzinfo)
        for name, day in reminders(ends).items()
        if day > ctx.now.date()
    }
    await set_timers(ctx, JOB, f"{person.user_id}|{kind}", due)
    name = ctx.company.told_apart(person)
    if ends < ctx.now.date():
        return f"已登记 {name} 的{kind}证，{full_day(ends)}已经到期，复审前不能上岗。"
    return f"已登记 {name} 的{kind}证，{full_day(ends)}到期。到期前 60、30、7 天我提醒本人和安全管理员。"


async def ring(ctx: JobContext, subject: str, timers: Sequence[Timer]) -> None:
    """Of one that was renewed meanwhile nothing is said."""
    user, _, kind = subject.partition("|")
    found = next((each for each in await ctx.store.certificates.of(UserId(user)) if each.kind == kind), None)
    ends = {date.fromisoformat(timer.kind.partition(":")[2]) for timer in timers}
    if found is None or found.ends not in ends or not ctx.company.is_here(found.user):
        return
    left = (found.ends - ctx.now.date()).days
    when = f"还有 {left} 天到期（{full_day(found.ends)}）" if left > 0 else f"{full_day(found.ends)}到期"
    ctx.tell(ToPerson(found.user), Text(f"你的{kind}证{when}。请现在就报复审，到期没复审不能上岗。"))
    for each in ctx.company.serving(Role.SAFETY_ADMIN):
        if each != found.user:
            name = ctx.company.name_of(found.user)
            ctx.tell(
                ToPerson(each), Text(f"{name} 的{kind}证{when}。复审后发 /登记特种作业证 {name} {kind} 新的到期日。")
            )


async def listed(ctx: Context, *, everybody: bool) -> str:
    today = ctx.now.date()
    if not everybody:
        own = await ctx.store.certificates.of(ctx.sender.user_id)
        said = "、".join(each.said() for each in own)
        return f"你的特种作业证：{said}。" if own else "没有登记你的特种作业证。有证请把照片交给安全管理员登记。"
    found = [each for each in await ctx.store.certificates.ending(today + SOON) if ctx.company.is_here(each.user)]
    if not found:
        return "90 天内没有到期的特种作业证。登记发：/登记特种作业证 张三 低压电工 2027-03-01"
    lines = [f"· {ctx.company.name_of(each.user)} {each.said()}{_over(each, today)}" for each in found[:LISTED]]
    more = [f"还有 {len(found) - LISTED} 个没有列出。"] if len(found) > LISTED else []
    return "\n".join([f"90 天内到期或已经过期的特种作业证 {len(found)} 个：", *lines, *more])


def _over(certificate: Certificate, today: date) -> str:
    return "，已过期，不能上岗" if certificate.ends < today else ""
