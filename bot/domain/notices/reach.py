"""How far a notice reaches, and who must let it pass therefore.

A group's administrator answers for his group (D12§二.1), a head for his department; what goes to everybody or outside
the company is looked at by the office (D9§3) and let pass by the leader (D14篇1§7), never by its author. The safety
officer answers for what groups get that subscribe to safety (D4§4.1).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import Final

from bot.domain.approvals.request import Step
from bot.domain.approvals.selectors import Selector
from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Category, Draft
from bot.domain.notices.topics import Topic
from bot.domain.people import Person
from bot.domain.rights import NOTICE_AUTHORS, Role, right_of
from bot.domain.rights import Audience as Roles
from bot.errors import Code, UserError
from bot.identifiers import UserId

MOST_NAMED: Final = 20  # people called by name: more are an audience


class Reach(StrEnum):
    GROUP = "群"
    DEPARTMENT = "部门"
    COMPANY = "全公司"
    OUTSIDE = "公司以外"


def reach_of(audience: Audience, company: Company, rooms: Sequence[Group]) -> Reach:
    """`rooms`: those of the audience at the moment."""
    if any(room.kind in company.notices.outside for room in rooms):
        return Reach.OUTSIDE
    wide = audience.everybody or audience.titles or audience.roles or audience.tags or audience.kinds
    if wide or any(room.kind in company.notices.as_company for room in rooms):
        return Reach.COMPANY
    return Reach.DEPARTMENT if audience.departments else Reach.GROUP


def reviews(author: UserId, audience: Audience, company: Company, rooms: Sequence[Group]) -> tuple[Step, ...]:
    """Who must let it pass, one after the other; empty: its author releases it himself."""
    if reach_of(audience, company, rooms) in (Reach.COMPANY, Reach.OUTSIDE):
        return tuple(_four_eyes(author, company))
    return (*_of_groups(author, audience, company, rooms), *_of_departments(author, audience, company))


def reviews_of(author: UserId, draft: Draft, company: Company, rooms: Sequence[Group]) -> tuple[Step, ...]:
    """The same for a whole draft: what speaks of a violation takes the management group (D5§12(2)), in place of whoever
    looks after the group or leads the department, and who stands higher where somebody told of a danger; a statement in
    a crisis those who answer for the plan and for the law first, whoever reads it (D11§二.12); a version of a policy is
    never its author's alone to publish."""
    if draft.category is Category.STATEMENT:
        return (*_of_crisis(), *_four_eyes(author, company))
    if draft.of_policy is not None:
        return reviews(author, draft.audience, company, rooms) or tuple(_second_of_policy())
    if draft.of_case is None:
        return reviews(author, draft.audience, company, rooms)
    steps = reviews(author, replace(draft.audience, groups=(), departments=()), company, rooms)
    roles = (Role.MGMT_GROUP, *([Role.EXECUTIVE] if draft.of_case.higher else []))
    return (*steps, *(Step((Selector.role(role),)) for role in roles))


def ensure_may_write(author: Person, audience: Audience, company: Company, rooms: Sequence[Group]) -> None:
    """Whoever may write only because he looks after a group writes to no other one. Raises UserError."""
    for room in rooms if audience.groups else ():
        if right_of(author, NOTICE_AUTHORS, grants=company.grants, group=room) is None:
            raise UserError(
                Code.NO_PERMISSION, f"{room.name}不归你管，不能往那里发公告。请那个群的群管理员来发，或者去掉这个群。"
            )
    if len(audience.people) > MOST_NAMED:
        sentence = f"点名最多 {MOST_NAMED} 人，这里有 {len(audience.people)} 人。人多请写部门或群。"
        raise UserError(Code.LIMIT, sentence)


def has_role(user: UserId, roles: Roles, company: Company) -> bool:
    """By a role of the company's; looking after a group counts for that group alone."""
    return any(user in company.grants.get(role, ()) for role in roles)


def _four_eyes(author: UserId, company: Company) -> Iterator[Step]:
    yield Step((Selector.role(Role(company.notices.co_reviewer)),))
    if author not in company.titled("总裁"):  # nobody stands above
        yield Step((Selector.title(company.notices.leader),))


def _second_of_policy() -> Iterator[Step]:
    yield Step(tuple(map(Selector.role, (Role.HR, Role.WECOM_DEPT, Role.PRESIDENT_OFFICE))))


def _of_crisis() -> Iterator[Step]:
    """Facts by who answers for safety or security, then the law; the office and the leader come after."""
    yield Step((Selector.role(Role.SAFETY_ADMIN), Selector.role(Role.SECURITY)))
    yield Step((Selector.role(Role.LEGAL),))


def _of_groups(author: UserId, audience: Audience, company: Company, rooms: Sequence[Group]) -> Iterator[Step]:
    if audience.topic is Topic.SAFETY and not has_role(author, frozenset({Role.SAFETY_ADMIN}), company):
        yield Step((Selector.role(Role.SAFETY_ADMIN),))
    for room in rooms:
        if room.id in audience.groups and not _answers_for(author, room, company):
            yield Step((Selector.keeper(room.id),))


def _answers_for(author: UserId, room: Group, company: Company) -> bool:
    if author in room.keepers:
        return True
    return Topic.SAFETY in room.subscribes and has_role(author, frozenset({Role.SAFETY_ADMIN}), company)


def _of_departments(author: UserId, audience: Audience, company: Company) -> Iterator[Step]:
    for name in audience.departments:
        if not _leads(author, name, company):
            yield Step((Selector.head(name),))


def _leads(user: UserId, department: str, company: Company) -> bool:
    """It, or a department that it belongs to."""
    by_id = {each.id: each for each in company.departments}
    at = next((each for each in company.departments if each.name == department), None)
    seen: set[int] = set()
    while at is not None and at.id not in seen:
        if user in at.leaders:
            return True
        seen.add(at.id)
        at = by_id.get(at.parent) if at.parent is not None else None
    return False
