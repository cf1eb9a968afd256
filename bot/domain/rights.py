"""Who may do what: the one place that decides, and it denies by default.

Sources: D6§8–10 (two levels: employees and administrators), D2§9, D8§4 (a group's administrator), D4§4.1 (safety),
D1§1 (the team's roles), D3§4 (the management group), D7§5 (who appoints), D9§4 (publishing), D10§3.1.
"""

import functools
from collections.abc import Collection, Mapping
from enum import StrEnum

from bot.domain.groups.group import Group
from bot.domain.people import Person
from bot.identifiers import UserId


class Role(StrEnum):
    """A role's key in the configuration."""

    EMPLOYEE = "employee"
    INTERN = "intern"
    EXECUTIVE = "executive"
    HR = "hr"
    DEPT_HEAD = "dept_head"
    MGMT_GROUP = "mgmt_group"
    SAFETY_ADMIN = "safety_admin"
    WECOM_ADMIN = "wecom_admin"
    GROUP_ADMIN = "group_admin"
    OPS = "ops"
    PRESIDENT_OFFICE = "president_office"
    LEGAL = "legal"
    SECURITY = "security"
    FINANCE_HEAD = "finance_head"
    TECH = "tech"
    SUPPORT = "support"
    GROUP_HR = "group_hr"
    MARKETING_MGR = "marketing_mgr"
    PUB_LEADER = "pub_leader"
    PUB_SUPERVISOR = "pub_supervisor"
    PUB_EDITOR = "pub_editor"
    WECOM_DEPT = "wecom_dept"
    ANYBODY = "anybody"  # whoever writes, even if nobody knows him; the last, so that it is nobody's reason for more

    @property
    def label(self) -> str:
        """What people call it."""
        return _TITLES[self]


_TITLES = {
    Role.EMPLOYEE: "员工",
    Role.INTERN: "实习生",
    Role.EXECUTIVE: "集团高管",
    Role.HR: "人力资源",
    Role.DEPT_HEAD: "部门负责人",
    Role.MGMT_GROUP: "管理小组",
    Role.SAFETY_ADMIN: "安全管理员",
    Role.WECOM_ADMIN: "企业微信管理员",
    Role.GROUP_ADMIN: "群管理员",
    Role.OPS: "运营",
    Role.PRESIDENT_OFFICE: "总裁办",
    Role.LEGAL: "法务",
    Role.SECURITY: "信息安全",
    Role.FINANCE_HEAD: "财务负责人",
    Role.TECH: "技术开发",
    Role.SUPPORT: "用户支持",
    Role.GROUP_HR: "集团行政人事部",
    Role.MARKETING_MGR: "营销经理",
    Role.PUB_LEADER: "宣传组长",
    Role.PUB_SUPERVISOR: "微信主管",
    Role.PUB_EDITOR: "页面管理员",
    Role.WECOM_DEPT: "企业微信管理部门",
    Role.ANYBODY: "任何人",
}

Audience = frozenset[Role]
EMPLOYEES: Audience = frozenset({Role.EMPLOYEE})
EVERYBODY: Audience = frozenset({Role.EMPLOYEE, Role.ANYBODY})  # for help, and for those who cry for it
GROUP_KEEPERS: Audience = frozenset({Role.GROUP_ADMIN, Role.SAFETY_ADMIN, Role.WECOM_ADMIN})

BY_ITSELF: Audience = EVERYBODY | {Role.GROUP_ADMIN}  # the directory and the registry of groups say so
REGISTRARS: Audience = frozenset({Role.HR, Role.GROUP_HR, Role.WECOM_ADMIN, Role.PRESIDENT_OFFICE, Role.MGMT_GROUP})
LEAVE_OFFICE: Audience = frozenset({Role.HR, Role.GROUP_HR})  # all of leave is its business (D6§12)
OVERSEERS: Audience = REGISTRARS | {Role.GROUP_ADMIN, Role.MARKETING_MGR}  # each of groups that are his affair
CALENDAR_KEEPERS: Audience = frozenset({Role.HR, Role.GROUP_HR, Role.WECOM_ADMIN})  # the year's days off
NOTICE_AUTHORS: Audience = REGISTRARS | {
    Role.GROUP_ADMIN,
    Role.DEPT_HEAD,
    Role.EXECUTIVE,
    Role.SAFETY_ADMIN,
    Role.FINANCE_HEAD,
    Role.SECURITY,
    Role.OPS,
    Role.MARKETING_MGR,
    Role.PUB_LEADER,
    Role.PUB_SUPERVISOR,
    Role.PUB_EDITOR,
}  # who may write one; who lets it pass is another matter (bot.domain.notices.reach)
DISTURBERS: Audience = frozenset(
    {Role.SAFETY_ADMIN, Role.SECURITY, Role.EXECUTIVE, Role.PRESIDENT_OFFICE, Role.WECOM_ADMIN, Role.DEPT_HEAD}
)  # who may say of a notice that it can't wait: accident, leak, evacuation, weather stop
PLANNERS: Audience = frozenset({Role.OPS, Role.WECOM_ADMIN, Role.PRESIDENT_OFFICE, Role.PUB_SUPERVISOR})  # D11§二.1
PUBLISHERS: Audience = frozenset(
    {Role.PUB_EDITOR, Role.PUB_SUPERVISOR, Role.PUB_LEADER, Role.OPS, Role.PRESIDENT_OFFICE, Role.MARKETING_MGR}
)  # the working group of D9§3, and the office that helps it
POLICY_KEEPERS: Audience = frozenset({Role.HR, Role.GROUP_HR, Role.WECOM_DEPT})  # of all policies (S303, S331, S340)
POLICY_WRITERS: Audience = POLICY_KEEPERS | {
    Role.DEPT_HEAD,
    Role.WECOM_ADMIN,
    Role.MGMT_GROUP,
    Role.SAFETY_ADMIN,
}  # who may be the interpreter of one; of which one is another matter (bot.domain.policies.keepers)
SETTERS: Audience = frozenset({Role.WECOM_ADMIN})  # who proposes changes of the configuration
SIGNERS: Audience = frozenset(
    {Role.EXECUTIVE, Role.PRESIDENT_OFFICE, Role.MGMT_GROUP, Role.WECOM_DEPT}
)  # one of these, as [approvals] says, lets changes of the configuration pass (D18§4)
ACCIDENT_KEEPERS: Audience = frozenset(
    {Role.SAFETY_ADMIN, Role.EXECUTIVE, Role.PRESIDENT_OFFICE, Role.DEPT_HEAD, Role.HR}
)  # of accidents that are their affair: bot.domain.safety.accidents.access
TAG_KEEPERS: Audience = frozenset({Role.OPS, Role.WECOM_ADMIN, Role.PUB_EDITOR})  # D11§二.9, D9§7
REMINDERS: Audience = frozenset(
    {
        Role.HR,
        Role.GROUP_HR,
        Role.SAFETY_ADMIN,
        Role.WECOM_ADMIN,
        Role.PRESIDENT_OFFICE,
        Role.MGMT_GROUP,
        Role.EXECUTIVE,
    }
)  # who may have anybody reminded; others whom they lead, and themselves (bot.domain.reminders.whom)
PLATFORM_WATCHERS: Audience = frozenset({Role.WECOM_ADMIN, Role.TECH})  # D11§二.10, D18§10
CONFLICTS: Mapping[tuple[Role, Role], str] = {
    (Role.GROUP_ADMIN, Role.MGMT_GROUP): "处分别人和受理申诉是同一个人",
    (Role.WECOM_ADMIN, Role.SECURITY): "改设置和查设置是同一个人",
    (Role.HR, Role.LEGAL): "重大处分的两道确认是同一个人",
    (Role.PUB_EDITOR, Role.PUB_SUPERVISOR): "提交和审核是同一个人",
    (Role.PUB_EDITOR, Role.PUB_LEADER): "提交和审核是同一个人",
}
"""Roles that check each other: D1§1 lets one person hold many, but two of these in one hand check nothing."""

OPEN_KINDS = frozenset({"E3", "E4"})  # 集团工作群, 项目公司工作群

Grants = Mapping[Role, Collection[UserId]]


def audience_label(audience: Audience, *, most: int | None = None) -> str:
    """`群管理员、安全管理员`: whoever is nearest comes first; of more than `most` so many, and 等."""
    if Role.ANYBODY in audience:
        return Role.ANYBODY.label
    labels = [role.label for role in sorted(audience, key=_nearest)]
    return "、".join(labels[:most]) + ("等" if most is not None and len(labels) > most else "")


def _nearest(role: Role) -> tuple[bool, int]:
    return role is not Role.GROUP_ADMIN, list(Role).index(role)


def right_of(person: Person | None, audience: Audience, *, grants: Grants, group: Group | None) -> Role | None:
    """By which role `person` belongs to `audience`, looking at `group` for its own admins; None: he does not.

    Somebody whom the directory does not know, or who has left, is anybody, and has no other role.
    """
    if person is None or not person.active:
        return Role.ANYBODY if Role.ANYBODY in audience else None
    for role in _in_order(audience):
        if _holds(person.user_id, role, grants, group):
            return role
    return None


def roles_of(person: Person | None, *, grants: Grants, group: Group | None) -> Audience:
    """All that `right_of` would find."""
    if person is None or not person.active:
        return frozenset({Role.ANYBODY})
    return frozenset(role for role in Role if _holds(person.user_id, role, grants, group))


@functools.cache
def _in_order(audience: Audience) -> tuple[Role, ...]:
    """Kept for each audience that there is: they are asked about all the time."""
    return tuple(role for role in Role if role in audience)


def may_know_of(person: Person | None, group: Group, *, grants: Grants) -> bool:
    """Whether `person` may learn that the group is there: a part of its name finds it for him, and he is offered it.

    Groups of all staff (D7§4.3, §4.4) are no secret. Others are known to who is in them, and to who keeps the registry.
    """
    if person is None or not person.active:
        return False
    if group.kind in OPEN_KINDS or (person.user_id in group.members or person.user_id in group.keepers):
        return True
    return any(person.user_id in grants.get(role, ()) for role in REGISTRARS)


def _holds(user: UserId, role: Role, grants: Grants, group: Group | None) -> bool:
    match role:
        case Role.EMPLOYEE | Role.ANYBODY:
            return True
        case Role.GROUP_ADMIN:
            return group is not None and user in group.keepers
        case _:
            return user in grants.get(role, ())
