"""A group that somebody wants changed: only who looks after it, owns it, or appoints for it may (D6§10.2, D7§5)."""

from typing import Final, Self

from bot.arguments.groups import GroupKnown
from bot.domain.groups.changing import is_of_office, office_of, right_over
from bot.domain.rights import Audience, Role
from bot.errors import Code, UserError
from bot.shapes.arguments import Scene, Words

CLAUSE: Final = "《企业微信管理制度》第十条"
APPOINTING: Final = "《企业微信工作群管理办法》第五条"
CHANGERS: Final[Audience] = frozenset(
    {Role.GROUP_ADMIN, Role.PRESIDENT_OFFICE, Role.GROUP_HR, Role.HR, Role.MARKETING_MGR}
    | {Role.DEPT_HEAD, Role.EXECUTIVE, Role.WECOM_ADMIN}
)
APPOINTERS: Final[Audience] = (CHANGERS | {Role.MGMT_GROUP, Role.OPS}) - {Role.GROUP_ADMIN}
"""Who may begin; whether this group is his affair is said when it is named."""


class GroupToChange(GroupKnown):
    """One that the sender may have changed; of others he is told who may."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = super().read(words, scene)
        if found is None or (scene.sender and right_over(scene.sender.user_id, found.group, scene.company)):
            return found
        who = f"群主、群管理员或{office_of(found.group, scene.company).label}"
        raise UserError(Code.NO_PERMISSION, f"{found.group.name}的事由{who}来办（{CLAUSE}）。请找他们。")


class GroupToAppointFor(GroupKnown):
    """One whose administrators the sender appoints (D7§5)."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = super().read(words, scene)
        if found is None or (scene.sender and is_of_office(scene.sender.user_id, found.group, scene.company)):
            return found
        office = office_of(found.group, scene.company).label
        raise UserError(Code.NO_PERMISSION, f"{found.group.name}的群管理员由{office}任命（{APPOINTING}）。请找他们。")
