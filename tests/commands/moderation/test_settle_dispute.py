"""What came of a mediation is for the mediator to say."""

import pytest

from bot.explaining import Utterance, explain
from tests.commands.members.comings import BOOK, FILE


@pytest.mark.parametrize(
    ("line", "result", "missing"),
    [
        ("/调解结果 TJ-20261122-001 达成一致 隔周轮换", "已达成一致", None),
        ("/调解结果 TJ-20261122-001 没有达成一致，各执一词", "没有达成一致", None),
        ("/调解结果 TJ-20261122-001 达成一致", None, ["reason"]),
        ("/调解结果", None, ["id", "result", "reason"]),
    ],
)
def test_how_it_is_understood(line: str, result: str | None, missing: list[str] | None) -> None:
    said = explain(Utterance(line, sender="郑群"), FILE, BOOK)
    assert (said["command"], said.get("missing")) == ("调解结果", missing)
    assert said.get("args", {}).get("result") == result
