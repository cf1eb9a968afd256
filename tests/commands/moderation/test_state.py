"""Either side says more while an appeal waits; what was said only grows."""

import pytest

from bot.explaining import Utterance, explain
from bot.services.moderation.appeals.stating import NOT_YOURS
from bot.storage.models.fairness import AppealStatementRecord
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE
from tests.commands.moderation.warnings import APPEALED, WARNED

TOLD = """
    机器人→王强> …
    机器人→周敏> …
    机器人> WG-20261122-001 补充的话已交给 王强、周敏，…"""


async def test_only_by_the_two_sides_while_it_waits(chat: Chat) -> None:
    await chat.play(f"""{WARNED}
    张三> /陈述 WG-20261122-001 还没申诉
    机器人> {NOT_YOURS}{APPEALED}
    李四> /陈述 WG-20261122-001 我作证
    机器人> {NOT_YOURS}
    郑群> /陈述 WG-20261122-001 已经提醒过{TOLD}
    王强> /裁定 WG-20261122-001 维持 证据清楚
    机器人→张三> …
    机器人→郑群> …
    机器人> …
    郑群> /陈述 WG-20261122-001 还想说
    机器人> {NOT_YOURS}
    """)


async def test_each_is_kept_under_seal_and_there_is_an_end(chat: Chat) -> None:
    said = "".join(f"\n    张三> /陈述 WG-20261122-001 第{number}句{TOLD}" for number in "一二三四五")
    await chat.play(f"""{WARNED}{APPEALED}{said}
    张三> /陈述 WG-20261122-001 第一句
    机器人> WG-20261122-001 已经在申诉了，…
    张三> /陈述 WG-20261122-001 第六句
    机器人> WG-20261122-001 你已经补充了 5 次，没有再记。…
    """)
    rows = await AppealStatementRecord.all().order_by("id").values("by", "text")
    assert [row["by"] for row in rows] == ["zhangsan"] * 5
    assert not any("句" in row["text"] for row in rows)


@pytest.mark.parametrize(
    ("line", "missing"),
    [("/陈述 WG-20261122-001 有录屏", None), ("/陈述 WG-20261122-001", ["reason"]), ("/陈述", ["id", "reason"])],
)
def test_how_it_is_understood(line: str, missing: list[str] | None) -> None:
    said = explain(Utterance(line, sender="张三"), FILE, BOOK)
    assert (said["command"], said.get("missing")) == ("陈述", missing)
