"""An accident's case is filled in chat, and corrected beside what it corrects."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.domain.safety.accidents.reports import AccidentState
from bot.domain.safety.accidents.statements import Topic
from bot.identifiers import UserId
from bot.shapes.job import Job
from bot.storage.models.safety import AccidentRecord
from bot.storage.privacy.data_views import DataViewTable
from bot.storage.safety.accident_cases import AccidentCaseTable
from tests.chat import Chat
from tests.commands.safety.accidents import JOBS, NUMBER, answered, reported


@pytest.fixture
def jobs() -> Sequence[Job]:
    return JOBS


async def said(topic: Topic) -> list[str]:
    return [each.value for each in await AccidentCaseTable().said(NUMBER) if each.topic is topic]


async def test_buttons_ask_for_what_is_missing_and_a_plain_answer_is_it(chat: Chat) -> None:
    await reported(chat)
    await chat.play(f"""
        陈安> /事故资料 死亡0 重伤1 损失3.5万
        机器人→钱卫东> [卡片] 事故快报 {NUMBER} 拟定等级变为一般。10:00 接报，11:00 前要报…
        机器人→孙丽> [卡片] 事故快报 {NUMBER} 拟定等级变为一般。10:00 接报，11:00 前要报…
        机器人→赵国强> [卡片] 事故快报 {NUMBER} 拟定等级变为一般。10:00 接报，11:00 前要报…
        机器人> [卡片] 事故快报 {NUMBER} 已记下。10:00 接报，11:00 前要报…
        陈安> 按 [补：单位概况]
        机器人> [卡片] 事故快报 {NUMBER} 单位概况怎么写？名称、行业、人数，一句话。直接回复就记下，10:10 前有效；…
        陈安> 机械制造，320 人
        机器人> [卡片] 事故快报 {NUMBER} 已记下。10:00 接报，11:00 前要报…
        陈安> 按 [补：时间]
        机器人> [卡片] 事故快报 {NUMBER} 什么时候发生的？…
        陈安> 9:50
        机器人> [卡片] 事故快报 {NUMBER} 已记下。…
        陈安> 按 [补：现场]
        机器人> [卡片] 事故快报 {NUMBER} 现场现在怎样？…
        陈安> 冲床停了，有人右手被夹住，已断电
        机器人> [卡片] 事故快报 {NUMBER} 已记下。…
    """)
    assert await said(Topic.SCENE) == ["冲床停了，有人右手被夹住，已断电"]
    assert await AccidentRecord.all().count() == 1


async def test_a_call_for_help_is_heard_whatever_was_asked(chat: Chat) -> None:
    await reported(chat)
    await answered(chat, "陈安", "/事故资料")
    await chat.play(f"""
        陈安> 按 [补：死亡]
        机器人> [卡片] 事故快报 {NUMBER} 死亡几人？…
    """)
    await chat.say("陈安", "救命！仓库着火了")
    assert await AccidentRecord.all().count() == 2


async def test_less_needs_a_reason_and_somebody_else(chat: Chat) -> None:
    await reported(chat)
    await answered(chat, "陈安", "/事故资料 重伤2")
    assert "得写原因" in await answered(chat, "陈安", "/事故资料 重伤1")
    await chat.play(f"""
        陈安> /事故资料 {NUMBER} 重伤1，原因 医院确认一人是轻伤
        机器人→钱卫东> [卡片] 陈安 申请更正 {NUMBER}：重伤 2 人→1 人 RQ-20261122-001 更正：重伤 2 人→1 人…
        机器人→孙丽> [卡片] 陈安 申请更正 {NUMBER}：重伤 2 人→1 人 RQ-20261122-001…
        机器人→赵国强> [卡片] 陈安 申请更正 {NUMBER}：重伤 2 人→1 人 RQ-20261122-001…
        机器人> [卡片] 事故快报 {NUMBER} 往下改要另一个人同意：已提交 RQ-20261122-001，等 钱卫东 或 孙丽 或…
    """)
    assert await said(Topic.SERIOUS) == ["2"]
    await answered(chat, "赵国强", "/同意申请 RQ-20261122-001")
    first, second = [each for each in await AccidentCaseTable().said(NUMBER) if each.topic is Topic.SERIOUS]
    assert (first.value, second.value, second.old) == ("2", "1", "2")
    assert (second.why, second.by, second.agreed_by) == ("医院确认一人是轻伤", "chenan", "zhaoguoqiang")


async def test_what_is_refused_changes_nothing(chat: Chat) -> None:
    await reported(chat)
    await answered(chat, "陈安", "/事故资料 死亡1")
    await answered(chat, "陈安", f"/事故资料 {NUMBER} 死亡0，原因 记错了")
    await answered(chat, "赵国强", "/驳回 RQ-20261122-001 先拿死亡证明")
    assert await said(Topic.DEATHS) == ["1"]


async def test_no_kind_takes_it_from_the_government_by_one_word(chat: Chat) -> None:
    await reported(chat)
    assert "得写原因" in await answered(chat, "陈安", "/事故资料 性质 环境")
    assert await said(Topic.CHANNEL) == []


async def test_changed_numbers_are_to_be_reported_again(chat: Chat) -> None:
    await reported(chat)
    await answered(chat, "陈安", "/事故上报 10:00 区应急管理局 李科长")
    assert "要及时补报" in await answered(chat, "陈安", "/事故资料 重伤1")


async def test_names_of_victims_are_kept_apart_and_each_look_is_written_down(chat: Chat) -> None:
    await reported(chat)
    assert "李四" not in await answered(chat, "陈安", "/事故资料 伤者 李四")
    assert "伤亡人员：李四" in await answered(chat, "李娜", f"/事故资料 {NUMBER} 伤者")
    (view,) = await DataViewTable().of(UserId("lisi"), chat.clock.now(), most=9)
    assert (view.viewer, view.what, view.about) == ("lina", "事故伤亡记录", NUMBER)


async def test_who_has_nothing_to_do_with_it_learns_nothing(chat: Chat) -> None:
    await reported(chat)
    unknown = await answered(chat, "郭涛", "/事故资料 SG-20261122-009")
    assert await answered(chat, "郭涛", f"/事故资料 {NUMBER}") == unknown.replace("009", "001")
    assert "事故快报" in await answered(chat, "王强", f"/事故资料 {NUMBER}")  # it happened in his department
    assert "请找安全管理员" in await answered(chat, "李娜", f"/事故资料 {NUMBER} 死亡0")


async def test_in_a_group_nothing_is_said_of_it(chat: Chat) -> None:
    await reported(chat)
    await chat.say("陈安", "/事故资料", room="项目A工作群")
    (public, private) = chat.said()
    assert public.room == "项目A工作群"
    assert "3号车间" not in public.words
    assert private.to == "陈安"


async def test_what_has_victims_is_no_false_alarm(chat: Chat) -> None:
    await reported(chat)
    await answered(chat, "陈安", "/事故资料 重伤1")
    await answered(chat, "陈安", f"误报 {NUMBER} 没事")
    accident = await AccidentRecord.get(number=NUMBER)
    assert not AccidentState(accident.state).is_closed


async def test_no_room_hears_a_name_of_the_hurt(chat: Chat) -> None:
    await chat.say("王强", "/事故 2号线 李师傅手骨折了 已送医", room="项目A工作群")
    for words in (
        "/事故资料 重伤1；伤者 李四",
        "/事故上报 10:00 区应急管理局 李科长",
        "/事故资料",
        "/事故进度",
        "/四不放过",
    ):
        await chat.say("陈安", words, room="项目A工作群")
    await chat.advance(chat.clock.time + timedelta(days=40))
    public = [line.words for line in chat.said() if line.room or line.to == "项目A工作群"]
    assert public
    assert not [words for words in public if "李" in words or "骨折" in words]


async def test_what_was_agreed_to_is_the_step_that_was_shown(chat: Chat) -> None:
    """From one to none is no yes to going from three to none."""
    await reported(chat)
    await answered(chat, "陈安", "/事故资料 死亡1 重伤1")
    await answered(chat, "陈安", "/事故资料 死亡0 原因 医院确认")
    await answered(chat, "陈安", "/事故资料 死亡3")
    await chat.say("赵国强", "/同意申请 RQ-20261122-001")
    assert any("数字后来又改过，所以没有更正" in line.words for line in chat.said() if line.to == "陈安")
    assert await said(Topic.DEATHS) == ["1", "3"]
