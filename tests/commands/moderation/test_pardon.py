"""Who may forgive what, and what comes of it."""

from collections.abc import Sequence

import pytest

from bot.domain.moderation.history import PastState
from bot.explaining import Utterance, explain
from bot.services.moderation.appeals.pardoning import NOT_YOURS
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from bot.storage.models.moderation import CaseRecord
from scheduler.appeal_clock import appeal_clock
from scheduler.moderation_clock import moderation_clock
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE
from tests.commands.moderation.warnings import APPEALED, MUTED, SUSPENDED, WARNED, knows_suspending


@pytest.fixture
def jobs() -> Sequence[Job]:
    return moderation_clock, appeal_clock


async def test_after_the_deadline_and_after_a_ruling_too(chat: Chat) -> None:
    await chat.play(f"""{WARNED}{APPEALED}
    王强> /裁定 WG-20261122-001 维持 证据清楚
    机器人→张三> …
    机器人→郑群> …
    机器人> …
    ⏰ 2026-12-10 09:00
    林宓> /赦免 WG-20261122-001 半年来表现很好
    机器人→张三> WG-20261122-001 已免除（林宓）：半年来表现很好。这次不再计次数。
    机器人→郑群> WG-20261122-001 张三 已免除（林宓）。理由：半年来表现很好。
    机器人> WG-20261122-001 已免除，…
    林宓> /赦免 WG-20261122-001 再来一次
    机器人> WG-20261122-001 已免除，本来就不算数，没有再改。
    张三> /申诉 WG-20261122-001 不服
    机器人> WG-20261122-001 已免除，不再算数，不用申诉。
    郑群@项目A工作群> /警告 @张三 又刷广告
    机器人→张三> …
    机器人→郑群> WG-20261210-001 张三 警告，180 天内第 1 次「广告和刷屏」。…
    机器人@项目A工作群> …
    """)


async def test_what_holds_is_lifted_and_an_appeal_that_waits_is_over(chat: Chat) -> None:
    await chat.play(f"""{MUTED}
    张三> /申诉 WG-20261122-001 我没刷广告
    机器人→王强> …
    机器人→周敏> …
    机器人→郑群> …
    机器人> …
    王强> /免除 WG-20261122-001 误会一场
    机器人→张三> 你在项目A工作群的禁言已提前解除（WG-20261122-001），可以正常用了。
    机器人→张三> WG-20261122-001 已免除（王强）：误会一场。这次不再计次数。
    机器人→郑群> …
    机器人> …
    周敏> 按 [维持]
    机器人> [卡片] 申诉 WG-20261122-001：张三的禁言 已经有结果：免除（王强）。
    ⏰ 2026-12-10 09:00
    """)
    assert (await CaseRecord.get(number="WG-20261122-001")).charged.count(PastState.PARDONED) == 1


async def test_nobody_forgives_himself_or_what_was_decided_above_him(chat: Chat) -> None:
    await chat.play(f"""{WARNED}
    张三> /赦免 WG-20261122-001 我改了
    机器人> 「赦免」由…
    李娜> /赦免 WG-20261122-001 她看着不忍心
    机器人> {NOT_YOURS}
    王强> /赦免 WG-20261122-009 没有的号
    机器人> {NOT_YOURS}
    """)


async def test_who_decided_may_be_milder_himself(database: Database) -> None:
    chat = await Chat.open(database, jobs=[moderation_clock], company=knows_suspending)
    await chat.play(f"""{SUSPENDED}
    周敏> /赦免 WG-20261122-001 查清是误会
    机器人→张三> 你的权限停用已提前解除（WG-20261122-001），可以正常用了。
    机器人→张三> WG-20261122-001 已免除（周敏）：查清是误会。这次不再计次数。
    机器人→王强> WG-20261122-001 张三 已免除（周敏）。理由：查清是误会。
    机器人> WG-20261122-001 已免除，…
    """)
    await chat.close()


@pytest.mark.parametrize(
    ("line", "missing"),
    [
        ("/赦免 WG-20261122-001 初犯", None),
        ("免除WG-20261122-001，系统误判", None),
        ("/赦免 WG-20261122-001", ["reason"]),
        ("/赦免", ["id", "reason"]),
    ],
)
def test_how_it_is_understood(line: str, missing: list[str] | None) -> None:
    said = explain(Utterance(line, sender="王强"), FILE, BOOK)
    assert (said["command"], said.get("missing")) == ("赦免", missing)
