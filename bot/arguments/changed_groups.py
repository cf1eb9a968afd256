"""A group that somebody wants changed: only who looks after it, owns it, or appoints for it may (D6§10.2, D7§5)."""

from typing import Final, Self

from bot.arguments.groups import GroupKnown
from bot.domain.groups.changing import ensure_may_appoint, ensure_may_change
from bot.domain.rights import Audience, Role
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

CHANGERS: Final[Audience] = frozenset(
    {Role.GROUP_ADMIN, Role.PRESIDENT_OFFICE, Role.GROUP_HR, Role.HR, Role.MARKETING_MGR}
    | {Role.DEPT_HEAD, Role.EXECUTIVE, Role.WECOM_ADMIN}
)
APPOINTERS: Final[Audience] = (CHANGERS | {Role.MGMT_GROUP, Role.OPS}) - {Role.GROUP_ADMIN}
"""Who may begin; whether this group is his affair is said when it is named."""
_SHARED: Final = regex(r"(?<=工作)(?=\s|$)")  # 项目A工作群管理员 has one 群 for the group and for its 群管理员


class GroupToChange(GroupKnown):
    """One that the sender may have changed; of others he is told who may."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = super().read(words, scene)
        if found and scene.sender:
            ensure_may_change(scene.sender.user_id, found.group, scene.company)
        return found


class GroupToAppointFor(GroupKnown):
    """One whose administrators the sender appoints (D7§5)."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        words.left = _SHARED.sub("群", words.left)
        found = super().read(words, scene)
        if found and scene.sender:
            ensure_may_appoint(scene.sender.user_id, found.group, scene.company)
        return found
