"""The human resources are reminded of a year that isn't there, and from the middle of December those above them too."""

from bot.domain.calendar.reminding import is_urgent, missing_year, reminder
from bot.domain.rights import Role
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
    above = (Role.WECOM_ADMIN, Role.PRESIDENT_OFFICE) if is_urgent(year, today) else ()
    for user in desk.company.serving(Role.HR, Role.GROUP_HR, *above):
        desk.tell(ToPerson(user), Text(words))
