"""A scheduled job: when it falls due, what it does, and what happens to a slot that was missed."""

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, Protocol

from bot.shapes.context import JobContext
from bot.shapes.ports import Sources
from bot.shapes.store import Store


class Schedule(Protocol):
    def next_after(self, moment: datetime) -> datetime:
        """The first due time later than `moment`, in its time zone.

        Where clocks are put forward, an hour that isn't there is the one after it; where they are put back, of an hour
        that comes twice the first one counts.
        """
        ...


def _is_later(due: datetime, moment: datetime) -> bool:
    """Times of one zone are compared by what clocks show there, and in one night a year that is twice the same."""
    return due.timestamp() > moment.timestamp()


RESTORED = "restored"  # among the due times: until when another life of this database may have done what is due in it
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, slots=True)
class Weekly:
    """On one weekday, by name (numbers mean different days to different people)."""

    weekday: str
    at: time

    def next_after(self, moment: datetime) -> datetime:
        days = (WEEKDAYS.index(self.weekday) - moment.weekday()) % 7
        due = datetime.combine(moment.date() + timedelta(days=days), self.at, moment.tzinfo)
        return due if _is_later(due, moment) else due + timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Daily:
    at: time

    def next_after(self, moment: datetime) -> datetime:
        due = datetime.combine(moment.date(), self.at, moment.tzinfo)
        return due if _is_later(due, moment) else due + timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Hourly:
    """Once an hour, every day, from `first` to `last`."""

    first: time
    last: time

    def next_after(self, moment: datetime) -> datetime:
        due = datetime.combine(moment.date(), self.first, moment.tzinfo)
        while not _is_later(due, moment) and due.time() < self.last:
            due += timedelta(hours=1)
        return due if _is_later(due, moment) else Daily(self.first).next_after(moment)

    def is_one(self, moment: datetime) -> bool:
        """Whether a job falls due then by itself, and wasn't hastened."""
        return self.next_after(moment - timedelta(microseconds=1)) == moment


async def _nothing(sources: Sources, store: Store) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Job:
    """`run(ctx, found)` happens in one transaction with the claim of its slot, so each slot has its effect once.

    `fetch(sources, store)` runs before it, outside of any transaction, for what must be asked of the network. A slot
    found more than `catch_up` late is recorded as missed and not run. `cries`: it calls for help; after a restore it
    says again what may have been said (decision 63).
    """

    name: str
    schedule: Schedule
    run: Callable[[JobContext, Any], Awaitable[None]]
    catch_up: timedelta
    fetch: Callable[[Sources, Store], Awaitable[Any]] = _nothing
    manual: str = ""
    cries: bool = False


def job(
    name: str,
    *,
    schedule: Schedule,
    catch_up: timedelta,
    fetch: Callable[[Sources, Store], Awaitable[Any]] = _nothing,
    cries: bool = False,
) -> Callable[[Callable[[JobContext, Any], Awaitable[None]]], Job]:
    """Turn `async def f(ctx, found) -> None` into a Job."""

    def build(run: Callable[[JobContext, Any], Awaitable[None]]) -> Job:
        return Job(name, schedule, run, catch_up, fetch, inspect.getdoc(inspect.getmodule(run)) or "", cries)

    return build
