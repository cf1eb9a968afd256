"""A group's name must be free: no other group, in use or about to be made, may bear one that looks the same."""

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.groups.knowing import may_hear_of
from bot.domain.groups.names import twin
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.shapes.context import Context


def ensure_no_twin(name: str, sender: Person | None, company: Company, *, of: Group | None = None) -> None:
    """Among the groups in memory, `of` apart. Raises UserError; who may not hear of the other learns nothing of it."""
    other = twin(name, [group for group in company.groups if of is None or group.id != of.id])
    if other and may_hear_of(sender, other, company):
        said = f"已经有叫「{other.name}」的群" if other.name == name else f"「{name}」和已有的「{other.name}」分不清"
        raise UserError(Code.DUPLICATE, f"{said}。换一个名字，或申请加入它。")
    if other:
        raise UserError(Code.LIMIT, f"「{name}」这个群名用不了。换一个名字再发一次。")


async def ensure_free(ctx: Context, name: str, *, of: Group | None = None) -> None:
    """In the registry too, which may be a second ahead, and knows of groups that are still to be made."""
    ensure_no_twin(name, ctx.sender, ctx.company, of=of)
    other = await ctx.store.groups.named(name)
    if other and (of is None or other.id != of.id):
        raise UserError(Code.LIMIT, f"「{name}」这个群名已经被申请了。换一个名字再发一次。")
