"""Rate windows (D-90312). They follow the company's clock; a block lasts as long as its window."""

from collections import defaultdict, deque
from dataclasses import dataclass, field


@dataclass(slots=True)
class Window:
    """At most `limit` in `seconds`."""

    limit: int
    seconds: float
    taken: deque[float] = field(default_factory=deque)
    blocked_until: float = 0.0

    def is_full(self, now: float, count: int) -> bool:
        while self.taken and not now - self.seconds < self.taken[0] <= now:
            self.taken.popleft()
        if now < self.blocked_until <= now + self.seconds:
            return True
        if len(self.taken) + count <= self.limit:
            return False
        self.blocked_until = now + self.seconds
        return True


class Limits:
    """Windows by name and key, such as the messages to one member or one conversation."""

    def __init__(self) -> None:
        self._windows: dict[tuple[str, str], list[Window]] = defaultdict(list)

    def blocked(self, name: str, key: str, now: float) -> bool:
        """Whether the next one would be too many; counts nothing."""
        return any(window.is_full(now, 1) for window in self._windows[name, key])

    def take(self, name: str, key: str, now: float, *rates: tuple[int, float], count: int = 1) -> bool:
        """Count against every (limit, seconds); False, and nothing counted, when one of them would overflow."""
        windows = self._windows[name, key]
        if [(window.limit, window.seconds) for window in windows] != list(rates):
            windows[:] = [Window(limit, seconds) for limit, seconds in rates]
        full = [window.is_full(now, count) for window in windows]  # each one, so that every block starts
        if any(full):
            return False
        for window in windows:
            window.taken.extend([now] * count)
        return True
