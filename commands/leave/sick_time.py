"""How much of the protected time (医疗期) is used: one's own, or for the human resources anybody's, which is written
down.

Example:
    张三> /医疗期
    机器人> 你现在没有在算的医疗期；休病假时，6 个月内累计最长 3 个月（90 天）。
"""

from bot.arguments.leave_owner import LeaveOwner
from bot.domain.data_views import What
from bot.domain.leave.seeing.sight import is_of_the_office
from bot.errors import Code, UserError
from bot.services.leave.sickness.treatments import PROTECTED, said, sick_record
from bot.services.privacy.viewing import note_view
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


def _rules(scene: Scene, target: LeaveOwner | None = None) -> None:
    own = target is None or target.person == scene.sender
    if not own and not (scene.sender and is_of_the_office(scene.sender, scene.company)):
        raise UserError(Code.NO_PERMISSION, "别人的医疗期只有本人和人力资源能看。发 /医疗期 看你自己的。")


@command(
    "医疗期",
    aliases=("sick-time", "ylq"),
    private=True,
    rules=_rules,
    says=("[我][的]医疗期[还](有|剩|还剩|用了)(多久|多少|多少天|几天|几个月)",),
    summary="看医疗期用了多少",
)
async def sick_time(ctx: Context, target: LeaveOwner | None = None) -> Reply:
    owner = target.person if target else ctx.sender
    own = owner.user_id == ctx.sender.user_id
    await note_view(ctx, owner.user_id, What.TREATMENT)
    words = said(await sick_record(ctx, owner.user_id), "你" if own else f"{ctx.company.told_apart(owner)} ")
    return Reply(f"{words}{PROTECTED}" if not own else words, private=True)
