"""The life of a request: opened, decided, withdrawn, lapsed. Everything happens in the transaction of its message.

Who was quicker wins: a change is kept only from the version that was seen, and whoever comes later is told how things
stand. Cards are views: those who needn't decide any more are told so on theirs, or in words.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from bot.domain.approvals import moves
from bot.domain.approvals.delegations import in_force
from bot.domain.approvals.request import Draft, Request, RequestState
from bot.domain.approvals.staffing import Staffing
from bot.domain.rights import Role
from bot.errors import Code, Defect, UserError
from bot.identifiers import TaskId, UserId
from bot.services.approvals.kinds import Desk, Kind
from bot.services.approvals.wording import asking_card, face, name_of, stands
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
        if not is_here(desk, by):
            raise UserError(Code.NO_PERMISSION, moves.NOT_YOURS)
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
        await self._keep(desk, request, after, right=_right(after))
        await self.follow(desk, request, after, by=by, card=card)
        return after

    async def withdraw(self, desk: Desk, request: Request, by: UserId) -> Request:
        """Raises UserError."""
        after = moves.withdrawn(request, by, desk.now)
        await self._keep(desk, request, after, right="申请人")
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

    async def _keep(self, desk: Desk, before: Request, after: Request, *, right: str) -> None:
        """`right`: by which the trail says that it was done, whatever command or button it was done with."""
        change, act = CHANGES[after.state], replace(desk.act, authority=right)
        if not await desk.store.requests.save(after, was=before.version, change=change, by=act):
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
        outcome = _outcome(desk, request)
        for ask in await desk.store.requests.close_asks(request.number, sorted(users)):
            if ask.task_id == card:
                continue
            if ask.code:
                shape = face(request, desk.company, outcome)
                desk.tell(ToCard(Via.APP, ask.user, ask.task_id, None, ask.code), shape)
            elif ask.user != by and is_here(desk, ask.user):
                desk.tell(ToPerson(ask.user), Text(f"{request.number} {outcome}"))

    async def _tell_applicant(self, desk: Desk, before: Request, after: Request) -> None:
        follows = "" if after.is_pending else await self._kind(after.kind).settled(desk, after)
        how = stands(after, desk.company, desk.now)
        match after.state:
            case RequestState.PENDING if after.current != before.current:
                said = f"{_outcome(desk, after)}现在{how}"
            case RequestState.APPROVED | RequestState.REJECTED:
                said = f"{after.text}：{how}{follows}"
            case RequestState.EXPIRED:
                said = f"{after.text}：{how}要办请重新申请。"
            case _:
                return
        desk.tell(ToPerson(after.applicant), Text(f"{after.number} {said}"))

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


def _right(request: Request) -> str:
    decision = request.last_decision
    return f"代 {decision.stead_of} 审批" if decision and decision.stead_of else "审批人"


def is_here(desk: Desk, user: UserId) -> bool:
    person = desk.company.person(user)
    return person is not None and person.active


def _outcome(desk: Desk, request: Request) -> str:
    """Why somebody isn't asked any more."""
    if request.state is RequestState.WITHDRAWN:
        return f"申请人{'撤回了' if is_here(desk, request.applicant) else '已经离开'}，不用再审批。"
    if request.state is RequestState.EXPIRED:
        return "一直没有人审批，已经过期，不用再审批。"
    decision = request.last_decision
    done = (
        f"{name_of(desk.company, decision.by)}{'同意' if decision.agreed else '驳回'}了" if decision else "不用你审批了"
    )
    return f"{done}。"


def _call_admins(desk: Desk, request: Request) -> None:
    for admin in sorted(desk.company.grants.get(Role.WECOM_ADMIN, ())):
        words = f"{request.number} 找不到审批人：岗位空缺，往上也没有别人。请在通讯录或配置里补上，我会再找。"
        desk.tell(ToPerson(admin), Text(words))
