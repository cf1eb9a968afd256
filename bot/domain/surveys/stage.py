"""Where a survey or an activity stands."""

from enum import StrEnum


class Stage(StrEnum):
    DRAFT = "草稿"
    IN_REVIEW = "待审核"
    OPEN = "进行中"
    CLOSED = "已结束"
    CANCELLED = "已取消"

    @property
    def is_over(self) -> bool:
        return self in (Stage.CLOSED, Stage.CANCELLED)
