"""An account is asked for, agreed to and opened; somebody leaves: each hears of it once, whatever dies meanwhile."""

from tests.crash.flows import Flow, presses, says

OPENING = Flow(
    "an account is applied for, agreed to, made by hand, and said to be there",
    [
        says("m1", "李娜", "/申请账号 王小明 生产部 操作工 13800001111"),
        presses("p1", "周敏", "同意", sees="王小明"),
        presses("p2", "吴管", "已建好", sees="王小明"),
    ],
)
ACCOUNT_FLOWS = (OPENING,)
