"""The hour within which an accident is reported, the windows after it, each reminder at its minute, once."""

from collections.abc import Sequence
from datetime import datetime

import pytest

from bot.domain.safety.accidents.reports import AccidentState
from bot.shapes.act import Act
from bot.shapes.job import Job
from bot.storage.safety.accidents import AccidentTable
from tests.chat import Chat
from tests.commands.safety.accidents import JOBS, NUMBER, answered, later, reported

BOSSES = ["钱卫东", "孙丽", "赵国强"]


@pytest.fixture
def jobs() -> Sequence[Job]:
    return JOBS


def readers(said: Sequence[str]) -> list[str]:
    return [line.partition("：")[0] for line in said]


async def test_whoever_is_in_charge_has_the_case_at_once_and_what_to_do_at_the_scene(chat: Chat) -> None:
    await chat.say("张三", "3号车间有人被机器夹住了！！快")
    chat.said()
    case, scene = await later(chat)
    assert case.startswith(f"陈安：[卡片] 事故快报 {NUMBER} 10:00 接报，11:00 前要报")
    assert "还剩 60 分钟" in case
    assert scene.startswith(f"陈安：{NUMBER} 现场要做的：")
    assert "保护现场" in scene


async def test_who_heads_the_unit_hears_of_it_unless_it_was_closed_within_five_minutes(chat: Chat) -> None:
    await reported(chat)
    assert not await later(chat, minutes=4)
    said = await later(chat, minutes=1)
    assert readers(said) == BOSSES
    assert all("[知道了]" in line for line in said)


async def test_a_death_is_told_to_who_heads_the_unit_at_once(chat: Chat) -> None:
    await chat.say("张三", "3号车间砸死了一个人")
    chat.said()
    assert readers(await later(chat)) == ["陈安", "陈安", *BOSSES]


async def test_the_clock_rings_at_its_minutes_and_never_twice(chat: Chat) -> None:
    await reported(chat)
    await later(chat, minutes=29)
    for minutes, words in ((1, "还剩 30 分钟"), (15, "还剩 15 分钟"), (10, "还剩 5 分钟"), (5, "已经是迟报")):
        said = await later(chat, minutes=minutes)
        assert readers(said) == ["陈安", *BOSSES]
        assert all(words in line for line in said)
    assert not await later(chat, minutes=24 * 60)


async def test_whoever_was_away_is_told_once_of_all_that_is_over(chat: Chat) -> None:
    await reported(chat)
    chat.clock.time = chat.clock.time.replace(hour=12)
    said = await later(chat)
    assert sum("迟报" in line for line in said if line.startswith("陈安")) == 1


async def test_who_heads_the_unit_has_one_card_where_his_and_the_clock_are_late(chat: Chat) -> None:
    await reported(chat)
    chat.clock.time = chat.clock.time.replace(minute=31)
    assert readers(await later(chat)) == ["陈安", *BOSSES]


async def test_nobody_is_woken_for_days(chat: Chat) -> None:
    """Nobody was there at nine in the morning, and it is night by now."""
    await chat.say("张三", "仓库着火了")
    chat.said()
    await later(chat, until="2026-11-26 20:00")
    chat.clock.time = datetime(2026, 11, 27, 23, 30, tzinfo=chat.clock.time.tzinfo)
    assert not await later(chat, until="2026-11-28 07:59")
    assert [line for line in await later(chat, until="2026-11-28 08:00") if "补报期" in line]
    assert not await later(chat, until="2026-11-30 12:00")


async def test_it_is_silent_once_it_was_reported(chat: Chat) -> None:
    await reported(chat)
    await answered(chat, "陈安", "/事故上报 10:00 区应急管理局 李科长")
    assert not [line for line in await later(chat, minutes=120) if "接报，" in line]


async def test_a_false_alarm_ends_everything(chat: Chat) -> None:
    await reported(chat)
    table = AccidentTable()
    accident = await table.get(NUMBER)
    assert accident
    await table.close(accident, AccidentState.FALSE_ALARM, by=Act("chenan", "", "", "test", chat.clock.now()))
    assert not await later(chat, until="2027-02-01 09:00")


async def test_a_small_injury_is_no_matter_for_the_government_but_one_for_work_injury(chat: Chat) -> None:
    await chat.say("王强", "/事故 2号线 李师傅手指划伤 已送医")
    chat.said()
    assert not await later(chat, until="2026-11-23 07:59")  # a Sunday
    (card,) = await later(chat, until="2026-11-23 08:00")
    assert card.startswith(f"陈安：[卡片] 事故快报 {NUMBER} 按公司内部事故处理，现在不用报政府部门。")
    assert "[需上报]" in card
    said = await later(chat, until="2026-12-02 09:00")
    assert [line[:2] for line in said] == ["陈安", "李娜", "周敏"]
    assert all("最晚12月22日(周二)申请工伤认定" in line for line in said)
    await answered(chat, "李娜", f"/事故资料 {NUMBER} 工伤申请 12月1日")
    assert not await later(chat, until="2026-12-31 09:00")


async def test_a_near_miss_rings_nothing(chat: Chat) -> None:
    await chat.say("王强", "/事故 2号线 吊物掉下来 差点砸到人")
    chat.said()
    assert not await later(chat, until="2027-01-31 09:00")


async def test_the_windows_of_a_fire_end_on_the_friday_before(chat: Chat) -> None:
    await chat.say("张三", "/事故 仓库着火 人都出来了")
    chat.said()
    await answered(chat, "陈安", "/事故上报 10:00 区消防大队 值班员")
    await later(chat, until="2026-11-27 08:59")
    (friday,) = await later(chat, until="2026-11-27 09:00")
    assert friday.startswith(f"陈安：{NUMBER} 的补报期（7 天）到11月29日(周日)为止。")
    said = await later(chat, until="2027-01-22 09:00")
    assert ["1月21日" in line for line in said] == [True, True]
