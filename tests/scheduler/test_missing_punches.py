"""Who worked and didn't punch is told so: in private, once, with a way to put it right."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pytest

from bot.domain.attendance.punching import Stamp
from bot.files.company import load
from bot.identifiers import UserId
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import OfficeRefused, Punched, Sources
from bot.storage.engine.database import Database
from bot.storage.models.attendance import MissedPunchRecord
from scheduler.missing_punches import remind
from tests.chat import SAMPLE_COMPANY, Chat

NOW = load(SAMPLE_COMPANY).now
ZHANG, LI = UserId("zhangsan"), UserId("lisi")


@dataclass
class Office:
    """Who punched; it is asked at the hour of the job."""

    stamps: list[Stamp] = field(default_factory=list)
    refuses: Verdict | None = None
    now: Callable[[], datetime] = lambda: NOW

    async def read(self) -> Punched:
        if self.refuses:
            raise OfficeRefused(Outcome(self.refuses, 301002, "301002"))
        return Punched(self.now(), tuple(self.stamps))

    def punch(self, user: UserId, written: str, *, comes_in: bool | None) -> None:
        at = datetime.fromisoformat(f"2026-11-{written}").replace(tzinfo=NOW.tzinfo)
        self.stamps.append(Stamp(user, at, comes_in))


@pytest.fixture
async def office() -> Office:
    office = Office()
    for user in (ZHANG, LI):
        office.punch(user, "20T08:25", comes_in=True)
    return office


@pytest.fixture
async def chat(database: Database, office: Office) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=[remind], sources=Sources(punches=office))
    office.now = chat.clock.now
    yield chat
    await chat.close()


async def evening(chat: Chat, hour: int = 20) -> Sequence[str]:
    """What is said at that hour of Monday."""
    await chat.advance(NOW.replace(day=23, hour=hour, minute=20))
    return [f"{line.to}：{line.words}" for line in chat.said()]


async def test_a_button_puts_it_right(chat: Chat, office: Office) -> None:
    office.punch(ZHANG, "23T08:20", comes_in=True)
    office.punch(LI, "23T08:20", comes_in=True)
    office.punch(LI, "23T18:20", comes_in=False)
    await chat.play("""
        ⏰ 2026-11-23 20:20
        机器人→张三> [卡片] 11月23日(周一)没有你的下班打卡记录 忘了打卡就按「补卡」；…
        张三> 按 [补卡]
        机器人→王强> [卡片] 张三 申请补卡 11月23日(周一)下班 RQ-20261123-001 [同意] [驳回]
        机器人> [卡片] 已确认：补卡 2026-11-23 PM_OUT 已提交 RQ-20261123-001：补卡 11月23日(周一)下班。等 王强 审批。
    """)


async def test_nobody_is_told_twice(chat: Chat, office: Office) -> None:
    office.punch(ZHANG, "23T08:20", comes_in=True)
    said = await evening(chat)
    assert [each for each in said if each.startswith("张三")]
    assert len(said) == 2  # 李四, too: he wasn't there at all
    assert not await evening(chat, 21)
    assert await MissedPunchRecord.filter(user=ZHANG).values_list("slot", flat=True) == ["PM_OUT"]


async def test_of_a_whole_day_it_is_asked_what_it_was(chat: Chat, office: Office) -> None:
    office.stamps = [each for each in office.stamps if each.user == ZHANG]
    (said,) = await evening(chat)
    assert said.startswith("张三：11月23日(周一)没有你的上班、下班打卡记录，也没有请假、出差或外出。")
    assert "发 /补卡 11.23 上班；" in said


async def test_who_is_away_isnt_asked(chat: Chat, office: Office) -> None:
    await chat.play("""
        张三> /出差 上海 明天
        机器人→王强> …
        机器人> …
        李四> /请假 事假 明天
        机器人→王强> …
        机器人> …
    """)
    assert not await evening(chat)


async def test_who_has_asked_already_isnt_told(chat: Chat, office: Office) -> None:
    office.stamps = [each for each in office.stamps if each.user == ZHANG]
    office.punch(ZHANG, "23T18:20", comes_in=False)
    await chat.play("""
        ⏰ 2026-11-23 09:00
        张三> /补卡 今天 上班
        机器人→王强> …
        机器人> 已提交 …
        ⏰ 2026-11-23 20:20
    """)


async def test_where_it_isnt_granted_nothing_is_said(chat: Chat, office: Office) -> None:
    office.refuses = Verdict.MISCONFIGURED
    assert not await evening(chat)
