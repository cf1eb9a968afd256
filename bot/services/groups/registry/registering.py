"""A chat becomes a group of the registry: one that waits for its chat, or one that people made long ago (S70).

Who appoints the administrators of a type (D7§5) registers groups of it, and so do HR and WeCom's administrators; others
ask that office. Only that office says by it who runs the group.
"""

from dataclasses import dataclass, replace
from typing import Final

from bot.domain.approvals.request import Draft, Request, RequestState
from bot.domain.company import Company
from bot.domain.groups.changing import any_of
from bot.domain.groups.group import Group
from bot.domain.groups.offices import appointers, appointers_for, office_for
from bot.domain.groups.types import GroupType
from bot.domain.rights import Role
from bot.errors import Code, UserError
from bot.identifiers import ChatId, GroupId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.registry.naming import ensure_unclaimed
from bot.shapes.outgoing import Text, ToPerson

KIND: Final = "登记群"
_BETWEEN: Final = "、"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be registered. `admin`: who is to run it, None where nobody was named."""

    chat: ChatId
    kind: str
    name: str
    purpose: str = ""
    departments: tuple[str, ...] = ()
    admin: UserId | None = None


def may_register(user: UserId, type_: GroupType | None, company: Company) -> bool:
    others = {*company.holders(Role.HR), *company.holders(Role.WECOM_ADMIN)}
    return appoints(user, type_, company) or (user in others and company.is_here(user))


def appoints(user: UserId, type_: GroupType | None, company: Company) -> bool:
    return user in appointers_for(type_, company)


async def ensure_new(desk: Desk, wish: Wish) -> None:
    """Raises UserError for a chat or a name that another group has."""
    if there := await desk.store.groups.in_chat(wish.chat):
        raise UserError(Code.DUPLICATE, f"这个群已经登记：{there.name}。发 /群信息 看详情。")
    await ensure_unclaimed(desk, wish.name)


def draft(applicant: UserId, wish: Wish, company: Company) -> Draft:
    """Whoever agrees to it appoints who is named in it."""
    type_ = company.group_type(wish.kind)
    run_by = wish.admin or applicant
    whose = f"，{_BETWEEN.join(wish.departments)}的人" if wish.departments else ""
    title = type_.name if type_ else "没有类型"
    return Draft(
        kind=KIND,
        applicant=applicant,
        text=f"登记群：{wish.name}（{title}{whose}），群管理员 {company.name_of(run_by)}",
        steps=(any_of(office_for(type_)),),
        payload={
            "chat": wish.chat,
            "type": wish.kind,
            "name": wish.name,
            "purpose": wish.purpose,
            "departments": _BETWEEN.join(wish.departments),
            "admin": run_by,
        },
    )


class RegisteringKind:
    """`bot.services.approvals.kinds.Kind`"""

    name = KIND
    prefix = "RQ"

    async def settled(self, desk: Desk, request: Request) -> str:
        if request.state is not RequestState.APPROVED:
            return ""
        wish = _wish(request)
        try:
            await ensure_new(desk, wish)
        except UserError as error:
            return f"没有登记成：{error.sentence}"
        group = await register(desk, wish, request.number)
        if wish.admin and wish.admin != request.applicant:
            tell_appointed(desk, group, wish.admin)
        return f"{group.name}登记好了，以后在群里 @我 就行。"


async def register(desk: Desk, wish: Wish, number: str) -> Group:
    """A new group of the registry. Who is in it nobody knows yet: WeCom doesn't tell."""
    group = Group(
        id=GroupId(number),
        name=wish.name,
        kind=wish.kind,
        purpose=wish.purpose,
        departments=wish.departments,
        admins=frozenset({wish.admin} if wish.admin else ()),
        bot_chat=wish.chat,
        founding=number,
    )
    await desk.store.groups.add(group, cause=number, by=desk.act)
    return group


async def pair(desk: Desk, group: Group, chat: ChatId) -> Group:
    """`group` is held. Who else looks after it hears of it: a wrong chat is to be noticed. Raises UserError."""
    there = await desk.store.groups.in_chat(chat)
    if there and there.id != group.id:
        sentence = f"这个群聊已经登记成{there.name}。要改，先发 /绑定 {there.name} 解除。"
        raise UserError(Code.DUPLICATE, sentence)
    if group.bot_chat and group.bot_chat != chat:
        sentence = f"{group.name}已经接通了另一个群聊。接错了就先发 /绑定 {group.name} 解除。"
        raise UserError(Code.DUPLICATE, sentence)
    after = replace(group, bot_chat=chat)
    await desk.store.groups.save(after, change="paired", by=desk.act)
    _tell_others(desk, group, "在一个群聊里说，那里就是")
    return after


async def unpair(desk: Desk, group: Group) -> Group:
    """`group` is held."""
    after = replace(group, bot_chat=None)
    await desk.store.groups.save(after, change="unpaired", by=desk.act)
    _tell_others(desk, group, "解除了我和它所在群聊的接通：")
    return after


def tell_office(desk: Desk, group: Group, by: UserId) -> None:
    """Somebody has to appoint who runs it."""
    words = f"{desk.company.name_of(by)} 登记了{group.name}（{group.founding}），还没有群管理员。"
    for user in appointers(group, desk.company):
        if user != by:
            desk.tell(ToPerson(user), Text(f"{words}请发：/任命群管 {group.name} @同事"))


def tell_appointed(desk: Desk, group: Group, admin: UserId) -> None:
    words = f"你现在是{group.name}的群管理员（{group.founding}）。发 /群信息 {group.name} 看看。"
    desk.tell(ToPerson(admin), Text(words))


def _tell_others(desk: Desk, group: Group, what: str) -> None:
    by = UserId(desk.act.actor)
    for user in sorted(group.keepers - {by}):
        if desk.company.is_here(user):
            words = f"{desk.company.name_of(by)} {what}{group.name}。不对的话，发 /绑定 {group.name} 看怎么改。"
            desk.tell(ToPerson(user), Text(words))


def _wish(request: Request) -> Wish:
    payload = request.draft.payload
    return Wish(
        chat=ChatId(payload["chat"]),
        kind=payload["type"],
        name=payload["name"],
        purpose=payload["purpose"],
        departments=tuple(filter(None, payload["departments"].split(_BETWEEN))),
        admin=UserId(payload["admin"]),
    )
