"""What somebody who subscribes to a calendar reads: his own leaves, or who of a department is not there."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.domain.company import Company
from bot.domain.leave.requests.request import LeaveRequest
from bot.domain.leave.seeing.feeds import Feed, team_seen
from bot.domain.leave.seeing.sight import Seen, kind_seen, listed
from bot.domain.people import Department
from bot.files.ics import Event, calendar_file
from bot.identifiers import UserId
from bot.services.leave.seeing.calendars import events_of
from bot.shapes.store import Store

BACK: Final = timedelta(days=31)
AHEAD: Final = timedelta(days=366)
EVERY: Final = timedelta(hours=4)  # so often readers are asked to ask again


async def feed_file(store: Store, company: Company, now: datetime, token: str) -> bytes | None:
    """None: nobody may read anything by this token, now."""
    feed = await store.leave_feeds.find(token, now)
    if feed is None:
        return None
    if feed.team is not None:
        team = team_seen(feed, company)
        return await _of_team(store, company, now, feed, team) if team else None
    if not company.is_here(feed.user):
        return None
    leaves = await store.leaves.of(feed.user, now, since=now - BACK)
    return calendar_file("我的请假", _own(leaves, feed.user, company), now=now, refresh=EVERY)


async def _of_team(store: Store, company: Company, now: datetime, feed: Feed, team: Department) -> bytes | None:
    owner = company.person(feed.user)
    if owner is None:
        return None
    people = {each.user_id: company.told_apart(each) for each in listed(team, owner, company)}
    leaves = await store.leaves.between(now - BACK, now + AHEAD, people)
    events = (
        event
        for each in leaves
        for event in events_of([each], company.schedule(each.user), f"{people[each.user]} 不在")
    )
    return calendar_file(f"{team.name} 不在", events, now=now, refresh=EVERY)


def _own(leaves: Sequence[LeaveRequest], user: UserId, company: Company) -> Iterator[Event]:
    """The servers of calendars are others': a private kind isn't named there."""
    for each in leaves:
        yield from events_of([each], company.schedule(user), kind_seen(each.type, Seen.KIND, company))
