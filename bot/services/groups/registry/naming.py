"""A group's name must be free: no other group, in use or about to be made, may bear one that looks the same."""

from bot.domain.groups.group import Group
from bot.domain.groups.names import ensure_no_twin
from bot.errors import Code, UserError
from bot.services.approvals.kinds import Desk
from bot.shapes.context import Context


async def ensure_free(ctx: Context, name: str, *, of: Group | None = None) -> None:
    """In memory and in the registry. Raises UserError."""
    ensure_no_twin(name, ctx.sender, ctx.company, of=of)
    await ensure_unclaimed(ctx, name, of=of)


async def ensure_unclaimed(desk: Desk, name: str, *, of: Group | None = None) -> None:
    """In the registry, which may be a second ahead, and knows of groups that are still to be made."""
    other = await desk.store.groups.named(name)
    if other and (of is None or other.id != of.id):
        raise UserError(Code.LIMIT, f"「{name}」这个群名已经被申请了。换一个名字再发一次。")
