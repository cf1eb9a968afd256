"""What a day is, as far as work is concerned."""

from enum import StrEnum


class DayKind(StrEnum):
    """Pay tells STATUTORY (300 %) from ADJUSTED_REST (200 % or time off), so they are two (劳动法 art. 44)."""

    WORK = "工作日"
    WEEKEND = "周末"
    ADJUSTED_WORK = "调休上班日"  # a Saturday or Sunday that is worked in exchange
    ADJUSTED_REST = "调休放假日"  # a weekday that is off because the notice says so
    STATUTORY = "法定节假日"  # one of the days of 全国年节及纪念日放假办法 art. 2
    PARTIAL = "部分公民节日"  # half a day off for some; a working day for the others (art. 3)
    COMPANY = "公司放假日"  # off because the company or the site says so

    @property
    def worked(self) -> bool:
        return self in _WORKED


_WORKED = frozenset({DayKind.WORK, DayKind.ADJUSTED_WORK, DayKind.PARTIAL})
