"""Which waiting row goes next: in order within a lane, side by side across lanes, urgent ones first. Pure."""

from collections import OrderedDict, deque
from dataclasses import dataclass, field

from bot.shapes.queue import Waiting


@dataclass(slots=True)
class _Lane:
    normal: deque[Waiting] = field(default_factory=deque)
    urgent: deque[Waiting] = field(default_factory=deque)
    at_work: int | None = None  # the row that is being worked on
    held_until: float = 0.0  # on the loop's monotonic clock

    @property
    def busy(self) -> bool:
        return self.at_work is not None

    @property
    def empty(self) -> bool:
        return not self.normal and not self.urgent

    def rests(self, now: float) -> bool:
        """Nothing of it runs, and nothing of it could."""
        return not self.busy and not self.urgent and (not self.normal or self.held_until > now)


class Backlog:
    """A lane is a person (or a reader): one row of it at a time; lanes take turns.

    A held lane waits after a failure, but lets an urgent row through.
    """

    def __init__(self) -> None:
        self._lanes: OrderedDict[str, _Lane] = OrderedDict()
        self._known: set[int] = set()  # what waits or is at work
        self._rows = 0
        self._urgent = 0  # how many urgent rows there are in all: almost always none
        self._held: dict[str, _Lane] = {}  # lanes that were held once and may still be: almost always none

    def __len__(self) -> int:
        return self._rows

    def add(self, row: Waiting, *, not_before: float = 0.0) -> None:
        """Behind the older ones of its lane, even if it is announced before they are read at start; twice is once.

        `not_before` holds the lane if the row is the first of it: the rows behind it wait for it anyway.
        """
        if row.id in self._known:
            return
        self._known.add(row.id)
        lane = self._lanes.setdefault(row.lane, _Lane())
        _insert(lane.urgent if row.urgent else lane.normal, row)
        self._rows += 1
        self._urgent += row.urgent
        if not_before and lane.normal and lane.normal[0] is row:
            lane.held_until = max(lane.held_until, not_before)
            self._held[row.lane] = lane

    def take(self, now: float) -> Waiting | None:
        """The next row that may go; its lane is busy until `release`."""
        return self._take_urgent() or self._take_normal(now)

    def release(self, lane: str) -> None:
        done = self._lanes[lane]
        if done.at_work is not None:
            self._known.discard(done.at_work)
        done.at_work = None
        if done.empty:
            del self._lanes[lane]

    def put_back(self, row: Waiting, until: float) -> None:
        """First of its lane's ordinary rows again, not before `until`: an urgent one that failed has had its turn."""
        lane = self._lanes[row.lane]
        lane.at_work = None
        lane.held_until = until
        lane.normal.appendleft(row)
        self._rows += 1
        self._held[row.lane] = lane

    def unhold(self) -> None:
        """Everything that waits may go now."""
        for lane in self._held.values():
            lane.held_until = 0.0
        self._held.clear()

    def next_due(self, now: float) -> float | None:
        """Seconds until a held lane may go on; None: nothing is held."""
        self._held = {name: lane for name, lane in self._held.items() if lane.held_until > now}
        return min((lane.held_until - now for lane in self._held.values() if not lane.busy), default=None)

    def all_held(self, now: float) -> bool:
        """Nothing could go now: every lane is empty or waits out a failure."""
        return all(lane.rests(now) for lane in self._lanes.values())

    def _take_urgent(self) -> Waiting | None:
        for name, lane in self._lanes.items() if self._urgent else ():
            if lane.urgent and not lane.busy:
                self._rows -= 1
                self._urgent -= 1
                return self._begin(name, lane, lane.urgent.popleft())
        return None

    def _take_normal(self, now: float) -> Waiting | None:
        for name, lane in self._lanes.items():
            if lane.normal and not lane.busy and lane.held_until <= now:
                self._rows -= 1
                return self._begin(name, lane, lane.normal.popleft())
        return None

    def _begin(self, name: str, lane: _Lane, row: Waiting) -> Waiting:
        lane.at_work = row.id
        self._lanes.move_to_end(name)
        return row


def _insert(rows: deque[Waiting], row: Waiting) -> None:
    """By number, that is by age; almost always at the end."""
    place = len(rows)
    while place and rows[place - 1].id > row.id:
        place -= 1
    rows.insert(place, row)
