"""Somebody doesn't leave after all: the case ends, and his account works on, or is enabled again.

Example:
    李娜> /离职 @何苗 11月30日
    机器人→周敏> …
    机器人→吴管> …
    机器人> [卡片] LZ-20261122-001 …
    李娜> /撤回离职 LZ-20261122-001
    机器人→周敏> LZ-20261122-001 何苗：离职已撤回（李娜）。
    机器人→吴管> LZ-20261122-001 何苗：离职已撤回（李娜）。
    机器人> LZ-20261122-001 已撤回，账号照常用。
"""

from bot.arguments.requests import RequestNumber
from bot.domain.accounts.leaving import OPENERS
from bot.services.accounts.leaving.opening import find, take_back
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.replies import Reply


@command(
    "撤回离职",
    aliases=("取消离职",),
    summary="撤回登记过的离职",
    audience=OPENERS,
    writes=True,
    private=True,
    hidden=True,
)
async def take_back_leaving(ctx: Context, id: RequestNumber) -> Reply:
    return Reply(await take_back(ctx, await find(ctx, id.number)), private=True)
