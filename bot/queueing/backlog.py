"""Which waiting row goes next: in order within a lane, side by side across lanes, urgent ones first. Pure."""

from collections import OrderedDict, deque
from dataclasses import dataclass, field

from bot.shapes.queue import Waiting


@dataclass(slots=True)
class _Lane:
    normal: deque[int] = field(default_factory=deque)
    urgent: deque[int] = field(default_factory=deque)
    busy: bool = False
    held_until: float = 0.0  # on the loop's monotonic clock

    @property
    def empty(self) -> bool:
        return not self.normal and not self.urgent


class Backlog:
    """A lane is a person (or a reader): one row of it at a time; lanes take turns.

    A held lane waits after a failure, but lets an urgent row through.
    """

    def __init__(self) -> None:
        self._lanes: OrderedDict[str, _Lane] = OrderedDict()
        self._urgent = 0  # how many urgent rows there are in all: almost always none

    def __len__(self) -> int:
        return sum(len(lane.normal) + len(lane.urgent) for lane in self._lanes.values())

    def add(self, row: Waiting) -> None:
        lane = self._lanes.setdefault(row.lane, _Lane())
        (lane.urgent if row.urgent else lane.normal).append(row.id)
        self._urgent += row.urgent

    def take(self, now: float) -> Waiting | None:
        """The next row that may go; its lane is busy until `release`."""
        return self._take_urgent() or self._take_normal(now)

    def release(self, lane: str) -> None:
        self._lanes[lane].busy = False
        if self._lanes[lane].empty:
            del self._lanes[lane]

    def put_back(self, row: Waiting, until: float) -> None:
        """First of its lane's ordinary rows again, not before `until`."""
        lane = self._lanes[row.lane]
        lane.busy = False
        lane.held_until = until
        lane.normal.appendleft(row.id)

    def unhold(self) -> None:
        """Everything that waits may go now."""
        for lane in self._lanes.values():
            lane.held_until = 0.0

    def next_due(self, now: float) -> float | None:
        """Seconds until a held lane may go on; None: nothing is held."""
        held = [lane.held_until - now for lane in self._lanes.values() if not lane.busy and lane.held_until > now]
        return min(held, default=None)

    def all_held(self, now: float) -> bool:
        """Nothing could go now: every lane is empty or waits out a failure."""
        return all(not lane.busy and (lane.empty or lane.held_until > now) for lane in self._lanes.values())

    def _take_urgent(self) -> Waiting | None:
        for name, lane in self._lanes.items() if self._urgent else ():
            if lane.urgent and not lane.busy:
                lane.busy = True
                self._urgent -= 1
                return Waiting(lane.urgent.popleft(), name, urgent=True)
        return None

    def _take_normal(self, now: float) -> Waiting | None:
        for name, lane in self._lanes.items():
            if lane.normal and not lane.busy and lane.held_until <= now:
                lane.busy = True
                self._lanes.move_to_end(name)
                return Waiting(lane.normal.popleft(), name, urgent=False)
        return None
