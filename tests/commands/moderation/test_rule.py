"""Who may decide on an appeal, and what is asked for."""

from collections.abc import Sequence

import pytest

from bot.domain.data_views import What
from bot.explaining import Utterance, explain
from bot.shapes.job import Job
from bot.storage.models.privacy import DataViewRecord
from scheduler.appeal_clock import appeal_clock
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE
from tests.commands.moderation.warnings import APPEALED, WARNED

NOT_YOURS = "没有等你看的这条申诉，什么都没有改动。"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (appeal_clock,)


async def test_only_who_was_asked(chat: Chat) -> None:
    await chat.play(f"""{WARNED}
    周敏> /裁定 WG-20261122-001 撤销 先撤了
    机器人> {NOT_YOURS}{APPEALED}
    郑群> /裁定 WG-20261122-001 维持 就是广告
    机器人> {NOT_YOURS}
    张三> /裁定 WG-20261122-001 撤销 我没有
    机器人> {NOT_YOURS}
    林宓> /裁定 WG-20261122-001 撤销 误会
    机器人> {NOT_YOURS}
    李四@项目B工作群> /裁定 WG-20261122-001 撤销 误会
    机器人@项目B工作群> 已私聊你。
    机器人→李四> {NOT_YOURS}
    """)


async def test_who_looks_at_it_has_looked(chat: Chat) -> None:
    await chat.play(f"""{WARNED}{APPEALED}
    王强> 按 [维持]
    机器人> [卡片] 申诉 WG-20261122-001：张三的警告 维持的理由是什么？…
    王强> 算了
    机器人> …
    """)
    (view,) = await DataViewRecord.all().values("viewer", "whose", "what")
    assert (view["viewer"], view["whose"], view["what"]) == ("wangqiang", "zhangsan", What.CASES)


@pytest.mark.parametrize(
    ("line", "ruling", "missing"),
    [
        ("/裁定 WG-20261122-001 撤销 看错了人", "撤销", None),
        ("/裁定 WG-20261122-001 维持原判 证据清楚，不能撤销", "维持", None),
        ("/裁定 WG-20261122-001 从轻处理，初犯", "减轻", None),
        ("/裁定 WG-20261122-001 撤销", None, ["reason"]),
        ("/裁定 WG-20261122-001", None, ["ruling", "reason"]),
        ("/裁定", None, ["id", "ruling", "reason"]),
    ],
)
def test_how_it_is_understood(line: str, ruling: str | None, missing: list[str] | None) -> None:
    said = explain(Utterance(line, sender="周敏"), FILE, BOOK)
    assert said["command"] == "裁定"
    assert (said.get("args", {}).get("ruling"), said.get("missing")) == (ruling, missing)
