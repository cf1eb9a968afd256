"""Nobody acts: it goes up level by level; whoever has it is asked how far it is; what is over goes in its time."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from bot.storage.models.security import IncidentLineRecord, IncidentRecord
from scheduler.security_clock import security_clock
from tests.chat import Chat
from tests.commands.security.incidents import TAKEN, TOLD

CARD = "[卡片] 紧急！账号异常 WA-20261122-001"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (security_clock,)


async def test_it_goes_up(chat: Chat) -> None:
    await chat.play(f"""{TOLD}
    ⏰ 2026-11-22 10:14
    ⏰ 2026-11-22 10:30
    机器人→吴管> {CARD} 到时间还没有人做第一步，请马上处理。…
    机器人→林宓> {CARD} 一直没有人处理，报到你这里。…
    机器人→张三> WA-20261122-001：还没有人动手，已经报给 林宓。急就打电话。
    机器人→吴管> {CARD} 到时间还没有人做第一步，请马上处理。…
    机器人→林宓> {CARD} 到时间还没有人做第一步，请马上处理。…
    机器人→钱卫东> {CARD} 一直没有人处理，报到你这里。…
    机器人→孙丽> {CARD} 一直没有人处理，报到你这里。…
    机器人→赵国强> {CARD} 一直没有人处理，报到你这里。…
    机器人→张三> WA-20261122-001：还没有人动手，已经报给 钱卫东、孙丽、赵国强。急就打电话。
    """)


async def test_who_only_takes_it_has_not_acted(chat: Chat) -> None:
    await chat.play(f"""{TAKEN}
    ⏰ 2026-11-22 10:15
    机器人→吴管> {CARD} 到时间还没有人做第一步，请马上处理。…
    机器人→林宓> {CARD} 一直没有人处理，报到你这里。…
    机器人→张三> …
    """)


async def test_the_first_step_in_time_and_then_how_far_it_is(chat: Chat) -> None:
    await chat.play(f"""{TAKEN}
    吴管> 勾 [打电话] 按 [记下]
    机器人> [卡片] 账号异常 WA-20261122-001 …
    ⏰ 2026-11-23 08:30
    机器人→吴管> {CARD} 还没办结。做完的记一下，都做完了给个结论。…
    ⏰ 2026-11-24 08:30
    机器人→吴管> {CARD} 还没办结。…
    """)


async def test_what_nobody_is_pressed_by_waits_for_the_morning(chat: Chat) -> None:
    await chat.play("""
    张三> 收到一封钓鱼邮件
    机器人→吴管> [卡片] 钓鱼诈骗 WA-20261122-001 …
    机器人> [卡片] 先这样做 …
    ⏰ 2026-11-23 07:59
    """)


async def test_it_is_forgotten_in_its_time(chat: Chat) -> None:
    await chat.play(f"""{TAKEN}
    吴管> 勾 [其余] 按 [记下]
    机器人> [卡片] WA-20261122-001 结论是什么？ …
    吴管> 按 [误报]
    机器人→张三> WA-20261122-001：核实过了，是误会。拿不准就报，报错了没关系。
    机器人> [卡片] WA-20261122-001 已办结：误报。
    ⏰ 2029-11-20 10:00
    """)
    assert await IncidentRecord.all().count() == 1
    await chat.play("⏰ 2029-11-24 10:00")
    assert await IncidentRecord.all().count() + await IncidentLineRecord.all().count() == 0
