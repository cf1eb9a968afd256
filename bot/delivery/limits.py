"""How much may still be said by which route: WeCom drops what exceeds its limits without a word, so we never do.

Sources: D-90236 (an app to one member: 30 a minute, 1000 an hour, silently dropped beyond), D-101463 (the AI bot
per conversation: the same, error 45009), D-91770 (a webhook: 20 a minute), D-90248 (groups of an app to one member:
200 a minute, 10,000 a day, silently dropped beyond; somebody may be in two busy ones, so half of that each).
"""

from array import array
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bot.shapes.incoming import Via

MINUTE, HOUR = 60_000, 3_600_000
REMEMBERED = HOUR + 100_000  # ms of the ledger that are read: the longest window, and more than clocks may differ
MARGIN = 2_000  # ms added to each window: our clock and WeCom's differ, and the network takes its time


@dataclass(frozen=True, slots=True)
class Limit:
    """`reserved` places of each window are for urgent parcels only."""

    per_minute: int
    per_hour: int
    reserved: int


LIMITS: Mapping[Via, Limit] = {
    Via.APP: Limit(per_minute=30, per_hour=1000, reserved=3),
    Via.BOT: Limit(per_minute=30, per_hour=1000, reserved=3),
    Via.APPCHAT: Limit(per_minute=100, per_hour=400, reserved=10),
    Via.WEBHOOK: Limit(per_minute=20, per_hour=1000, reserved=2),
}


@dataclass(slots=True)
class Limiter:
    """Counts by route (`app:<userid>`, `bot:<chat>`, `appchat:<chatid>`, `webhook:<group>`).

    Times in ms of the company's clock.
    """

    limits: Mapping[Via, Limit] = field(default_factory=lambda: LIMITS)
    _sent: dict[str, "array[int]"] = field(default_factory=dict)  # each in order of time: an hour of all that is sent

    def load(self, sent: Iterable[tuple[str, int]]) -> None:
        """What the ledger holds of the last hour."""
        for route, at in sent:
            self.note(route, at)

    def note(self, route: str, at: int) -> None:
        """One more is being sent."""
        times = self._sent.get(route)
        if times is None:
            times = self._sent[route] = array("q")
        insort(times, at)

    def forget(self, route: str, at: int) -> None:
        """It was not sent after all. Where the clock leapt meanwhile, it may be forgotten already."""
        times = self._sent.get(route)
        if not times:
            return
        place = bisect_left(times, at)
        if place < len(times) and times[place] == at:
            del times[place]

    def answered(self, route: str, at: int, now: int) -> None:
        """WeCom counted it at some time between `at` and `now`: by the later one, nobody can say that we hurried."""
        if now > at:
            self.forget(route, at)
            self.note(route, now)

    def learn(self, route: str, times: Iterable[int]) -> None:
        """Other processes have sent by that route too."""
        for at in times:
            self.note(route, at)

    def over(self, route: str, at: int, *, urgent: bool) -> int:
        """ms that the one noted at `at` must wait, all others counted; 0: it may go."""
        self.forget(route, at)
        wait = self.wait(route, at, urgent=urgent)
        self.note(route, at)
        return wait

    def used(self, now: int) -> Mapping[Via, float]:
        """Of each way the share of the last minute's places that its busiest route has taken."""
        busiest, since = dict[str, int](), now - MINUTE + 1
        for route, times in self._sent.items():  # of a notice to everybody a hundred thousand
            if times and times[-1] >= since:
                via = route[: route.index(":")]
                busiest[via] = max(busiest.get(via, 0), len(times) - bisect_left(times, since))
        return {via: busiest.get(via, 0) / limit.per_minute for via, limit in self.limits.items()}

    def wait(self, route: str, now: int, *, urgent: bool) -> int:
        """ms until one more may go; 0: now."""
        times = self._sent.get(route)
        if not times:
            return 0
        limit = self.limits[Via(route.partition(":")[0])]
        del times[: bisect_right(times, now - HOUR - MARGIN)]
        del times[bisect_right(times, now + HOUR) :]  # the clock was set back by more than an hour
        if not times:
            return 0
        spare = 0 if urgent else limit.reserved
        return max(
            _wait(times, now, MINUTE + MARGIN, limit.per_minute - spare),
            _wait(times, now, HOUR + MARGIN, limit.per_hour - spare),
        )


def _wait(times: "array[int]", now: int, window: int, most: int) -> int:
    """ms until fewer than `most` of `times` lie within the last `window`."""
    first = bisect_left(times, now - window + 1)
    inside = len(times) - first
    if inside < most:
        return 0
    return max(0, times[first + inside - most] + window - now)
