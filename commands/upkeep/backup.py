"""How the backups stand, and a button for one now. For whoever administers WeCom (D18§7, D10§四.4(3)).

One is taken every night, and once a week it is restored aside to see that it can be. `qunwu restore` puts one back.

Example:
    吴管> /备份
    机器人> [卡片] 备份 还没有备份过。每天 02:00 自动备份，每周日演练一次恢复。 [现在备份] [备份并演练恢复]
    张三> /备份
    机器人> 「备份」由企业微信管理员使用。发 /帮助 看看你能用什么。
"""

from bot.arguments.backup_wishes import BackupWish
from bot.domain.rights import Role
from bot.services.upkeep.backing_up import card, want
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "备份",
    aliases=("backup", "bf"),
    says=(
        "(做|来)[一]个备份",
        "(现在|马上|立刻|赶紧)备份[一下|下|一次][数据|数据库|系统]",
        "<现在|马上|立刻|立即>[把|给](数据|数据库|系统)(备份|备个份|备一下份)[一下|下|一次]",
        "(数据库|数据)备份(了吗|情况|怎么样)",
    ),
    summary="看备份的情况，现在备份一次",
    audience=frozenset({Role.WECOM_ADMIN}),
    writes=True,
    private=True,
)
async def backup(ctx: Context, do: BackupWish | None = None) -> Reply:
    if do is None:
        return Reply(await card(ctx), private=True)
    return Reply(await want(ctx, rehearse=do.rehearse), private=True)
