"""Says what the safety calendar has for this moment, once to each reader; what was missed while nobody was there is not
caught up in heaps: of several that are due at once only the highest is said, and nothing of another day.

On the first day only what is due after the first look is said. What some have been told already is told the others too,
if the calendar changes in between.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final

from bot.domain.notices.topics import Topic as Subscription
from bot.domain.safety.calendar.entry import Entry, Occasion, Stream, Volunteers, of_day
from bot.domain.safety.calendar.when import OF_HOLIDAYS
from bot.domain.safety.library.rotation import Wish, take_turn
from bot.domain.safety.library.topic import Topic
from bot.identifiers import GroupId
from bot.services.approvals.kinds import Desk
from bot.services.safety.calendar import asking, composing, confirming
from bot.services.safety.calendar.readers import person_of, readers
from bot.shapes.context import JobContext
from bot.shapes.outgoing import ToGroup, ToPerson

JOB: Final = "safety-calendar"
AT_ONCE: Final = 200  # readers of one transaction: whoever writes meanwhile, perhaps of an accident, is answered soon
_BOOK, _BEGAN = "calendar:book", "began"  # among the readers: what is put down of the calendar itself


async def say_due(ctx: JobContext, *, at_once: int = AT_ONCE) -> None:
    """What is due by now, and the wish to be run when the next is; or at once, where not everybody was told yet."""
    today, evening = occasions(ctx, ctx.now), ctx.company.pace.calendar.quiet.begins
    began = await _began(ctx)
    due = [each for each in today if each.at <= ctx.now and (began is None or each.at > began)]
    waiting = await _waiting(ctx, due) if ctx.now.time() < evening else ()
    for reader, stream, fresh in waiting[:at_once]:
        await _say(ctx, reader, stream, fresh)
    if len(waiting) > at_once:
        await ctx.store.jobs.hasten(JOB, ctx.now)
        return
    following = next((each.at for each in today if each.at > ctx.now), None)
    if following:
        await ctx.store.jobs.hasten(JOB, following)


def occasions(desk: Desk, at: datetime) -> Sequence[Occasion]:
    """What there is on the day of `at`."""
    year = desk.company.safety_year
    return of_day(year.entries.values(), at, desk.company.pace.calendar, year.exposed)


async def take_topic(desk: Desk, reader: str, entry: Entry) -> Topic | None:
    """The text whose turn it is; who asked for today's already gets that one."""
    if entry.to is Volunteers.QUIZ:
        return await asking.todays_topic(desk, person_of(reader), entry.name)
    year = desk.company.safety_year
    group = year.sites.get(GroupId(reader), frozenset())
    wish = Wish(desk.now.month, entry.kinds, entry.types, group)
    return take_turn(year.library, wish, await desk.store.safety_calendar.topics(reader), reader)


async def _began(ctx: JobContext) -> datetime | None:
    """When it was first looked at, if that was today; this very look may be the first one."""
    book, today = ctx.store.safety_calendar, ctx.now.date()
    if not await book.topics(_BOOK):
        await book.note(_BOOK, _BEGAN, today, ctx.now.isoformat(), by=ctx.act)
    first = await book.topic_of(_BOOK, _BEGAN, today)
    return datetime.fromisoformat(first) if first else None


async def _waiting(ctx: JobContext, due: Sequence[Occasion]) -> Sequence[tuple[str, Stream, Sequence[Occasion]]]:
    """Who hasn't been told all of it yet, with what he hasn't."""
    told = await ctx.store.safety_calendar.said(ctx.now.date())
    return [
        (reader, stream, fresh)
        for stream, together in _by_stream([*due, *_begun(ctx, due, told)]).items()
        for reader in await readers(ctx, stream)
        if (fresh := [each for each in together if each.entry.name not in told.get(reader, ())])
    ]


def _begun(ctx: JobContext, due: Sequence[Occasion], told: Mapping[str, frozenset[str]]) -> Iterator[Occasion]:
    """What some were told today though it isn't today's any more. What goes with a holiday comes again on its new day,
    with the new dates in it, to all of them."""
    known, entries = {each.entry.name for each in due}, ctx.company.safety_year.entries
    for name in sorted(frozenset[str]().union(*told.values()) - known):
        entry = entries.get(name)
        if entry and entry.when.rhythm not in OF_HOLIDAYS:
            yield Occasion(entry, ctx.now)


async def _say(ctx: JobContext, reader: str, stream: Stream, fresh: Sequence[Occasion]) -> None:
    """The highest of what he wasn't told yet; the others count as told."""
    best = max(fresh, key=lambda each: (each.entry.rank, each.at))
    topic = await take_topic(ctx, reader, best.entry) if best.entry.teaches else None
    for each in fresh:
        key = topic.key if topic and each is best else None
        await ctx.store.safety_calendar.note(reader, each.entry.name, each.day, key, by=ctx.act)
    if topic or best.entry.text:
        await _tell(ctx, reader, stream, best, topic)


async def _tell(ctx: JobContext, reader: str, stream: Stream, occasion: Occasion, topic: Topic | None) -> None:
    if isinstance(stream, Subscription):
        ctx.tell(ToGroup(GroupId(reader)), await composing.notice(ctx, GroupId(reader), stream, occasion, topic))
        return
    user = person_of(reader)
    if isinstance(stream, Volunteers):
        if topic:
            ctx.tell(ToPerson(user), await asking.card(ctx, user, topic))
    elif occasion.entry.confirm or occasion.entry.report:
        await confirming.ask(ctx, user, occasion)
    else:
        ctx.tell(ToPerson(user), await composing.in_private(ctx, occasion))


def _by_stream(due: Iterable[Occasion]) -> dict[Stream, list[Occasion]]:
    found: dict[Stream, list[Occasion]] = {}
    for each in due:
        found.setdefault(each.entry.to, []).append(each)
    return found
