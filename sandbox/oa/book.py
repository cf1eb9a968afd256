"""Everything of OA that is kept: forms, balances, punches, reports, schedules, calls."""

from dataclasses import dataclass, field

from sandbox.json_types import Json
from sandbox.oa.approvals import Approval


@dataclass(slots=True)
class PhoneCall:
    """An emergency call. `talked` in seconds; None while it rings."""

    callid: str
    userid: str
    started: int
    answered: bool | None = None
    talked: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """A daily report of the 汇报 app; `at` in seconds of the company's clock."""

    uuid: str
    author: str
    department: int
    text: str
    receivers: tuple[str, ...]
    at: int


@dataclass(slots=True)
class OfficeBook:
    """`left`: seconds of leave by userid and vacation id, where it differs from the standard; `used` likewise."""

    approvals: dict[str, Approval] = field(default_factory=dict)
    left: dict[tuple[str, int], int] = field(default_factory=dict)
    used: dict[tuple[str, int], int] = field(default_factory=dict)
    punches: list[Json] = field(default_factory=list)
    member_log: list[Json] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    schedules: dict[str, Json] = field(default_factory=dict)
    calls: dict[str, PhoneCall] = field(default_factory=dict)
    _last: dict[str, int] = field(default_factory=dict)

    def next_number(self, day: str) -> str:
        """sp_no: the day and four digits that count within it."""
        self._last[day] = self._last.get(day, 0) + 1
        return f"{day}{self._last[day]:04}"
