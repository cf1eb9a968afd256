"""One's own record of violations; for those entitled a colleague's, each look written down and shown to him.

The management group and the human resources see all of it, whoever looks after a group what was decided there; who has
left is found by the whole name.

Example:
    张三> /违规记录
    机器人> 你没有违规记录。
    郑群> /违规记录 张三
    机器人> 张三 没有你能看的违规记录。这次查看已记下。
"""

from bot.arguments.whose_record import WhoseRecord
from bot.domain.moderation.cases.sight import may_look
from bot.errors import Code, UserError
from bot.services.moderation.record import record_of
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply
from bot.understanding.records import asks_record

ONLY_OWN = "别人的违规记录你看不到，只能查看自己的。发 /违规记录 就行。"


def _rules(scene: Scene, target: WhoseRecord | None = None) -> None:
    if target and scene.sender and target.person != scene.sender and not may_look(scene.sender, scene.company):
        raise UserError(Code.NO_PERMISSION, ONLY_OWN)


@command(
    "违规记录",
    aliases=("violations", "wgjl", "处分记录", "我的违规"),
    says=(
        "[看看|看一下|看下|查一下|查下|查查|查|看]我[的|有没有|有](违规|处分|警告)[的]记录[吗]",
        "我[现在]被(警告|处分|禁言)[过|了](几次|多少次)",
        "我[是不是|有没有]被(警告|处分|禁言|记)[过|了](吗|没有|没)",
        "(看看|看一下|看下|查一下|查下|查查|查)…[的](违规|处分)记录",
    ),
    summary="看违规记录",
    private=True,
    rules=_rules,
    hears=asks_record,
)
async def violations(ctx: Context, target: WhoseRecord | None = None) -> Reply:
    person = target.person if target else ctx.sender
    if person.user_id != ctx.sender.user_id and not may_look(ctx.sender, ctx.company):
        raise UserError(Code.NO_PERMISSION, ONLY_OWN)
    return Reply(await record_of(ctx, person), private=True)
