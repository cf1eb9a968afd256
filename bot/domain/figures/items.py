"""What there are figures about, and whose business each is. Denied by default: who isn't named here sees none."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.domain.rights import Role


class Item(StrEnum):
    """The value is what people call it, and what the contract says."""

    USAGE = "使用"
    GROUPS = "群"
    MEMBERS = "成员"
    REQUESTS = "申请"
    LEAVE = "请假"
    HAZARDS = "隐患"
    ACCIDENTS = "事故"
    VIOLATIONS = "违规"
    NOTICES = "公告"
    DESK = "服务台"
    SECURITY = "安全事件"


@dataclass(frozen=True, slots=True)
class Readers:
    """`whole`: who sees those of all the company. `departments`, `groups`: of his own department or groups too."""

    whole: frozenset[Role]
    departments: bool = False
    groups: bool = False


MANAGEMENT: Final = frozenset({Role.EXECUTIVE, Role.PRESIDENT_OFFICE, Role.WECOM_ADMIN})
_HR: Final = MANAGEMENT | {Role.HR, Role.GROUP_HR}
_PLATFORM: Final = MANAGEMENT | {Role.OPS, Role.WECOM_DEPT}
READERS: Final[Mapping[Item, Readers]] = {
    Item.USAGE: Readers(_PLATFORM, departments=True),
    Item.GROUPS: Readers(_PLATFORM, groups=True),
    Item.MEMBERS: Readers(_PLATFORM | _HR, groups=True),
    Item.REQUESTS: Readers(_HR, departments=True),
    Item.LEAVE: Readers(_HR, departments=True),
    Item.HAZARDS: Readers(
        MANAGEMENT | {Role.SAFETY_ADMIN, Role.DEPT_HEAD}
    ),  # by area; every employee may see its board
    Item.ACCIDENTS: Readers(MANAGEMENT | {Role.SAFETY_ADMIN}),
    Item.VIOLATIONS: Readers(_HR, departments=True, groups=True),
    Item.NOTICES: Readers(_PLATFORM, departments=True, groups=True),
    Item.DESK: Readers(_PLATFORM | {Role.SUPPORT}),
    Item.SECURITY: Readers(MANAGEMENT | {Role.SECURITY}),
}
AS_THEY_ARE: Final = frozenset({Item.GROUPS})  # of which only today's are known
ALIASES: Final[Mapping[str, Item]] = {
    **{item.value: item for item in Item},
    "使用情况": Item.USAGE,
    "使用率": Item.USAGE,
    "使用人数": Item.USAGE,
    "用机器人": Item.USAGE,
    "活跃": Item.USAGE,
    "活跃度": Item.USAGE,
    "覆盖率": Item.USAGE,
    "群聊": Item.GROUPS,
    "工作群": Item.GROUPS,
    "社群": Item.GROUPS,
    "群成员": Item.MEMBERS,
    "进群": Item.MEMBERS,
    "进出群": Item.MEMBERS,
    "审批": Item.REQUESTS,
    "休假": Item.LEAVE,
    "假期": Item.LEAVE,
    "违纪": Item.VIOLATIONS,
    "处分": Item.VIOLATIONS,
    "处罚": Item.VIOLATIONS,
    "警告": Item.VIOLATIONS,
    "禁言": Item.VIOLATIONS,
    "通知": Item.NOTICES,
    "公告阅读": Item.NOTICES,
    "公告确认": Item.NOTICES,
    "求助": Item.DESK,
    "帮助台": Item.DESK,
    "信息安全": Item.SECURITY,
    "安全事件处置": Item.SECURITY,
    "账号异常": Item.SECURITY,
}
