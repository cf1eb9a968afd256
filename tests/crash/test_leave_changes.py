"""A leave is moved, called off or taken back, and the world ends in between: both or neither, once."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.crash.explore import check
from tests.crash.flows import Flow, presses, says

ASKED = says("m1", "张三", "/请假 年假 11.25下午")
FLOWS = (
    Flow("moved", [ASKED, says("m2", "张三", "/改期 QJ-20261122-001 11.26"), presses("p1", "张三", "确认")]),
    Flow(
        "agreed to and called off", [ASKED, presses("p1", "王强", "同意"), says("m2", "张三", "/取消 QJ-20261122-001")]
    ),
)


def some(number: int) -> bool:
    return number % 5 == 0


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
def test_killed_at_any_step(flow: Flow, tmp_path: Path, used: Callable[[Flow], bytes]) -> None:
    report = check(flow, tmp_path, used(flow), choose=some)
    assert not report.wrong
    assert report.steps > 100
