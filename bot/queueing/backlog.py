"""Which waiting row goes next: in order within a lane, side by side across lanes, urgent ones first. Pure."""

from collections import OrderedDict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from bot.shapes.queue import Waiting


@dataclass(slots=True)
class _Lane:
    rows: deque[Waiting] = field(default_factory=deque)
    at_work: int | None = None  # the row that is being worked on
    held_until: float = 0.0  # on the loop's monotonic clock

    def rests(self, now: float) -> bool:
        """Nothing of it runs, and nothing of it could."""
        return self.at_work is None and (not self.rows or self.held_until > now)


_Lanes = OrderedDict[str, _Lane]


class Backlog:
    """A lane is a person (or a reader): one row of it at a time; lanes take turns.

    Urgent rows have lanes of their own, and all of those go first: a cry for help waits neither for what its sender
    wrote before, even if that is being worked on just now, nor for a failure of it.
    """

    def __init__(self) -> None:
        self._urgent: _Lanes = OrderedDict()  # almost always empty
        self._normal: _Lanes = OrderedDict()
        self._known: set[int] = set()  # what waits or is at work
        self._rows = 0
        self._held: dict[tuple[bool, str], _Lane] = {}  # lanes that were held once and may still be: almost always none

    def __len__(self) -> int:
        return self._rows

    @property
    def presses(self) -> bool:
        """An urgent row waits or is being worked on."""
        return bool(self._urgent)

    def add(self, row: Waiting, *, not_before: float = 0.0) -> None:
        """Behind the older ones of its lane, even if it is announced before they are read at start; twice is once.

        `not_before` holds the lane if the row is the first of it: the rows behind it wait for it anyway.
        """
        if row.id in self._known:
            return
        self._known.add(row.id)
        lane = self._lanes(row).setdefault(row.lane, _Lane())
        _insert(lane.rows, row)
        self._rows += 1
        if not_before and lane.rows[0] is row:
            lane.held_until = max(lane.held_until, not_before)
            self._held[row.urgent, row.lane] = lane

    def take(self, now: float, *, urgent_only: bool = False) -> Waiting | None:
        """The next row that may go; its lane is busy until `release`."""
        return self._take(self._urgent, now) or (None if urgent_only else self._take(self._normal, now))

    def release(self, row: Waiting) -> None:
        lanes = self._lanes(row)
        self._known.discard(row.id)
        lanes[row.lane].at_work = None
        if not lanes[row.lane].rows:
            del lanes[row.lane]

    def heads(self, most: int) -> Sequence[Waiting]:
        """What goes next: the first row of each lane of which nothing is being worked on."""
        lanes = (lane for lanes in (self._urgent, self._normal) for lane in lanes.values())
        return list(islice((lane.rows[0] for lane in lanes if lane.rows and lane.at_work is None), most))

    def drop(self, heads: Iterable[Waiting]) -> None:
        """They are finished, by somebody else; those that were taken up meanwhile find out by themselves."""
        for row in heads:
            lanes = self._lanes(row)
            lane = lanes.get(row.lane)
            if lane and lane.at_work is None and lane.rows and lane.rows[0] is row:
                lane.rows.popleft()
                self._rows -= 1
                self.release(row)

    def put_back(self, row: Waiting, until: float) -> None:
        """In its lane again, not before `until`; an older one that was announced meanwhile goes before it."""
        lane = self._lanes(row)[row.lane]
        lane.at_work = None
        lane.held_until = until
        _insert(lane.rows, row)
        self._rows += 1
        self._held[row.urgent, row.lane] = lane

    def unhold(self) -> None:
        """Everything that waits may go now."""
        for lane in self._held.values():
            lane.held_until = 0.0
        self._held.clear()

    def next_due(self, now: float) -> float | None:
        """Seconds until a held lane may go on; None: nothing is held."""
        self._held = {name: lane for name, lane in self._held.items() if lane.held_until > now}
        return min((lane.held_until - now for lane in self._held.values() if lane.at_work is None), default=None)

    def all_held(self, now: float) -> bool:
        """Nothing could go now: every lane is empty or waits out a failure."""
        return all(lane.rests(now) for lanes in (self._urgent, self._normal) for lane in lanes.values())

    def _lanes(self, row: Waiting) -> _Lanes:
        return self._urgent if row.urgent else self._normal

    def _take(self, lanes: _Lanes, now: float) -> Waiting | None:
        for name, lane in lanes.items():
            if lane.rows and lane.at_work is None and lane.held_until <= now:
                row = lane.rows.popleft()
                lane.at_work = row.id
                lanes.move_to_end(name)
                self._rows -= 1
                return row
        return None


def _insert(rows: deque[Waiting], row: Waiting) -> None:
    """By number, that is by age; almost always at the end."""
    place = len(rows)
    while place and rows[place - 1].id > row.id:
        place -= 1
    rows.insert(place, row)
