"""Why somebody wants a sanction that another has to agree to: under seal by the request's number, and on no card for
longer than it is read. The request itself says what is wanted, of whom, and not a word of why."""

from collections.abc import Awaitable, Callable
from typing import Final

from bot.domain.approvals.request import Details, Request
from bot.domain.moderation.cases.case import Noted
from bot.domain.wording import shown
from bot.services.approvals.kinds import Desk

UNOPENED: Final = "（打不开）"
_NAME: Final = "原因"


def keeping(desk: Desk, reason: str) -> Callable[[str], Awaitable[None]]:
    async def keep(number: str) -> None:
        await desk.store.cases.note(number, Noted.PROPOSED, reason, by=desk.act)

    return keep


async def reason_of(desk: Desk, request: Request) -> str:
    """Empty: none was given, or no key here opens it."""
    return next((each.text for each in await desk.store.cases.notes(request.number)), "")


async def with_reason(desk: Desk, request: Request, most: int) -> Details:
    """What stands on the card of whoever is asked: the reason behind where it is about."""
    first, *rest = request.draft.details or (("", ""),)
    reason = shown(await reason_of(desk, request), most) or UNOPENED
    return tuple(each for each in (first, (_NAME, reason), *rest) if each[0])
