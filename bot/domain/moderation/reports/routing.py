"""Who looks into a report: by its category, past whom it is about, whoever stands below him, and whoever told of it.

Harassment goes to human resources alone (女职工劳动保护特别规定 art. 11); what is said of somebody who looks after a
group, or stands high, to the management group (D11§3.1, D15§4.2); the rest to who the category names.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.groups.keeping import keepers_here
from bot.domain.moderation.categories import HR_RESTRICTED, category
from bot.domain.moderation.reports.report import Report
from bot.domain.people import Department, Person
from bot.domain.rights import Role
from bot.domain.standing import Standing, standing
from bot.identifiers import UserId
from bot.patterns import regex

MGMT: Final = Role.MGMT_GROUP.value
RESTRICTED: Final = (HR_RESTRICTED, MGMT)
"""Routes that people are told of (contracts 7)."""
_BEHIND: Final = (Role.MGMT_GROUP, Role.PRESIDENT_OFFICE, Role.EXECUTIVE)  # who has it where the first can't
_BEHIND_HR: Final = (Role.PRESIDENT_OFFICE, Role.EXECUTIVE)
_OF_OFFICE: Final = frozenset(
    {Role.HR, Role.GROUP_HR, Role.MGMT_GROUP, Role.PRESIDENT_OFFICE, Role.SECURITY, Role.LEGAL, Role.WECOM_ADMIN}
)


_KEEPERS: Final = regex("群主|(?:群里?|这里)的?管理(?:员)?|管理员|群管(?!理)")


def route_of(code: str, target: Person | None, group: Group | None, company: Company) -> str:
    """`hr_restricted`, or the key of a role."""
    about = category(code)
    if about.of_hr_alone:
        return HR_RESTRICTED
    if target and _is_above_keepers(target, company):
        return MGMT
    roles = (role for role in about.handled if next(_of_role(role, target, group, company), None))
    return next(roles, Role.MGMT_GROUP).value


def is_of_keepers(told: str) -> bool:
    """Whether it speaks of who looks after a group, by no name."""
    return _KEEPERS.search(told) is not None


def is_secret(code: str) -> bool:
    """Whether it is a security incident as well, of which information security hears whatever its route."""
    return Role.SECURITY in category(code).handled


def handlers(report: Report, company: Company, *, but: Collection[UserId]) -> tuple[UserId, ...]:
    """Who may look into it now; `but`: who told of it. Nobody, where all stand below whom it is about."""
    able = list(_able_ones(report, company, but))
    beyond = report.raised and report.route != HR_RESTRICTED
    first = [users for _, users in able[: 2 if beyond else 1]]
    beside = [_able(company.in_office(Role.SECURITY), Role.SECURITY, report, company, but)] if report.secret else []
    return tuple(dict.fromkeys(user for users in (*first, *beside) for user in users))


def goes_to(report: Report, company: Company, *, but: Collection[UserId]) -> str:
    """Whose it is, as people call them."""
    return next((role.label for role, _ in _able_ones(report, company, but)), "")


def label(route: str) -> str:
    """Where it goes, as people call it."""
    return _first(route).label


def _first(route: str) -> Role:
    return Role.HR if route == HR_RESTRICTED else Role(route)


def _able_ones(report: Report, company: Company, but: Collection[UserId]) -> Iterator[tuple[Role, tuple[UserId, ...]]]:
    """By role, in the order in which it goes to them; those of which nobody can are left out."""
    for role, users in _chain(report, company):
        if found := tuple(_able(users, role, report, company, but)):
            yield role, found


def _chain(report: Report, company: Company) -> Iterator[tuple[Role, Sequence[UserId]]]:
    """Those it goes to, in order: the next ones where the ones before can't, or don't in time."""
    first = _first(report.route)
    target = company.person(report.target) if report.target else None
    group = company.group(report.group) if report.group else None
    yield first, tuple(_of_role(first, target, group, company))
    for role in _BEHIND_HR if report.route == HR_RESTRICTED else _BEHIND:
        if role is not first:
            yield role, company.in_office(role)


def _of_role(role: Role, target: Person | None, group: Group | None, company: Company) -> Iterator[UserId]:
    match role:
        case Role.GROUP_ADMIN:
            yield from keepers_here(group, company) if group else ()
        case Role.DEPT_HEAD:
            department = company.department_of(target) if target else None
            yield from filter(company.decides, department.leaders if department else ())
        case _:
            yield from company.in_office(role)


def _is_above_keepers(target: Person, company: Company) -> bool:
    """Somebody whom a group's administrator is not to look into."""
    keeps = any(target.user_id in group.keepers for group in company.groups)
    in_office = any(target.user_id in company.holders(role) for role in _OF_OFFICE)
    return keeps or in_office or standing(target, grants=company.grants) >= Standing.HEAD


def _able(
    users: Sequence[UserId], role: Role, report: Report, company: Company, but: Collection[UserId]
) -> Iterator[UserId]:
    target = company.person(report.target) if report.target else None
    for user in users:
        person = company.person(user)
        if person is None or user in but or user == report.target or person.name in report.text:
            continue
        if target is None or not _stands_below(person, role, target, company, by_line=_by_line(role, report.route)):
            yield user


def _by_line(role: Role, route: str) -> bool:
    """Human resources look into harassment whoever it is: of them only his own people may not."""
    return role is Role.HR and route == HR_RESTRICTED


def _stands_below(person: Person, role: Role, target: Person, company: Company, *, by_line: bool) -> bool:
    if target.user_id in person.leaders or company.finder.departments.holds(_led_by(target, company), person):
        return True
    own = standing(person, grants=company.grants)
    height = max(own, Standing.HEAD) if role in _OF_OFFICE else own
    return not by_line and height < standing(target, grants=company.grants)


def _led_by(target: Person, company: Company) -> Sequence[Department]:
    led = [each for each in company.departments if target.user_id in each.leaders]
    own = company.department_of(target)
    return led or ([own] if own and target.user_id in company.grants.get(Role.DEPT_HEAD, ()) else [])
