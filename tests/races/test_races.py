"""What two people, or somebody and a job, do at once to one hazard, notice, accident or case.

`make test` holds few of them at two statements, `make soak` all at each.
"""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime

import pytest

from bot.domain.company import Company
from bot.services.notices.looking_through.reviewing import VOID
from scheduler.moderation_clock import moderation_clock
from scheduler.notice_plan import post_what_is_due
from scheduler.notice_posting import notice_posting
from scheduler.notice_recall import notice_recall
from scheduler.notice_receipts import notice_receipts
from tests.chat import Chat
from tests.commands.safety.hazards import GIVEN, REPORTED
from tests.postgres import Emptied
from tests.races.racing import Race, Track, differences, presses, says, tick
from tests.services.leave.pages import PHOTO, send

pytestmark = pytest.mark.postgres

A = "项目A工作群"
HAZARD, NOTICE = "YH-20261122-001", "GG-20261122-001"
NOTICE_JOBS = (post_what_is_due, notice_posting, notice_receipts, notice_recall)
FEW = 2  # of a race's statements


async def major_one_put_right(chat: Chat) -> None:
    """Two have to verify it: an officer and the head of the unit."""
    await chat.play(REPORTED)
    for who, words in (
        ("陈安", f"/核实 {HAZARD} 重大 要停产才能换"),
        ("陈安", f"/整改 {HAZARD} 王强 11月27日 换箱"),
        ("王强", f"/接单 {HAZARD}"),
    ):
        await chat.say(who, words)
    await send(chat, "王强", PHOTO)
    await chat.say("王强", f"/申请验收 {HAZARD}")


async def given(chat: Chat) -> None:
    await chat.play(GIVEN)


async def fire(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了")
    chat.said()


async def called_off(chat: Chat) -> None:
    """王强 is about to: he is asked why."""
    await fire(chat)
    await chat.core.inbox.take(chat.pressing_newest("王强", "误报"))
    await chat.core.settled()
    chat.said()


async def in_review(chat: Chat) -> None:
    await chat.say("郑群", "/公告 全员 明天9:30 请交年报")
    await chat.say("郑群", f"/我的公告 {NOTICE} 送审")
    chat.said()


async def due(chat: Chat) -> None:
    """It is planned for this moment, and nobody has looked yet."""
    await chat.say("王强", "/公告 生产部 明天9:30 需确认 请大家交年报")
    chat.said()
    chat.clock.time = datetime.fromisoformat("2026-11-23T09:30:00+08:00")


async def to_be_called_off(chat: Chat) -> None:
    """Its author has asked for it before it was due."""
    await due(chat)
    await chat.say("王强", f"/取消公告 {NOTICE}")
    chat.said()


async def nothing(chat: Chat) -> None:
    """Nobody has been dealt with."""


async def muted(chat: Chat) -> None:
    await chat.say("郑群", f"/禁言 @张三 2小时 刷广告 {A}")
    chat.said()


async def muted_for_long(chat: Chat) -> None:
    await chat.say("郑群", f"/禁言 @何苗 3天 刷广告 {A}")
    chat.said()


async def over(chat: Chat) -> None:
    """Its time has come, and nobody has looked yet."""
    await muted(chat)
    chat.clock.time = datetime.fromisoformat("2026-11-22T12:00:00+08:00")


def two_look(company: Company) -> Company:
    """Either of two may let pass what goes to everybody."""
    return replace(company, notices=replace(company.notices, co_reviewer="hr"))


RACES = (
    Race(
        "both verify a major hazard",
        major_one_put_right,
        says("陈安", f"/验收 {HAZARD} 通过"),
        says("赵国强", f"/验收 {HAZARD} 通过"),
    ),
    Race(
        "one verifies a hazard, the other doesn't",
        major_one_put_right,
        says("陈安", f"/验收 {HAZARD} 通过"),
        says("赵国强", f"/验收 {HAZARD} 不通过 门还关不严"),
    ),
    Race(
        "a hazard is accepted while it is given to somebody else",
        given,
        presses("王强", "收到"),
        says("陈安", f"/整改 {HAZARD} 李四"),
    ),
    Race("two have it at once", fire, presses("陈安", "收到"), presses("王强", "收到")),
    Race(
        "it is taken while it is called a false alarm",
        called_off,
        presses("陈安", "收到"),
        presses("王强", "关闭", "误发或开玩笑"),
    ),
    Race("two let the same notice pass", in_review, presses("周敏", "同意"), presses("李娜", "同意"), company=two_look),
    Race(
        "one lets a notice pass, the other doesn't",
        in_review,
        presses("周敏", "同意"),
        presses("李娜", "驳回"),
        company=two_look,
    ),
    Race(
        "a notice is changed while it is let pass",
        in_review,
        presses("周敏", "同意"),
        says("郑群", f"/改公告 {NOTICE} 请交月报"),
        alike=("RQ-20261122-001 已撤回。不用再审批了。", VOID),
        company=two_look,
    ),
    Race(
        "a notice is changed while it is posted",
        due,
        tick,
        says("王强", f"/改公告 {NOTICE} 请大家交月报"),
        jobs=NOTICE_JOBS,
    ),
    Race(
        "a notice is called off while it is posted",
        to_be_called_off,
        tick,
        presses("王强", "确认"),
        jobs=NOTICE_JOBS,
    ),
    Race(
        "two mute him at once",
        nothing,
        says("郑群", f"/禁言 @张三 2小时 刷广告 {A}"),
        says("周敏", f"/禁言 @张三 1小时 刷广告 {A}"),
        jobs=(moderation_clock,),
    ),
    Race(
        "one warns him, the other mutes him",
        nothing,
        says("郑群", f"/警告 @张三 刷广告 {A}"),
        says("周敏", f"/禁言 @张三 1小时 刷广告 {A}"),
        jobs=(moderation_clock,),
    ),
    Race(
        "a mute is lifted while it ends",
        over,
        tick,
        says("郑群", f"/解除禁言 @张三 {A}"),
        jobs=(moderation_clock,),
    ),
    Race(
        "a mute is made longer while it is lifted",
        muted,
        says("郑群", f"/禁言 @张三 延长1小时 还在闹 {A}"),
        says("周敏", f"/解除禁言 @张三 {A}"),
        jobs=(moderation_clock,),
    ),
    Race(
        "a mute is agreed to while it is withdrawn",
        muted_for_long,
        presses("王强", "同意"),
        says("郑群", "/撤回 RQ-20261122-001"),
        jobs=(moderation_clock,),
    ),
)
OFTEN = (
    "both verify a major hazard",
    "a notice is changed while it is let pass",
    "a notice is called off while it is posted",
    "two mute him at once",
    "a mute is lifted while it ends",
)
often = pytest.mark.parametrize("race", [each for each in RACES if each.name in OFTEN], ids=lambda race: race.name)
races = pytest.mark.parametrize("race", RACES, ids=lambda race: race.name)


@pytest.fixture
async def url(emptied: Emptied) -> AsyncIterator[str]:
    async with emptied.one() as url:
        yield url


@often
async def test_held_at_few_statements(race: Race, url: str) -> None:
    track = Track(url, race)
    expected, count = await track.orders()
    for at in range(count // FEW // 2, count, max(1, count // FEW)):
        assert not list(differences(await track.held_at(at), expected)), at


@pytest.mark.soak
@races
async def test_held_at_any_statement(race: Race, url: str) -> None:
    track = Track(url, race)
    expected, count = await track.orders()
    for at in range(1, count + 1):
        assert not list(differences(await track.held_at(at), expected)), at
