"""Whom the calendar speaks to: groups by their ids, people as `user:<id>`."""

from collections.abc import Sequence

from bot.domain.notices.topics import Topic, subscribers
from bot.domain.safety.calendar.entry import Stream, Volunteers
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk


def of_person(user: UserId) -> str:
    """What a person is called among the readers."""
    return f"user:{user}"


def person_of(reader: str) -> UserId:
    return UserId(reader.removeprefix("user:"))


async def readers(desk: Desk, stream: Stream) -> Sequence[str]:
    """Who hears of what goes there, as of now."""
    if isinstance(stream, Topic):
        chosen = await desk.store.subscriptions.chosen(stream)
        return [group.id for group in subscribers(stream, desk.company.groups, chosen)]
    if isinstance(stream, Volunteers):
        return [of_person(user) for user in await desk.store.quizzes.wanted_by() if desk.company.is_here(user)]
    return [of_person(user) for user in desk.company.serving(*stream)]
