"""Who may do something about a notice that stands, and who may see who has confirmed it."""

from bot.domain.company import Company
from bot.domain.notices.notice import Notice
from bot.domain.notices.reach import has_role
from bot.domain.notices.topics import Topic
from bot.domain.people import Person
from bot.domain.rights import NOTICE_AUTHORS, PLANNERS, Role, right_of
from bot.errors import Code, UserError
from bot.identifiers import UserId


def is_an_author(person: Person | None, company: Company) -> bool:
    """Somebody who announces things at all, by a role or because he keeps a group."""
    keeps = person is not None and person.active and any(person.user_id in each.keepers for each in company.groups)
    return keeps or right_of(person, NOTICE_AUTHORS, grants=company.grants, group=None) is not None


def ensure_an_author(person: Person | None, company: Company) -> None:
    """Raises UserError."""
    if not is_an_author(person, company):
        raise UserError(Code.NO_PERMISSION, "公告由发布人和群管理员来管。有问题请告诉发布人，或你的部门负责人。")


def may_manage(user: UserId, notice: Notice, company: Company) -> bool:
    """Its author, whoever let it pass, an administrator of WeCom, and who keeps all the groups that it is for."""
    if not company.is_here(user):
        return False
    if user == notice.author or (notice.approval and user in notice.approval.by):
        return True
    if user in company.holders(Role.WECOM_ADMIN):
        return True
    audience = notice.draft.audience
    groups = [group for each in audience.groups if (group := company.group(each))]
    return bool(groups) and not audience.in_private and all(user in group.keepers for group in groups)


def may_plan(user: UserId, notice: Notice, company: Company) -> bool:
    """Whether he may see it in the plan, hold it back and let it go on (D11§二.1)."""
    if notice.author == user or has_role(user, PLANNERS, company):
        return True
    audience = notice.draft.audience
    if audience.topic is Topic.SAFETY and has_role(user, frozenset({Role.SAFETY_ADMIN}), company):
        return True
    groups = [company.group(each) for each in audience.groups]
    return not audience.in_private and any(group and user in group.keepers for group in groups)


def may_see(user: UserId, notice: Notice, company: Company) -> frozenset[UserId] | None:
    """Whose receipts he may see; None: everybody's. A keeper those of his group, a head those of his people."""
    if may_manage(user, notice, company):
        return None
    kept = [group for group in company.groups if user in group.keepers and _is_for(group.id, notice)]
    led = [department.name for department in company.departments if user in department.leaders]
    people = frozenset[UserId]().union(*(group.insiders for group in kept), *(company.staff_of(each) for each in led))
    return people if company.is_here(user) else frozenset()


def _is_for(group: str, notice: Notice) -> bool:
    return group in notice.draft.audience.groups
