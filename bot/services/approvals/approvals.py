"""The life of a request: opened, decided, withdrawn, lapsed. Everything happens in the transaction of its message.

Who was quicker wins: a change is kept only from the version that was seen, and whoever comes later is told how things
stand. Cards are views: those who needn't decide any more are told so on theirs, or in words.
"""

from collections.abc import Iterable
from typing import Final

from bot.domain.approvals import moves
from bot.domain.approvals.delegations import in_force
from bot.domain.approvals.request import Draft, Request, RequestState
from bot.domain.approvals.staffing import Staffing
from bot.domain.rights import Role
from bot.errors import Code, Defect, UserError
from bot.identifiers import TaskId, UserId
from bot.services.approvals.kinds import Desk, Kind
from bot.services.approvals.wording import asking_card, face, name_of, stands, waiting_names
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Text, ToCard, ToPerson
from bot.shapes.store import Ask

TOPIC: Final = "approval"
JOB: Final = "approval-reminders"
CHANGES: Final = {
    RequestState.PENDING: "agreed",
    RequestState.APPROVED: "approved",
    RequestState.REJECTED: "rejected",
    RequestState.WITHDRAWN: "withdrawn",
    RequestState.EXPIRED: "expired",
}
ENDS: Final = {
    RequestState.WITHDRAWN: "申请人撤回了，不用再审批。",
    RequestState.EXPIRED: "一直没有人审批，已经过期，不用再审批。",
}


class Approvals:
    """`kinds`: what can be asked for."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        self._kinds = {kind.name: kind for kind in kinds}

    async def open(self, desk: Desk, draft: Draft) -> Request:
        """Ask whom the first step names. Raises UserError for what waits already, or if nobody could decide."""
        if waiting := await desk.store.requests.same(draft.applicant, draft.kind, draft.text):
            raise UserError(
                Code.DUPLICATE, f"已提交 {waiting.number}，{stands(waiting, desk.company, desk.now)}不用再发一次。"
            )
        number = await desk.store.numbers.next(self._kind(draft.kind).prefix, desk.now.date())
        request = moves.opened(number, draft, await staffing(desk), desk.company.pace, desk.now)
        await desk.store.requests.add(request, by=desk.act)
        await self._ask(desk, request, frozenset())
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
        try:
            moves.ensure_may_decide(request, by, version)
        except UserError as error:
            if error.code is Code.BAD_STATE:
                how = f"{request.number} {stands(request, desk.company, desk.now)}"
                error.sentence = f"{error.sentence}{how}" if request.is_pending else f"{how}不用再审批了。"
            raise

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
        after = moves.decided(
            request,
            by,
            agree=agree,
            staff=await staffing(desk),
            pace=desk.company.pace,
            now=desk.now,
            reason=reason,
            version=version,
        )
        await self._keep(desk, request, after)
        await self.follow(desk, request, after, by=by, card=card)
        return after

    async def withdraw(self, desk: Desk, request: Request, by: UserId) -> Request:
        """Raises UserError."""
        after = moves.withdrawn(request, by, desk.now)
        await self._keep(desk, request, after)
        await self.follow(desk, request, after, by=by)
        return after

    async def follow(
        self, desk: Desk, before: Request, after: Request, *, by: UserId | None = None, card: TaskId | None = None
    ) -> None:
        """All that comes of a change that was kept. `by` is answered by whoever called."""
        was_asked = frozenset(each.user for each in before.waits_for)
        await self._release(desk, after, was_asked - {each.user for each in after.waits_for}, by=by, card=card)
        await self._ask(desk, after, was_asked)
        await self._tell_applicant(desk, before, after)
        await hasten(desk)

    async def _keep(self, desk: Desk, before: Request, after: Request) -> None:
        change = CHANGES[after.state]
        if not await desk.store.requests.save(after, was=before.version, change=change, by=desk.act):
            now = await self.find(desk, before.number)
            raise UserError(
                Code.BAD_STATE, f"刚刚有变化，你的操作没有生效。{now.number} {stands(now, desk.company, desk.now)}"
            )

    async def _ask(self, desk: Desk, request: Request, was_asked: frozenset[UserId]) -> None:
        for asked in request.waits_for:
            if asked.user in was_asked:
                continue
            task_id = await desk.store.cards.issue(topic=TOPIC, subject=request.number, holder=asked.user)
            desk.tell(ToPerson(asked.user), asking_card(request, asked, desk.company, task_id))
            await desk.store.requests.note_ask(
                Ask(request.number, asked.user, asked.version, task_id), cause=desk.act.cause
            )
        if request.is_pending and not request.waits_for:
            _call_admins(desk, request)

    async def _release(
        self, desk: Desk, request: Request, users: frozenset[UserId], *, by: UserId | None, card: TaskId | None
    ) -> None:
        outcome = ENDS.get(request.state) or _decided_by(desk, request)
        for ask in await desk.store.requests.close_asks(request.number, sorted(users)):
            if ask.task_id == card:
                continue
            if ask.code:
                shape = face(request, desk.company, outcome)
                desk.tell(ToCard(Via.APP, ask.user, ask.task_id, None, ask.code), shape)
            elif ask.user != by and is_here(desk, ask.user):
                desk.tell(ToPerson(ask.user), Text(f"{request.number} {outcome}"))

    async def _tell_applicant(self, desk: Desk, before: Request, after: Request) -> None:
        if after.is_pending:
            if after.current != before.current:
                said = f"{_decided_by(desk, before, after)}现在等 {waiting_names(after, desk.company)} 审批。"
                desk.tell(ToPerson(after.applicant), Text(f"{after.number} {said}"))
            return
        follows = await self._kind(after.kind).settled(desk, after)
        if after.state is not RequestState.WITHDRAWN:
            how = stands(after, desk.company, desk.now)
            anew = "要办请重新申请。" if after.state is RequestState.EXPIRED else ""
            desk.tell(ToPerson(after.applicant), Text(f"{after.number} {after.text}：{how}{follows}{anew}"))

    def _kind(self, name: str) -> Kind:
        if name not in self._kinds:
            raise Defect(f"nobody knows what to do with a request of kind {name}")
        return self._kinds[name]


async def staffing(desk: Desk) -> Staffing:
    today = desk.now.date()
    return Staffing(desk.company, in_force(await desk.store.delegations.live(today), today))


async def hasten(desk: Desk) -> None:
    """Let the job that looks after requests run when the next thing is due."""
    if due := await desk.store.requests.next_due():
        await desk.store.jobs.hasten(JOB, due)


def is_here(desk: Desk, user: UserId) -> bool:
    person = desk.company.person(user)
    return person is not None and person.active


def _decided_by(desk: Desk, before: Request, after: Request | None = None) -> str:
    decision = (after or before).last_decision
    if decision is None:
        return "不用你审批了。"
    done = "同意了" if decision.agreed else "驳回了"
    return f"{name_of(desk.company, decision.by)}{done}。"


def _call_admins(desk: Desk, request: Request) -> None:
    for admin in sorted(desk.company.grants.get(Role.WECOM_ADMIN, ())):
        words = f"{request.number} 找不到审批人：岗位空缺，往上也没有别人。请在通讯录或配置里补上，我会再找。"
        desk.tell(ToPerson(admin), Text(words))
