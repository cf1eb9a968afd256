"""Hold back all notices that aren't urgent, and let them go on: for whoever plans what is pushed (D11§二.1).

What falls due meanwhile isn't sent in a heap afterwards: what comes again waits for its next time, what was to go out
at a time that has passed is asked for anew, the rest follows.

Example:
    小运营> /推送管理
    机器人> [卡片] 推送管理 推送正常，0 条公告排着。每人每天 5 条、每群 3 条，多出来的并进汇总。 [暂停全部]
    小运营> /推送管理 暂停
    机器人> 全部推送暂停了：公告和汇总都先不发，加急的照发。恢复请发 /推送管理 恢复。
    小运营> /推送管理 恢复
    机器人> 全部推送恢复了。
"""

from bot.arguments.push_wishes import PushWish
from bot.domain.rights import PLANNERS
from bot.services.notices.editorial.pushes import NOT_YOURS, card, pause_all, resume_all
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "推送管理",
    aliases=("pushes", "tsgl"),
    says=("(暂停|恢复)(全部|所有)[的](推送|公告)", "(推送|公告)(全部|都)(暂停|恢复)"),
    summary="暂停或恢复全部不急的推送",
    audience=PLANNERS,
    writes=True,
    instead=NOT_YOURS,
    whole=True,
)
async def manage_pushes(ctx: Context, do: PushWish | None = None) -> Reply:
    if do is None:
        return Reply(await card(ctx), private=True)
    return Reply(await (pause_all if do.pauses else resume_all)(ctx), private=True)
