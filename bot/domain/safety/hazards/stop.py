"""Whether work goes on while a major hazard is put right (安监总局令16号: 重大 may need a stop of all or of a part)."""

from enum import StrEnum


class Stop(StrEnum):
    """The value is what people read and type."""

    ALL = "停产撤人"
    PART = "局部停产"
    NONE = "边整改边生产"

    @property
    def order(self) -> str:
        """What whoever is there does now."""
        return {
            Stop.ALL: "请马上停止作业，人员撤到安全的地方，没有通知不要回去。",
            Stop.PART: "请停下受影响的作业，拉好警戒，无关人员不要靠近。",
            Stop.NONE: "作业可以继续，临时措施要到位，有变化马上停下来报告。",
        }[self]

    @property
    def remember(self) -> str:
        """For whoever decided."""
        return {
            Stop.ALL: "请确认人都撤出来了。",
            Stop.PART: "请确认警戒已经拉好。",
            Stop.NONE: "请确认临时措施已经到位。",
        }[self]
