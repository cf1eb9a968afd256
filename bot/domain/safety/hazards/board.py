"""How hazards stand by area, and the figures of some days. Places are counted, never people: no reporter is ranked.

Sources: 安全生产法 art. 41 (employees are told), 安监总局16号令 art. 14 (statistics of a quarter and of a year).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Final

from bot.domain.percent import percent
from bot.domain.safety.hazards.hazard import Hazard, HazardState

STAGES: Final = (
    ("待核实", (HazardState.REPORTED,)),
    ("待派单", (HazardState.GRADED,)),
    ("整改中", (HazardState.ASSIGNED, HazardState.FIXING)),
    ("待验收", (HazardState.TO_VERIFY,)),
)
NOT_COUNTED: Final = (HazardState.UNFOUNDED, HazardState.MERGED, HazardState.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class AreaRow:
    """`stages`: how many are in each of STAGES; `overdue` and `major` are among them."""

    area: str
    stages: tuple[int, ...]
    overdue: int
    major: int

    @property
    def open(self) -> int:
        return sum(self.stages)


@dataclass(frozen=True, slots=True)
class Board:
    """`late`: those overdue, the longest first. `shown`: how many of the closed have a picture of before and after."""

    rows: tuple[AreaRow, ...]
    late: tuple[Hazard, ...]
    closed: int
    shown: int

    @property
    def open(self) -> int:
        return sum(row.open for row in self.rows)

    @property
    def major(self) -> int:
        return sum(row.major for row in self.rows)


@dataclass(frozen=True, slots=True)
class Figures:
    """Of an area and some days. `found`: without what turned out to be none, or told already; `overdue`: of those
    found or still open, how many are past their day now; `in_time` of `closed`; `again`: of `found`, come back."""

    area: str
    found: int = 0
    major: int = 0
    closed: int = 0
    in_time: int = 0
    overdue: int = 0
    again: int = 0

    @property
    def in_time_share(self) -> str:
        return percent(self.in_time, self.closed)

    @property
    def again_share(self) -> str:
        return percent(self.again, self.found)


def board(hazards: Iterable[Hazard], today: date, *, closed: int, shown: int) -> Board:
    """`hazards`: the open ones."""
    found = [each for each in hazards if each.is_open]
    areas = dict.fromkeys(area_name(each) for each in found)
    rows = (_row(area, [each for each in found if area_name(each) == area], today) for area in areas)
    late = sorted((each for each in found if each.is_overdue(today)), key=lambda each: each.plan.due or today)
    return Board(tuple(sorted(rows, key=lambda row: (-row.overdue, -row.open))), tuple(late), closed, shown)


def figures(
    found: Sequence[Hazard], closed: Sequence[Hazard], open_ones: Sequence[Hazard], today: date, zone: tzinfo | None
) -> tuple[Figures, ...]:
    """By area, with a last row for all of them. `found` and `closed` in those days; `open_ones` as things stand."""
    real = [each for each in found if each.state not in NOT_COUNTED]
    late = [each for each in open_ones if each.is_overdue(today)]
    areas = dict.fromkeys(area_name(each) for each in (*real, *closed, *late))
    rows = [_figures(area, _of(area, real), _of(area, closed), _of(area, late), zone) for area in areas]
    return (*sorted(rows, key=lambda row: (-row.found, row.area)), _figures("合计", real, closed, late, zone))


def area_name(hazard: Hazard) -> str:
    return hazard.area or "其他区域"


def is_in_time(hazard: Hazard, zone: tzinfo | None) -> bool:
    """Closed by its day; one without a day was never late."""
    if hazard.closed_at is None:
        return False
    return hazard.plan.due is None or _day(hazard.closed_at, zone) <= hazard.plan.due


def is_again(hazard: Hazard) -> bool:
    return bool(hazard.recurs or hazard.reopened)


def _row(area: str, hazards: Sequence[Hazard], today: date) -> AreaRow:
    stages = tuple(sum(each.state in states for each in hazards) for _, states in STAGES)
    late = sum(each.is_overdue(today) for each in hazards)
    return AreaRow(area, stages, late, sum(each.is_major for each in hazards))


def _figures(
    area: str, found: Sequence[Hazard], closed: Sequence[Hazard], late: Sequence[Hazard], zone: tzinfo | None
) -> Figures:
    return Figures(
        area,
        found=len(found),
        major=sum(each.is_major for each in found),
        closed=len(closed),
        in_time=sum(is_in_time(each, zone) for each in closed),
        overdue=len(late),
        again=sum(map(is_again, found)),
    )


def _of(area: str, hazards: Sequence[Hazard]) -> list[Hazard]:
    return [each for each in hazards if area_name(each) == area]


def _day(moment: datetime, zone: tzinfo | None) -> date:
    return moment.astimezone(zone).date()
