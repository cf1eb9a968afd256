"""A 通报 is a case that counts once the management group has let its notice pass, the way of all notices (D5§12(2)).

Until then it is proposed: it counts for nothing, and whom it is about isn't told. With the yes he reads all of it in
private, and has until the next working day, when the notice goes out, to object. Nobody is named in it.
"""

from dataclasses import replace
from datetime import datetime, time
from typing import Final

from bot.domain.moderation.cases import reprimand
from bot.domain.moderation.cases.case import MADE, PREFIX, Case, Charge, Noted, appeal_until
from bot.domain.moderation.cases.measures import Doing, Effect, Measure
from bot.domain.moderation.history import PastState
from bot.domain.moderation.ladder import Standing
from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import PREFIX as OF_NOTICES
from bot.domain.notices.notice import Category, Draft, Notice, NoticeState, OfCase
from bot.errors import Candidate, Code, Overtaken, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.moderation import wording
from bot.services.moderation.charging import case_of, ensure_new, standing_of
from bot.services.moderation.correcting import follow
from bot.services.notices.publishing.planning import plan
from bot.services.notices.putting_right.cancelling import cancel
from bot.services.notices.writing.drafting import show
from bot.services.privacy.briefly import keep_briefly
from bot.services.safety.protecting import protection_of
from bot.shapes.context import Context
from bot.shapes.outgoing import Card, Text, ToPerson

NOTHING_YET: Final = "送审后要管理小组同意才算数、才发；在那之前对方不知道，也不计次。"


async def propose(ctx: Context, charge: Charge) -> Card:
    """The card on which its author looks at what would be posted, and sends it off. `charge.group`: None, to his
    department."""
    await _ensure_not_drafted(ctx, charge)
    _ensure_nobody_is_found_out(ctx, charge)
    standing = await standing_of(ctx, charge)
    number = await ctx.store.numbers.next(PREFIX, ctx.now.date())
    case = replace(case_of(ctx, charge, standing, ctx.sender.user_id, None, number), state=PastState.PROPOSED)
    await ctx.store.cases.add(case, charge.reason, by=ctx.act)
    if charge.quote:
        await ctx.store.cases.prove(wording.quoted(case, ctx.sender.user_id, ctx.now, charge.quote), by=ctx.act)
    draft = _draft(ctx, case, standing, higher=await protection_of(ctx, case.target) is not None)
    notice = Notice(await ctx.store.numbers.next(OF_NOTICES, ctx.now.date()), case.actor, draft, ctx.now)
    await ctx.store.notices.add(notice, by=ctx.act)
    await ctx.store.cases.note(case.number, Noted.DRAFTED, notice.number, by=ctx.act)
    ctx.tell(ToPerson(case.actor), Text(_for_author(ctx, case, standing)))
    return await show(ctx, notice)


def _ensure_nobody_is_found_out(ctx: Context, charge: Charge) -> None:
    """What three people read of one of them names him. Raises UserError with what does as well."""
    company, person = ctx.company, ctx.company.person(charge.target)
    group = company.group(charge.group) if charge.group else None
    department = company.department_of(person) if person else None
    many = reprimand.readers(company, department, group)
    if many is not None and many < reprimand.MANY:
        where = "这个群" if group else "这个部门"
        sentence = f"{where}只有 {many} 人，一发就知道说的是谁，没有起草。"
        line = " ".join(
            filter(None, ["/警告", f"@{company.name_of(charge.target)}", charge.reason, group.name if group else ""])
        )
        raise UserError(Code.NOT_ELIGIBLE, sentence, offer=Candidate("改成警告", put=line), private=True)


async def _ensure_not_drafted(ctx: Context, charge: Charge) -> None:
    """What waits for a yes isn't drafted once more. Raises UserError."""
    for case in await ctx.store.cases.of(charge.target, ctx.now):
        if case.state is not PastState.PROPOSED or (case.category, case.group) != (charge.category, charge.group):
            continue
        notice = await notice_of(ctx, case.number)
        if notice and not notice.is_over:
            own = f"要改内容，发 /改公告 {notice.number} 新内容。" if case.actor == ctx.sender.user_id else ""
            sentence = f"这件事{ctx.company.name_of(case.actor)}已经起草了 {notice.number}，一件事只通报一次。{own}"
            raise UserError(Code.DUPLICATE, sentence)


def _for_author(desk: Desk, case: Case, standing: Standing) -> str:
    name, counted = desk.company.name_of(case.target), wording.counted(case, standing)
    head = f"{case.number} {MADE[case.kind]} {name}（{counted}）已起草，里面不写是谁。{NOTHING_YET}"
    hint = (
        ""
        if reprimand.is_sanction(standing)
        else "这份制度没有写到这类事、没有通报批评，或还没走完公示程序，所以只写成提醒。"
    )
    return f"{head}{hint}{wording.advice(case, standing)}"


def _draft(desk: Desk, case: Case, standing: Standing, *, higher: bool) -> Draft:
    company, today = desk.company, desk.now.date()
    person = company.person(case.target)
    department = company.department_of(person) if person else None
    last = reprimand.last_day(today, company.moderation.posted_days, company.pace.calendar)
    text = reprimand.text_of(
        reprimand.said_of(person, company, company.group(case.group) if case.group else None) if person else "一名同事",
        wording.name_of_group(case, company),
        standing,
        wording.clauses(case, standing) if reprimand.is_sanction(standing) else wording.broken(standing),
        last=last,
        today=today,
    )
    audience = (
        Audience(groups=(case.group,)) if case.group else Audience(departments=(department.name,) if department else ())
    )
    return Draft(
        text,
        audience,
        title=reprimand.headline(standing),
        at=_at(desk),
        category=Category.RULES,
        expires_at=datetime.combine(last, time(23, 59), desk.now.tzinfo),
        of_case=OfCase(case.number, case.target, higher=higher),
    )


def _at(desk: Desk) -> datetime:
    """The next working day, so that whom it is about may object before."""
    company = desk.company
    day = company.pace.calendar.next_workday(desk.now.date())
    return datetime.combine(day, company.notices.usual_time, desk.now.tzinfo)


async def let_pass(desk: Desk, notice: Notice) -> None:
    """The management group has said yes: now it is a case, judged as things stand now. Raises UserError where the act
    was judged meanwhile."""
    case = await desk.store.cases.get(notice.draft.of_case.number, desk.now) if notice.draft.of_case else None
    if case is None or case.state is not PastState.PROPOSED:
        return
    await desk.store.cases.hold(case.target)
    reason, proofs = await desk.store.cases.reason(case.number) or "", await desk.store.cases.evidence(case.number)
    quote = proofs[0].text or "" if proofs else ""
    charge = Charge(case.target, case.group, case.kind, case.category, reason, quote=quote, acted_at=case.acted_at)
    await ensure_new(desk, charge)
    standing = await standing_of(desk, charge)
    after = _confirmed(desk, case, standing, notice.approval.by[-1] if notice.approval else None)
    if not await desk.store.cases.save(after, Noted.IMPOSED, was=case.version, by=desk.act):
        raise Overtaken(case.number)
    posted = Measure(case.number, Doing.POST, case.target, case.group, Effect.REQUESTED, desk.now)
    await desk.store.measures.add(posted, by=desk.act)
    if desk.company.is_here(case.target):
        words = wording.for_target(after, standing, reason, proofs, desk.company, desk.now)
        desk.tell(ToPerson(case.target), Text(words))
        await keep_briefly(desk, case.target)
    await follow(desk, after, standing)


def _confirmed(desk: Desk, case: Case, standing: Standing, approver: UserId | None) -> Case:
    return replace(
        case,
        state=PastState.CONFIRMED,
        severity=standing.severity,
        pack=standing.pack.id,
        pack_version=standing.pack.version,
        count=standing.count,
        confirmed_at=desk.now,
        appeal_until=appeal_until(desk.now, standing.pack.appeal_days, desk.company.pace.calendar),
        approver=approver,
        version=case.version + 1,
    )


async def notice_of(desk: Desk, number: str) -> Notice | None:
    """What was drafted for a case."""
    drafted = [each.text for each in await desk.store.cases.notes(number) if each.kind is Noted.DRAFTED]
    return await desk.store.notices.get(drafted[-1]) if drafted and drafted[-1] else None


async def withdraw(desk: Desk, number: str) -> str:
    """The case doesn't stand any more: what wasn't posted isn't, what was is corrected where it was; as a sentence."""
    notice = await notice_of(desk, number)
    if notice is None or notice.state is NoticeState.CANCELLED:
        return ""
    was_out = notice.posted_at is not None
    await cancel(desk, notice)
    return "通报过的地方已经更正。" if was_out else "通报不发了。"


async def go_on(desk: Desk, number: str) -> None:
    """It stands: what fell due while somebody looked at it again is posted when people are at work."""
    notice = await notice_of(desk, number)
    if notice and notice.state is NoticeState.PAUSED and notice.is_approved:
        await plan(desk, notice, was=notice, change="resumed", may_wait=True)


async def posted_as_it_is(desk: Desk, measure: Measure) -> Measure:
    """With what became of its notice."""
    notice = await notice_of(desk, measure.case) if measure.doing is Doing.POST else None
    if notice is None:
        return measure
    if notice.posted_at:
        return replace(measure, effect=Effect.BY_BOT)
    return replace(measure, effect=Effect.IMPOSSIBLE) if notice.is_over else measure
