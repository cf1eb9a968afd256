"""Anybody proposes; whose word stands for the department or the group says yes, then it is said aloud (D13§五.1, S190).

Whoever may say yes needs nobody else's. Whether it brings money is for human resources to decide, elsewhere.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.domain.approvals.request import Draft, Request, RequestState, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.guards import ensure_not_self
from bot.domain.moderation.praising.praise import PREFIX, Praise
from bot.domain.notices.checks.finding import ensure_none_stops
from bot.domain.notices.checks.secrets import secrets
from bot.domain.people import Person
from bot.domain.rights import Role
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import GroupId, UserId
from bot.services.approvals.approvals import Approvals
from bot.services.approvals.kinds import Desk
from bot.services.approvals.wording import waiting_names
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToGroup, ToPerson

KIND: Final = "表彰"
SAID: Final = 100  # characters of what it is for
_WIDE: Final = 24  # of it on a card
_ONCE: Final = timedelta(days=1)  # within which the same words are the same praise
AN_HOUR: Final = 10  # by one person
_HOUR: Final = timedelta(hours=1)
MONEY: Final = "有没有奖金由人力资源另定。"


@dataclass(frozen=True, slots=True)
class Proposed:
    """`group`: where it is said; None: to him alone."""

    person: UserId
    reason: str
    group: GroupId | None


async def propose(ctx: Context, approvals: Approvals, person: Person, reason: str) -> str:
    """Raises UserError."""
    ensure_not_self(ctx.sender, person)
    ensure_none_stops(secrets(reason))
    wish = Proposed(person.user_id, reason, _where(ctx))
    await _ensure_new(ctx, wish)
    await _ensure_not_too_many(ctx)
    deciders, me = _deciders(ctx, wish), ctx.sender.user_id
    if any(me in each.holders(ctx.company, me) for each in deciders):
        return await give(ctx, wish, by=me, approver=me)
    request = await approvals.open(ctx, _draft(ctx, wish, deciders))
    return f"已提交 {request.number}：{request.text}，等 {waiting_names(request, ctx.company)} 同意。{_then(ctx, wish)}"


def _where(ctx: Context) -> GroupId | None:
    return ctx.chat.group.id if ctx.chat.group else None


def _then(desk: Desk, wish: Proposed) -> str:
    group = desk.company.group(wish.group) if wish.group else None
    return f"同意了在{group.name}里说。" if group else "同意了告诉本人；要在群里说，到群里 @我 发。"


async def _ensure_new(desk: Desk, wish: Proposed) -> None:
    lately = await desk.store.praises.of(wish.person, desk.now - _ONCE, desk.now)
    if same := next((each for each in lately if each.reason == wish.reason), None):
        raise UserError(Code.DUPLICATE, f"这件事已经表彰过了（{same.number}），没有再发。")


async def _ensure_not_too_many(ctx: Context) -> None:
    """Whoever needs nobody's yes could fill a group with it."""
    lately = await ctx.store.praises.all(ctx.now - _HOUR, ctx.now)
    if sum(each.by == ctx.sender.user_id for each in lately) >= AN_HOUR:
        raise UserError(Code.LIMIT, f"一小时里你已经表彰了 {AN_HOUR} 次，没有再发。一件一件说，晚一点再来。")


def _deciders(desk: Desk, wish: Proposed) -> tuple[Selector, ...]:
    """The head of his department or who looks after the group; where there is neither, human resources."""
    person = desk.company.person(wish.person)
    department = desk.company.department_of(person) if person else None
    heads = (Selector.head(department.name),) if department and department.leaders else ()
    keepers = (Selector.keeper(wish.group),) if wish.group else ()
    found = [each for each in (*heads, *keepers) if set(each.holders(desk.company, wish.person)) - {wish.person}]
    return tuple(found) or (Selector.role(Role.HR),)


def _draft(ctx: Context, wish: Proposed, deciders: tuple[Selector, ...]) -> Draft:
    group = ctx.company.group(wish.group) if wish.group else None
    return Draft(
        kind=KIND,
        applicant=ctx.sender.user_id,
        text=f"表彰 {ctx.company.name_of(wish.person)}：{shown(wish.reason, _WIDE)}",
        steps=(Step(deciders),),
        payload={"person": wish.person, "reason": wish.reason, "group": wish.group or ""},
        concerned=(wish.person,),
        details=(("事由", shown(wish.reason, _WIDE)), ("在哪说", shown(group.name, _WIDE) if group else "只告诉本人")),
    )


async def give(desk: Desk, wish: Proposed, *, by: UserId, approver: UserId) -> str:
    """Kept, and said. His group has gone, or he has left it: he is told all the same."""
    number = await desk.store.numbers.next(PREFIX, desk.now.date())
    praise = Praise(number, wish.person, by, approver, wish.reason, desk.now, wish.group)
    await desk.store.praises.add(praise, by=desk.act)
    name, group = desk.company.name_of(wish.person), desk.company.group(wish.group) if wish.group else None
    desk.tell(ToPerson(wish.person), Text(f"你受到表彰（{number}）：{shown(wish.reason, SAID)}。{_by(desk, praise)}"))
    if group:
        words = f"表彰 {name}：{shown(wish.reason, SAID)}。{_by(desk, praise)}（{number}）"
        desk.tell(ToGroup(group.id), Text(words))
    where = f"在{group.name}里说了" if group else "已私聊告诉本人"
    return f"{number} 表彰 {name}，{where}，也记下了。{MONEY}"


def _by(desk: Desk, praise: Praise) -> str:
    agreed = "" if praise.approver == praise.by else f"，{desk.company.name_of(praise.approver)}同意"
    return f"{desk.company.name_of(praise.by)}提名{agreed}。"


class PraiseKind:
    """`bot.services.approvals.kinds.Kind`"""

    name = KIND
    prefix = "RQ"

    async def settled(self, desk: Desk, request: Request) -> str:
        if request.state is not RequestState.APPROVED:
            return "没有发出去。"
        payload = request.draft.payload
        wish = Proposed(UserId(payload["person"]), payload["reason"], GroupId(payload["group"]) or None)
        if not desk.company.is_here(wish.person):
            return "不过对方已经不在公司，没有发出去。"
        try:
            await _ensure_new(desk, wish)
        except UserError as error:
            return f"不过{error.sentence}"
        approver = request.last_decision.by if request.last_decision else request.applicant
        return await give(desk, wish, by=request.applicant, approver=approver)
