"""Give somebody back what was suspended, before its time: by two of the management group, as it was taken.

Example:
    周敏> /恢复 @张三
    机器人> 张三没有被停用，什么都没有改动。
"""

from bot.arguments.moderation import Charged
from bot.arguments.reason import Reason
from bot.domain.guards import ensure_not_self
from bot.domain.rights import Role
from bot.errors import Code, UserError
from bot.services.approvals.approvals import Approvals
from bot.services.moderation.suspending import ask_back, suspended
from bot.shapes.arguments import Scene
from bot.shapes.command import OtherSense, command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.orders import asks_restoring


def _of_oneself(line: str, words: str, scene: Scene) -> bool:
    return words.startswith(("上班", "工作", "到岗"))


def _rules(scene: Scene, target: Charged, reason: Reason | None = None) -> None:
    if scene.sender:
        ensure_not_self(scene.sender, target.person)
        if not scene.running:
            raise _not_suspended(target.name)


@command(
    "恢复",
    aliases=("restore", "恢复权限", "恢复账号"),
    summary="恢复停用的权限",
    audience=frozenset({Role.MGMT_GROUP}),
    writes=True,
    private=True,
    rules=_rules,
    hears=asks_restoring,
    other_sense=OtherSense("销假", _of_oneself),
    instead="恢复需管理小组双人审批，请把情况告诉管理小组。",
)
async def restore(ctx: Context, approvals: Approvals, target: Charged, reason: Reason | None = None) -> Reply:
    ensure_not_self(ctx.sender, target.person)
    held = await suspended(ctx, target.person.user_id)
    if held is None:
        raise _not_suspended(target.name)
    return Reply(await ask_back(ctx, approvals, held, reason.text if reason else ""), private=True)


def _not_suspended(name: str) -> UserError:
    return UserError(Code.BAD_STATE, f"{name}没有被停用，什么都没有改动。")
