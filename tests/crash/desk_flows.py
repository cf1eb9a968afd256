"""Somebody suggests something without his name, and asks the desk. The only job is the desk's clock."""

from collections.abc import Sequence

from bot.shapes.job import Job
from scheduler.desk_clock import desk_clock
from tests.crash.flows import Flow, presses, says


def clock_alone() -> Sequence[Job]:
    return [desk_clock]


DESK = Flow(
    "somebody suggests something without his name, asks the desk, is asked back and answered",
    [
        says("m1", "张三", "/匿名建议 食堂加一个面食窗口"),
        presses("p1", "小运营", "考虑"),
        says("m2", "张三", "/求助 打卡定位一直不准"),
        presses("p2", "吴管", "我来处理"),
        presses("p3", "吴管", "追问"),
        says("m3", "吴管", "是哪个门"),
        says("m4", "张三", "/补充求助 QZ-20261122-001 东门"),
        says("m5", "吴管", "/答复求助 QZ-20261122-001 定位改成始终允许"),
        presses("p4", "张三", "解决了，满意"),
    ],
    jobs=clock_alone,
    quiet_after=60.0,
)
