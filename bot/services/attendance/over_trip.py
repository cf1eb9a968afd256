"""A leave over work away: whoever asks for it has to say that he means it."""

from bot.arguments.despite import despite
from bot.domain.leave.counting.recurring import Daily
from bot.domain.leave.requests.request import When, bounds
from bot.errors import Candidate, Code, UserError
from bot.shapes.context import Context


async def ensure_no_trip(ctx: Context, when: When | None, knows: frozenset[str]) -> None:
    """`knows`: what he has said yes to. Raises UserError that asks. An hour less a day is in nobody's way."""
    if when is None or isinstance(when, Daily):
        return
    user = ctx.sender.user_id
    begins, ends = bounds(when, ctx.company.schedule(user), ctx.now.tzinfo)
    found = [each for each in await ctx.store.trips.between(begins, ends, [user]) if each.number not in knows]
    if not found:
        return
    listed = "；".join(f"{each.number} {each.said(ctx.now.date())}（{each.state}）" for each in found)
    raise UserError(
        Code.OVERLAP,
        f"这段时间你报了：{listed}。还要请假吗？不去了就先发 /取消出差。",
        candidates=[Candidate(found[0].number, label="照样请假", put=despite(each.number for each in found))],
    )
