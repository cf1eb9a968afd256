"""Who is meant by a training: departments, groups, posts, people. It is written down as specs, and read as of each day.

A spec is `all`, `dept:生产部/一车间`, `group:projecta`, `post:班组长` or `user:zhangsan`.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from bot.domain.company import Company
from bot.domain.people import Person
from bot.domain.rights import Audience, Role, right_of
from bot.identifiers import GroupId, UserId

EVERYBODY: Final = "all"
ASSIGNERS: Final[Audience] = frozenset({Role.SAFETY_ADMIN, Role.HR, Role.GROUP_HR})  # of everybody in the company
ORGANISERS: Final[Audience] = ASSIGNERS | {Role.DEPT_HEAD}  # who leads a department: of its own people
POSTS: Final = (
    *("班组长", "班长", "组长", "电工", "焊工", "叉车", "起重", "司机", "仓管", "保安", "安全员", "操作工", "维修工"),
    *("保洁", "厨师", "主管", "经理", "专员", "实习生"),
)
_SAME: Final = {"班组长": ("班组长", "班长", "组长", "工段长"), "实习生": ("实习",)}


def members(specs: Iterable[str], company: Company) -> tuple[UserId, ...]:
    """Who is here of them, in the order of the directory."""
    wanted = frozenset[UserId]().union(*(_of(each, company) for each in specs))
    return tuple(each.user_id for each in company.people if each.active and each.user_id in wanted)


def said(specs: Sequence[str], company: Company) -> str:
    """`生产部、班组长、张三`"""
    return "、".join(_said(each, company) for each in specs)


def reach(organiser: Person, company: Company) -> frozenset[UserId] | None:
    """Whom he may ask to a training; None: anybody."""
    if right_of(organiser, ASSIGNERS, grants=company.grants, group=None):
        return None
    led = [each for each in company.departments if organiser.user_id in each.leaders]
    paths = [company.finder.departments.path(each) for each in led]
    own = right_of(organiser, frozenset({Role.DEPT_HEAD}), grants=company.grants, group=None)
    home = company.department_of(organiser) if own and not led else None
    if home:
        paths.append(company.finder.departments.path(home))
    return frozenset[UserId]().union(*(company.staff_of(path) for path in paths))


def _of(spec: str, company: Company) -> frozenset[UserId]:
    kind, _, value = spec.partition(":")
    match kind:
        case "dept":
            return company.staff_of(value)
        case "group":
            group = company.group(GroupId(value))
            return frozenset(group.members) if group else frozenset()
        case "post":
            return frozenset(_posted(value, company))
        case "user":
            return frozenset({UserId(value)})
    return frozenset(each.user_id for each in company.people)


def _posted(post: str, company: Company) -> Iterator[UserId]:
    words = _SAME.get(post, (post,))
    for each in company.people:
        if any(word in each.position for word in words):
            yield each.user_id


def _said(spec: str, company: Company) -> str:
    kind, _, value = spec.partition(":")
    match kind:
        case "group":
            group = company.group(GroupId(value))
            return group.name if group else value
        case "user":
            return company.name_of(UserId(value))
        case "dept" | "post":
            return value.rpartition("/")[2]
    return "全体员工"
