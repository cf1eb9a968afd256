"""Somebody no longer looks after a group, and stays a member; the office that appoints decides (D7§5).

The last one can't be relieved: `/任命群管 群 换成 @某人` puts another in his place.

Example:
    李娜> /任命群管 项目A工作群 @王强
    机器人→王强> …
    机器人→项目A工作群> …
    机器人> …
    李娜> /免去群管 项目A工作群 @郑群
    机器人→郑群> 从现在起，你不再是项目A工作群的群管理员（集团行政人事部 李娜 办理），仍是群成员。
    机器人→项目A工作群> 本群现在的群管理员是 王强。
    机器人> 已免去 郑群。项目A工作群现在的群管理员是 王强。
    企业微信里的群管理员，机器人设置不了，请群主在群设置里也改一下。
"""

from typing import ClassVar, Self

from bot.arguments.changed_groups import APPOINTERS, GroupToAppointFor
from bot.arguments.people import PersonNamed
from bot.domain.groups.changing import ensure_may_appoint
from bot.domain.groups.group import Group
from bot.errors import Code, UserError
from bot.services.groups.registry.appointing import BY_HAND, keepers_named, relieve
from bot.services.groups.registry.holding import held
from bot.shapes.arguments import Scene, Words
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


class Outgoing(PersonNamed):
    wanted: ClassVar[str] = "免去谁？写上姓名，或 @ 对方。"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        found = super().read(words, scene)
        words.left = words.left.strip("的 ")
        return found


def rules(scene: Scene, group: GroupToAppointFor, target: Outgoing) -> None:
    _ensure_may_go(target, group.group)


def _ensure_may_go(target: Outgoing, room: Group) -> None:
    user, name = target.person.user_id, target.name
    if user not in room.keepers:
        raise UserError(Code.BAD_STATE, f"{name} 不是{room.name}的群管理员，什么都没有改动。请核对姓名。")
    if room.admins == {user}:
        instead = f"请发「/任命群管 {room.name} 换成 @某人」。"
        raise UserError(Code.BAD_STATE, f"{name} 是{room.name}唯一的群管理员，免去就没人管了。{instead}")


@command(
    "免去群管",
    aliases=("撤销群管", "撤群管", "取消群管", "免群管"),
    says=(
        "(免去|撤销|撤掉|取消|免掉)…[的](群管理员|群管|副群管理员|副群管)[职务|身份|资格|权限]",
        "…不再(担任|当|做|是)…[的](群管理员|群管|副群管理员|副群管)[了]",
        "(不再|别再|不要再|别|不要)(由|让)…(担任|当|做)…[的](群管理员|群管|副群管)[了]",
        "…(不再|别再|不要再)(由|让)…(担任|当|做)[副](群管理员|群管)[了]",
    ),
    summary="免去群管理员",
    audience=APPOINTERS,
    writes=True,
    rules=rules,
)
async def relieve_keeper(ctx: Context, group: GroupToAppointFor, target: Outgoing) -> Reply:
    room = await held(ctx, group.group)
    ensure_may_appoint(ctx.sender.user_id, room, ctx.company)
    _ensure_may_go(target, room)
    after = await relieve(ctx, room, target.person.user_id)
    return Reply(f"已免去 {target.name}。{room.name}现在的{keepers_named(after, ctx.company)}。\n{BY_HAND}")
