"""Somebody wants his data to go: he asks once, a person agrees once, and he hears of it once."""

from tests.crash.flows import Flow, presses, says

DELETION = Flow(
    "what is kept about somebody is to go, and a person agrees",
    [
        says("m1", "张三", "/删除申请"),
        presses("p1", "张三", "确认"),
        presses("p2", "周敏", "同意删除", sees="SJ-20261122-001"),
    ],
)
PRIVACY_FLOWS = (DELETION,)
