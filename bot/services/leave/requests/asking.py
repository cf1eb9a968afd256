"""Somebody asks for leave: checked, reserved on his ledger, put to whoever the matrix names, all in one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.domain.approvals.request import Draft, Step
from bot.domain.leave.counting.recurring import Daily
from bot.domain.leave.ledgers.booking import Entries
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.ledgers.overtime import ensure_not_worked
from bot.domain.leave.requests.matrix import Plan, plan
from bot.domain.leave.requests.request import LeaveRequest
from bot.domain.leave.requests.together import adjoining, ensure_prolongs, in_days, summed
from bot.domain.leave.requests.wishes import Wanted, Weighed, ensure_alone, reserved, weigh
from bot.domain.leave.types.leave_type import Say
from bot.identifiers import UserId
from bot.services.approvals.approvals import Approvals, staffing
from bot.services.approvals.wording import stands
from bot.services.leave.requests.covering import Cover, cover
from bot.services.leave.requests.kind import KIND, TOLD
from bot.services.leave.requests.own import numbered
from bot.services.leave.requests.payload import KNOW, RELATION
from bot.services.leave.requests.wording import balance, details, notes
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply

NEAR: Final = timedelta(days=60)  # as far back as leaves are looked at that this one may adjoin
TRIED: Final = "申请"  # the cause under which it is tried whether there is enough


@dataclass(frozen=True, slots=True)
class _Prepared:
    """All that is known before anything is written."""

    weighed: Weighed
    ledger: Ledger
    plan: Plan
    cover: Cover

    def entries(self, ctx: Context, cause: str) -> Entries:
        user, today = ctx.sender.user_id, ctx.now.date()
        return reserved(self.weighed, self.ledger, user, ctx.company, cause=cause, today=today)


async def ahead(ctx: Context, wanted: Wanted) -> str:
    """What would be left of it, before it is asked for; empty where nobody knows. Writes nothing. Raises UserError."""
    weighed = weigh(wanted, ctx.sender.user_id, ctx.company, ctx.now)
    prepared = await _prepared(ctx, weighed)
    after = prepared.ledger.plus(entries := prepared.entries(ctx, TRIED))
    return balance(_leave(ctx, "", weighed), weighed.kind, after, ctx.company) if entries else ""


async def ask(ctx: Context, approvals: Approvals, wanted: Wanted) -> Reply:
    """Raises UserError; then nothing was written."""
    user = ctx.sender.user_id
    weighed = weigh(wanted, user, ctx.company, ctx.now)
    await ctx.store.leave_ledgers.hold(user)
    prepared = await _prepared(ctx, weighed)
    after = prepared.ledger.plus(prepared.entries(ctx, TRIED))
    told = await _users(ctx, prepared.plan)
    looked_at = details(weighed, _leave(ctx, "", weighed), after, prepared.cover, ctx.company)
    draft = Draft(
        kind=KIND,
        applicant=user,
        text=weighed.said(ctx.now.date()),
        steps=prepared.plan.steps,
        payload={
            TOLD: "" if weighed.kind.say is Say.NONE else ",".join(told),
            KNOW: ",".join(told),
            RELATION: wanted.relation,
        },
        details=looked_at,
        begins=weighed.wish.begins,
    )
    request = await approvals.open(ctx, draft)
    await ctx.store.leave_ledgers.write(user, prepared.entries(ctx, request.number), by=ctx.act)
    await ctx.store.leaves.add(_leave(ctx, request.number, weighed), wanted.reason, by=ctx.act)
    if weighed.kind.say is Say.NONE:
        _tell(ctx, told, f"{draft.text}（{request.number}）")
    sentence = f"已提交 {request.number}：{draft.text}。{stands(request, ctx.company, ctx.now)}"
    return Reply("\n".join([sentence, *notes(weighed, prepared.cover, ctx.now)]), private=True)


async def _prepared(ctx: Context, weighed: Weighed) -> _Prepared:
    user, wish = ctx.sender.user_id, weighed.wish
    others = await ctx.store.leaves.of(user, ctx.now, since=min(ctx.now, wish.begins) - NEAR)
    await _ensure_prolongs(ctx, weighed)
    ensure_alone(weighed, others, ctx.now)
    await _ensure_not_worked(ctx, weighed)
    shift, types = weighed.schedule.shift, ctx.company.leave.types
    near = adjoining((wish.begins, wish.ends), others, weighed.schedule)
    days = summed(in_days(weighed.kind, wish.amount, shift), near, types, shift)
    return _Prepared(
        weighed,
        await ctx.store.leave_ledgers.of(user),
        plan(weighed.kind, days, user, ctx.company),
        await cover(ctx, _leave(ctx, "", weighed), weighed.kind),
    )


async def _ensure_not_worked(ctx: Context, weighed: Weighed) -> None:
    """Raises UserError. What is taken by the hour each day leaves room for overtime."""
    wish = weighed.wish
    if isinstance(wish.when, Daily):
        return
    first, last = wish.begins.date() - timedelta(days=1), wish.ends.date()
    worked = await ctx.store.overtimes.of(ctx.sender.user_id, first, last, ctx.now)
    ensure_not_worked((wish.begins, wish.ends), worked, ctx.now.date())


async def _ensure_prolongs(ctx: Context, weighed: Weighed) -> None:
    if weighed.wanted.continues is None:
        return
    running = await numbered(ctx, weighed.wanted.continues)
    wish = weighed.wish
    ensure_prolongs((wish.begins, wish.ends), running, weighed.schedule, ctx.now.date())


async def _users(ctx: Context, planned: Plan) -> Sequence[UserId]:
    if not planned.told:
        return ()
    return (await staffing(ctx)).named(Step(planned.told), ctx.sender.user_id)


def _tell(ctx: Context, users: Iterable[UserId], wish: str) -> None:
    """A right by law isn't asked for: whoever plans the work hears of it in time."""
    name = ctx.company.name_of(ctx.sender.user_id)
    for user in users:
        if ctx.company.is_here(user) and user != ctx.sender.user_id:
            words = f"{name} 要休{wish}。这是法定假，由人力资源核对材料，不用你审批，请提前安排工作。"
            ctx.tell(ToPerson(user), Text(words))


def _leave(ctx: Context, number: str, weighed: Weighed) -> LeaveRequest:
    wish = weighed.wish
    return LeaveRequest(
        number=number,
        user=ctx.sender.user_id,
        type=weighed.kind.name,
        when=wish.when,
        amount=wish.amount,
        begins=wish.begins,
        ends=wish.ends,
        submitted_at=ctx.now,
        retro=wish.retro,
        provisional=wish.provisional,
        continues=weighed.wanted.continues,
        replaces=weighed.wanted.replaces,
    )
