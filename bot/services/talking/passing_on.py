"""What the policies leave open is put to those who can decide it, with who asked."""

from bot.domain.rights import Role
from bot.domain.wording import shown
from bot.errors import UserError
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson


def pass_on(ctx: Context, error: UserError) -> None:
    if not error.for_role:
        return
    asker = ctx.company.name_of(ctx.sender.user_id)
    words = f"{asker} 想办「{shown(error.line)}」，制度里没有规定，所以没有办。请定下来后答复对方。"
    for holder in ctx.company.holders(Role(error.for_role)):
        ctx.tell(ToPerson(holder), Text(words))
