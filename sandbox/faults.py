"""Faults on demand: a path prefix answers with an error, late, or not at all, so often or at such a rate."""

import math
import random
from dataclasses import dataclass, field

from sandbox.errors import bad
from sandbox.json_types import Json


@dataclass(slots=True)
class Fault:
    """`path` is a prefix of `/cgi-bin/…`, or of `ws:` and a command. `times` None means until cleared."""

    id: int
    path: str
    errcode: int | None = None
    http: int | None = None
    delay: float = 0.0
    drop: str = ""
    times: int | None = None
    rate: float = 1.0
    dice: random.Random = field(default_factory=random.Random)

    def strikes(self, path: str) -> bool:
        """Whether it hits this call; counts down when it does."""
        if not path.startswith(self.path) or self.times == 0 or self.dice.random() >= self.rate:
            return False
        if self.times is not None:
            self.times -= 1
        return True


class Faults:
    """In the order they were asked for; the first that strikes wins."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []
        self._last = 0

    def add(self, wish: Json) -> int:
        """From the body of `POST /sandbox/faults`; DoorError when it makes no sense."""
        if not isinstance(wish.get("path"), str):
            raise bad("path must be a prefix such as /cgi-bin/message or ws:aibot_respond_msg")
        if wish.get("drop") not in (None, "request", "response"):
            raise bad("drop must be request or response")
        if not any(wish.get(name) for name in ("errcode", "http", "delay", "drop")):
            raise bad("a fault needs one of errcode, http, delay, drop")
        fault = _fault(self._last + 1, wish)
        _refuse_senseless(fault)
        self._last += 1
        self._faults.append(fault)
        return self._last

    def clear(self) -> None:
        self._faults.clear()

    def strike(self, path: str) -> Fault | None:
        return next((fault for fault in self._faults if fault.strikes(path)), None)


def _refuse_senseless(fault: Fault) -> None:
    """A slip of the pen would otherwise be a fault that never strikes, or breaks the call in another way than asked."""
    if fault.times is not None and fault.times < 1:
        raise bad("times must be 1 or more")
    if not 0 <= fault.rate <= 1:
        raise bad("rate must be between 0 and 1")
    if fault.http is not None and not 100 <= fault.http <= 599:
        raise bad("http must be a status between 100 and 599")
    if not 0 <= fault.delay < math.inf:
        raise bad("delay must be a number of seconds from 0 on")


def _fault(number: int, wish: Json) -> Fault:
    try:
        return Fault(
            id=number,
            path=wish["path"],
            errcode=None if wish.get("errcode") is None else int(wish["errcode"]),
            http=None if wish.get("http") is None else int(wish["http"]),
            delay=float(wish.get("delay") or 0),
            drop=wish.get("drop") or "",
            times=None if wish.get("times") is None else int(wish["times"]),
            rate=1.0 if wish.get("rate") is None else float(wish["rate"]),
            dice=random.Random(wish.get("seed")),  # noqa: S311 - faults must be repeatable, not secret
        )
    except (TypeError, ValueError, OverflowError) as error:
        raise bad("errcode, http, times, delay and rate must be numbers") from error
