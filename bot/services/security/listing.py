"""What waits for whoever asks, and one of it in full."""

from typing import Final

from bot.services.security.doing import look
from bot.services.security.officers import find, officers
from bot.services.security.telling import card_for, hand, tell
from bot.shapes.context import Context
from bot.shapes.outgoing import Card, Text

MOST: Final = 10


async def waiting(ctx: Context) -> str:
    """The oldest first; the cards follow in private."""
    user = ctx.sender.user_id
    mine = [each for each in await ctx.store.incidents.open_ones(ctx.now) if user in await officers(ctx, each)]
    for each in mine[:MOST]:
        await hand(ctx, each, [user])
    if not mine:
        return "没有要你处理的安全事件。"
    return f"有 {len(mine)} 起要处理。" if len(mine) <= MOST else f"有 {len(mine)} 起，先看最早的 {MOST} 起。"


async def shown(ctx: Context, number: str) -> Card:
    """Its card; all that is known of it follows. Raises UserError."""
    incident = await find(ctx, number)
    await tell(ctx, ctx.sender.user_id, Text(await look(ctx, incident)))
    return await card_for(ctx, incident, ctx.sender.user_id)
