"""The papers of a matter, for who decides on it: why, what proves it, what to check first. Each look is noted."""

from collections.abc import Iterator, Sequence

from bot.domain.data_views import What
from bot.domain.dates import clock_time, day_seen
from bot.domain.moderation.cases.case import MADE, Case, Evidence
from bot.domain.moderation.cases.sight import seen_by
from bot.domain.moderation.matters.checklists import checklist
from bot.domain.moderation.matters.matter import About, Matter, MatterNote
from bot.domain.wording import shown
from bot.identifiers import UserId
from bot.services.moderation.wording import name_of_group, said_of
from bot.services.privacy.viewing import note_view
from bot.shapes.context import Context

UNREADABLE = "（打不开）"
MOST = 10


async def shown_to(ctx: Context, matter: Matter) -> str:
    if matter.target:
        await note_view(ctx, matter.target, What.MATTER, about=matter.number)
    reason = await ctx.store.matters.reason(matter.number)
    lines = [head(ctx, matter), f"原因：{UNREADABLE if reason is None else shown(reason, 200) or '没有写'}。"]
    lines += [await _case(ctx, number) for number in matter.cases[-MOST:]]
    lines += _log(ctx, await ctx.store.matters.notes(matter.number))
    lines += list(_to_check(matter.about))
    return "\n".join(filter(None, lines))


def head(ctx: Context, matter: Matter) -> str:
    who = matter.guest or ctx.company.name_of(UserId(matter.target))
    money = f" {matter.amount} 元（建议）" if matter.amount else ""
    until = ""
    if matter.first and matter.last:
        today = ctx.now.date()
        until = f"，{day_seen(matter.first, today)} 到 {day_seen(matter.last, today)}"
    pay = f"，{matter.pay}" if matter.pay else ""
    by = ctx.company.name_of(matter.by)
    day = day_seen(matter.opened_at.date(), ctx.now.date())
    made = "登记" if matter.about.is_recorded else f"提出，{matter.state}"
    return f"{matter.number} {who} {matter.about}{money}{until}{pay}；{by} {day}{made}"


async def _case(ctx: Context, number: str) -> str:
    case = await ctx.store.cases.get(number, ctx.now)
    if case is None or not seen_by(ctx.sender, case, ctx.company):
        return ""
    proofs = await ctx.store.cases.evidence(number)
    return f"· {_said(ctx, case)}{_proved(ctx, proofs)}"


def _said(ctx: Context, case: Case) -> str:
    day, where = day_seen(case.confirmed_at.date(), ctx.now.date()), name_of_group(case, ctx.company)
    made = MADE.get(case.kind, "处理")
    return f"{case.number} {day} {where} {made}「{case.about.name}」第 {case.count} 次，{case.state}"


def _proved(ctx: Context, proofs: Sequence[Evidence]) -> str:
    return "".join(f"；{said_of(each, ctx.company, ctx.now)}" for each in proofs)


def _log(ctx: Context, notes: Sequence[MatterNote]) -> Iterator[str]:
    for each in notes:
        at, text = clock_time(each.at.astimezone(ctx.now.tzinfo), ctx.now), each.text
        said = UNREADABLE if text is None else shown(text, 100)
        yield f"{at} {each.kind}：{ctx.company.name_of(UserId(each.by))}{f'，{said}' if said else ''}"


def _to_check(about: About) -> Iterator[str]:
    if points := checklist(about):
        yield "办之前核对："
        yield from (f"{number}. {point}。" for number, point in enumerate(points, 1))
