"""Put on record how somebody reports dangers while his account is off; only then human resources may switch it off.

Whom it is for reads it in private, as long as he can (安全生产法 art. 54).

Example:
    李娜> /报告渠道 WG-20261122-001 打安全管理员陈安的电话 8012
    机器人> 没有编号 WG-20261122-001、等你定的停用账号，什么都没有改动。
"""

from bot.arguments.appeals import CaseNumber
from bot.arguments.reason import Reason
from bot.domain.rights import Role
from bot.services.moderation.accounts import WANTED, note_way
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


class Way(Reason):
    wanted = WANTED


@command(
    "报告渠道",
    aliases=("reporting-way", "登记报告渠道"),
    summary="登记停用账号期间报告危险的办法",
    audience=frozenset({Role.HR}),
    writes=True,
    private=True,
)
async def reporting_way(ctx: Context, id: CaseNumber, reason: Way) -> Reply:
    return Reply(await note_way(ctx, id.number, reason.text), private=True)
