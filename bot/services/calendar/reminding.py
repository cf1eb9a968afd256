"""The human resources are reminded of a year that isn't there, and from the middle of December those above them too."""

from collections.abc import Iterator

from bot.domain.calendar.reminding import is_urgent, missing_year, reminder
from bot.domain.rights import Role
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.calendar.importing import KIND, title
from bot.shapes.outgoing import Text, ToPerson


async def remind(desk: Desk) -> None:
    today = desk.now.date()
    year = missing_year(desk.company.pace.calendar, today)
    if year is None:
        return
    pending = await desk.store.requests.pending()
    waiting = [each.number for each in pending if each.kind == KIND and each.text == title(year)]
    words = reminder(year, today, waiting)
    for user in dict.fromkeys(_readers(desk, urgent=is_urgent(year, today))):
        if desk.company.is_here(user):
            desk.tell(ToPerson(user), Text(words))


def _readers(desk: Desk, *, urgent: bool) -> Iterator[UserId]:
    yield from desk.company.holders(Role.HR)
    yield from desk.company.holders(Role.GROUP_HR)
    if urgent:
        yield from desk.company.holders(Role.WECOM_ADMIN)
        yield from desk.company.holders(Role.PRESIDENT_OFFICE)
