"""Looking at what is private of somebody: it is written down first, and one's own is nobody's affair."""

from bot.domain.data_views import DataView, What
from bot.identifiers import UserId
from bot.shapes.context import Context


async def note_view(ctx: Context, whose: UserId, what: What, *, about: str = "", why: str = "") -> None:
    """In the transaction of the answer: what nobody could write down, nobody sees."""
    if whose != ctx.sender.user_id:
        view = DataView(ctx.now, ctx.sender.user_id, whose, what, about, why)
        await ctx.store.data_views.note(view, by=ctx.act)
