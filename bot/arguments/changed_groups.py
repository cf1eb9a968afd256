"""A group that somebody wants changed: only who looks after it, owns it, or appoints for it may."""

from typing import Final, Self

from bot.arguments.groups import GroupKnown
from bot.domain.groups.changing import office_of, right_over
from bot.domain.rights import Audience, Role
from bot.errors import Code, UserError
from bot.shapes.arguments import Scene, Words

CLAUSE: Final = "《企业微信管理制度》第十条"
CHANGERS: Final[Audience] = frozenset(
    {Role.GROUP_ADMIN, Role.PRESIDENT_OFFICE, Role.GROUP_HR, Role.HR, Role.MARKETING_MGR}
    | {Role.DEPT_HEAD, Role.EXECUTIVE, Role.WECOM_ADMIN}
)
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
