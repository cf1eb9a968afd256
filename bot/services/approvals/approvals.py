"""The life of a request: opened, decided, withdrawn, lapsed. Everything happens in the transaction of its message.

Who was quicker wins: a change is kept only from the version that was seen. Whoever comes later is heard anew, and told
how things stand if nothing is left to decide. Cards are views: those who needn't decide any more are told so on theirs,
or in words.
"""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import replace
from typing import Final

from bot.domain.approvals import moves
from bot.domain.approvals.delegations import in_force
from bot.domain.approvals.pushing import ensure_not_pushing
from bot.domain.approvals.request import Draft, Request, RequestState
from bot.domain.approvals.staffing import Staffing, stand_ins
from bot.errors import Code, Defect, Overtaken, UserError
from bot.identifiers import TaskId, UserId
from bot.services.approvals.kinds import Desk, Kind, Watched
from bot.services.approvals.looking import looked
from bot.services.approvals.telling import ask, release, tell_applicant
from bot.services.approvals.wording import stands
from bot.shapes.context import Context
from bot.shapes.outgoing import Card

JOB: Final = "approval-reminders"
NEWEST: Final = 100  # requests of one person, among which too many of a kind are looked for
GONE: Final = "申请人已经离开，不用再审批。"
CHANGES: Final = {
    RequestState.PENDING: "agreed",
    RequestState.APPROVED: "approved",
    RequestState.REJECTED: "rejected",
    RequestState.WITHDRAWN: "withdrawn",
    RequestState.EXPIRED: "expired",
}


class Approvals:
    """`kinds`: what can be asked for."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        self._kinds = {kind.name: kind for kind in kinds}

    async def open(self, desk: Desk, draft: Draft, *, keep: Callable[[str], Awaitable[None]] | None = None) -> Request:
        """Ask whom the first step names. `keep`: puts away by its number what isn't in the draft. Raises UserError for
        what waits already, for asking too much, or if nobody could decide."""
        if waiting := await desk.store.requests.same(draft.applicant, draft.kind, draft.text):
            raise UserError(
                Code.DUPLICATE, f"已提交 {waiting.number}，{stands(waiting, desk.company, desk.now)}不用再发一次。"
            )
        await _ensure_not_pushing(desk, draft)
        number = await desk.store.numbers.next(self._kind(draft.kind).prefix, desk.now.date())
        request = moves.opened(number, draft, await staffing(desk), desk.company.pace, desk.now)
        await desk.store.requests.add(request, by=desk.act)
        if keep:
            await keep(number)
        await ask(desk, request, frozenset(), self._kind(request.kind))
        await hasten(desk)
        return request

    async def find(self, desk: Desk, number: str) -> Request:
        """Raises UserError."""
        request = await desk.store.requests.get(number)
        if request is None:
            raise UserError(
                Code.NOT_FOUND, f"没有编号是 {number} 的申请。发 /待办 看哪些在等你，/我的申请 看你自己的。"
            )
        return request

    async def ensure_may_decide(self, desk: Desk, request: Request, by: UserId, version: int | None = None) -> None:
        """Raises UserError; whoever may know is told how things stand."""
        if not desk.company.is_here(by):
            raise UserError(Code.NO_PERMISSION, moves.NOT_YOURS)
        try:
            moves.ensure_may_decide(request, by, version)
        except UserError as error:
            if error.code is Code.BAD_STATE:
                error.private = True  # it says who waits for whom, and why somebody refused
                how = f"{request.number} {stands(request, desk.company, desk.now)}"
                error.sentence = f"{error.sentence}{how}" if request.is_pending else f"{how}不用再审批了。"
            raise
        if not desk.company.is_here(request.applicant):  # the clock takes it back, once it looks
            raise UserError(Code.BAD_STATE, GONE, private=True)
        moves.ensure_stands_in(request, by, await staffing(desk))

    async def decide(
        self,
        desk: Desk,
        request: Request,
        by: UserId,
        *,
        agree: bool,
        reason: str = "",
        version: int | None = None,
        card: TaskId | None = None,
    ) -> Request:
        """`card`: the one that was pressed and gets its new face by that. Raises UserError."""
        await self.ensure_may_decide(desk, request, by, version)
        kind = self._kind(request.kind)
        warned = await kind.ensure_possible(desk, request) if agree and isinstance(kind, Watched) else ""
        after = moves.decided(
            request,
            by,
            agree=agree,
            staff=await staffing(desk),
            pace=desk.company.pace,
            now=desk.now,
            reason=reason,
            warned=warned,
            version=version,
        )
        await self.keep(desk, request, after, CHANGES[after.state], right=_right(after))
        await self.follow(desk, request, after, by=by, card=card)
        return after

    async def look(self, ctx: Context, request: Request, key: str) -> Card:
        """The card of who looks, with what came of it. Raises UserError for what isn't shown to him."""
        return await looked(ctx, self._kind(request.kind), await self._as_it_is_now(ctx, request), key)

    async def withdraw(self, desk: Desk, request: Request, by: UserId) -> Request:
        """Raises UserError."""
        after = moves.withdrawn(request, by, desk.now)
        await self.keep(desk, request, after, CHANGES[after.state], right="申请人")
        await self.follow(desk, request, after, by=by)
        return after

    async def follow(
        self, desk: Desk, before: Request, after: Request, *, by: UserId | None = None, card: TaskId | None = None
    ) -> None:
        """All that comes of a change that was kept. `by` is answered by whoever called."""
        was_asked = frozenset(each.user for each in before.waits_for)
        not_any_more = was_asked - {each.user for each in after.waits_for}
        await release(desk, after, not_any_more, by=by, card=card)
        await ask(desk, await self._as_it_is_now(desk, after), was_asked, self._kind(after.kind))
        follows = "" if after.is_pending else await self._kind(after.kind).settled(desk, after)
        tell_applicant(desk, before, after, follows)
        await hasten(desk)

    async def keep(self, desk: Desk, before: Request, after: Request, change: str, *, right: str) -> None:
        """`right`: by which the trail says that it was done, whatever command or button it was done with. Raises
        Overtaken where somebody was quicker."""
        act = replace(desk.act, authority=right)
        if not await desk.store.requests.save(after, was=before.version, change=change, by=act):
            raise Overtaken(before.number)

    async def _as_it_is_now(self, desk: Desk, request: Request) -> Request:
        """As whoever is asked now should see it."""
        kind = self._kind(request.kind)
        if not request.is_pending or not isinstance(kind, Watched):
            return request
        return replace(request, draft=replace(request.draft, details=await kind.details(desk, request)))

    def _kind(self, name: str) -> Kind:
        if name not in self._kinds:
            raise Defect(f"nobody knows what to do with a request of kind {name}")
        return self._kinds[name]


async def _ensure_not_pushing(desk: Desk, draft: Draft) -> None:
    """Raises UserError."""
    requests = desk.store.requests
    waiting = await requests.of(draft.applicant, pending=True, most=NEWEST)
    over = await requests.of(draft.applicant, pending=False, most=NEWEST)
    ensure_not_pushing(draft, waiting, over, desk.now)


async def staffing(desk: Desk) -> Staffing:
    """Who is suspended is as good as away."""
    today = desk.now.date()
    given = in_force(await desk.store.delegations.live(today), today)
    away = desk.company.suspended.union(await desk.store.leaves.away())
    return Staffing(desk.company, stand_ins(given, away, desk.company))


async def hasten(desk: Desk) -> None:
    """Let the job that looks after requests run when the next thing is due."""
    if due := await desk.store.requests.next_due():
        await desk.store.jobs.hasten(JOB, due)


def _right(request: Request) -> str:
    decision = request.last_decision
    return f"代 {decision.stead_of} 审批" if decision and decision.stead_of else "审批人"
