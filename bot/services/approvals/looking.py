"""Whoever is asked looks at what isn't on his card, where the kind shows it to him: the card stays as it is."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.approvals.request import Request
from bot.errors import UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk, Kind, Look, Shown
from bot.services.approvals.wording import WHAT_WAITS, asking_card
from bot.shapes.context import Context
from bot.shapes.outgoing import Card


def looks_of(kind: Kind, desk: Desk, request: Request, user: UserId) -> Sequence[Look]:
    return kind.looks(desk, request, user) if isinstance(kind, Shown) else ()


async def looked(ctx: Context, kind: Kind, request: Request, key: str) -> Card:
    """Raises UserError for what isn't shown to him; that there is nothing to see is said on the card."""
    user = ctx.sender.user_id
    looks = looks_of(kind, ctx, request, user)
    asked = next((each for each in request.waits_for if each.user == user), None)
    if not isinstance(kind, Shown) or asked is None or key not in {look.key for look in looks}:
        raise unknown_button(WHAT_WAITS)
    try:
        said = await kind.look(ctx, request, key)
    except UserError as error:
        said = error.sentence
    return replace(asking_card(request, asked, ctx.company, None, looks), desc=said, plain=said)
