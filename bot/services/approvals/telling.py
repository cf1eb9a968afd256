"""Who hears what about a request: those who are asked, those who needn't decide any more, the applicant."""

from dataclasses import replace
from typing import Final

from bot.domain.approvals.request import Request, RequestState
from bot.domain.rights import Role
from bot.identifiers import TaskId, UserId
from bot.services.approvals.kinds import Desk, Kind, Sealed
from bot.services.approvals.looking import looks_of
from bot.services.approvals.wording import asking_card, face, stands
from bot.services.privacy.briefly import keep_briefly
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Text, ToCard, ToPerson
from bot.shapes.records.approvals import Ask

TOPIC: Final = "approval"


async def ask(desk: Desk, request: Request, was_asked: frozenset[UserId], kind: Kind) -> None:
    """A card for each who is asked now and was not before. What is under seal is gone from it in an hour."""
    if isinstance(kind, Sealed):
        request = replace(request, draft=replace(request.draft, details=await kind.unsealed(desk, request)))
        await keep_briefly(desk, *(each.user for each in request.waits_for if each.user not in was_asked))
    for asked in request.waits_for:
        if asked.user in was_asked:
            continue
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=request.number, holder=asked.user)
        looks = looks_of(kind, desk, request, asked.user)
        desk.tell(ToPerson(asked.user), asking_card(request, asked, desk.company, task_id, looks))
        await desk.store.requests.note_ask(
            Ask(request.number, asked.user, asked.version, task_id), cause=desk.act.cause
        )
    if request.is_pending and not request.waits_for:
        _call_admins(desk, request)


async def release(
    desk: Desk, request: Request, users: frozenset[UserId], *, by: UserId | None, card: TaskId | None
) -> None:
    """Tell those who aren't asked any more, on their card where it can be changed. `card` is being changed already."""
    outcome = _outcome(desk, request)
    for ask in await desk.store.requests.close_asks(request.number, sorted(users)):
        if ask.task_id == card:
            continue
        if ask.code:
            shape = face(request, desk.company, outcome)
            desk.tell(ToCard(Via.APP, ask.user, ask.task_id, None, ask.code), shape)
        elif ask.user != by and desk.company.is_here(ask.user):
            desk.tell(ToPerson(ask.user), Text(f"{request.number} {outcome}"))


def tell_applicant(desk: Desk, before: Request, after: Request, follows: str) -> None:
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
    if desk.company.is_here(after.applicant):
        desk.tell(ToPerson(after.applicant), Text(f"{after.number} {said}"))


def _outcome(desk: Desk, request: Request) -> str:
    """Why somebody isn't asked any more."""
    if request.state is RequestState.WITHDRAWN:
        return f"申请人{'撤回了' if desk.company.is_here(request.applicant) else '已经离开'}，不用再审批。"
    if request.state is RequestState.DROPPED:
        return "这件事不用办了，不用再审批。"
    if request.state is RequestState.EXPIRED:
        return "一直没有人审批，已经过期，不用再审批。"
    decision = request.last_decision
    done = (
        f"{desk.company.name_of(decision.by)}{'同意' if decision.agreed else '驳回'}了" if decision else "不用你审批了"
    )
    return f"{done}。"


def _call_admins(desk: Desk, request: Request) -> None:
    for admin in desk.company.holders(Role.WECOM_ADMIN):
        words = f"{request.number} 找不到审批人：岗位空缺，往上也没有别人。请在通讯录或配置里补上，我会再找。"
        desk.tell(ToPerson(admin), Text(words))
