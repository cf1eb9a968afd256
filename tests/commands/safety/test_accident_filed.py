"""When an accident was reported to whom is taken down; late is called late, and the bot files nothing."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from tests.chat import Chat
from tests.commands.safety.accidents import JOBS, NUMBER, answered, later, reported


@pytest.fixture
def jobs() -> Sequence[Job]:
    return JOBS


async def test_by_button_in_time(chat: Chat) -> None:
    await reported(chat)
    await later(chat, minutes=30)
    await chat.play(f"""
        陈安> 按 [已报]
        机器人> [卡片] 事故快报 {NUMBER} 几点、报给哪个单位、谁接的？…
        陈安> 10:25 区应急管理局 李科长
        机器人→钱卫东> [卡片] 事故快报 {NUMBER} 陈安记下：已报区应急管理局（接报人 李科长）。10:25 已报，在 1 小时内。…
        机器人→孙丽> [卡片] 事故快报 {NUMBER} 陈安记下：已报区应急管理局…
        机器人→赵国强> [卡片] 事故快报 {NUMBER} 陈安记下：已报区应急管理局…
        机器人> 已记下：区应急管理局，接报人 李科长。10:25 已报，在 1 小时内。
    """)


async def test_late_is_late(chat: Chat) -> None:
    await reported(chat)
    await later(chat, minutes=90)
    said = await answered(chat, "陈安", "/事故上报 11:20 区应急管理局 李科长")
    assert "11:20 已报，比 11:00 晚 20 分钟，属于迟报。" in said


async def test_not_before_it_happened_and_not_ahead(chat: Chat) -> None:
    await reported(chat)
    await answered(chat, "陈安", "/事故资料 时间 9:50")
    assert "还没有发生" in await answered(chat, "陈安", f"/事故上报 {NUMBER} 9:30 区应急管理局 李科长")


async def test_the_draft_says_what_is_known_and_that_it_is_one(chat: Chat) -> None:
    await reported(chat)
    await answered(chat, "陈安", "/事故资料 重伤1；措施 已断电；单位 某厂")
    text = await answered(chat, "陈安", "/事故上报")
    assert text.startswith(f"【草稿，尚未报送】生产安全事故快报（{NUMBER}）\n一、单位概况：某厂\n")
    for words in ("重伤 1 人", "死亡 待核实", "五、已经采取的措施：已断电", "一般（拟定，以调查为准）"):
        assert words in text


async def test_it_needn_t_be_with_a_reason_but_not_over_the_hurt(chat: Chat) -> None:
    await reported(chat, "仓库垃圾桶着火了")
    assert "为什么不需上报" in await answered(chat, "陈安", "/事故上报 不需上报")
    await answered(chat, "陈安", "算了")
    await chat.play(f"""
        陈安> /事故上报 不需上报 垃圾桶冒烟，一分钟自己灭了
        机器人→钱卫东> [卡片] 事故快报 {NUMBER} 陈安改为不需上报：垃圾桶冒烟，一分钟自己灭了。按公司内部事故处理…
        机器人→孙丽> [卡片] 事故快报 {NUMBER} 陈安改为不需上报…
        机器人→赵国强> [卡片] 事故快报 {NUMBER} 陈安改为不需上报…
        机器人> [卡片] 事故快报 {NUMBER} 已记下不需上报：垃圾桶冒烟，一分钟自己灭了，也告诉了单位负责人。…
    """)
    assert not [line for line in await later(chat, minutes=120) if "接报，" in line]
    await answered(chat, "陈安", "/事故资料 重伤1")
    assert "不能改成不需上报" in await answered(chat, "陈安", f"/事故上报 {NUMBER} 不需上报 小事")


async def test_the_departments_own_head_doesn_t_decide_that_nobody_is_told(chat: Chat) -> None:
    await reported(chat)
    assert "请安全管理员或单位负责人定" in await answered(chat, "王强", "/事故上报 不需上报 小伤")


async def test_words_of_a_filing_mention_nobody(chat: Chat) -> None:
    await reported(chat)
    assert "<@all>" not in await answered(chat, "陈安", "/事故上报 10:00 <@all>局 李科长")
    assert "<@all>" not in await answered(chat, "陈安", "/事故上报")


async def test_what_was_reported_is_not_taken_back(chat: Chat) -> None:
    await reported(chat, "仓库垃圾桶着火了")
    await answered(chat, "陈安", "/事故上报 10:00 区应急管理局 李科长")
    assert "已经报过" in await answered(chat, "陈安", "/事故上报 不需上报 小事")


async def test_the_button_makes_it_a_matter_for_the_government(chat: Chat) -> None:
    await reported(chat, "/事故 2号线 李师傅手指划伤 已送医", name="王强")
    assert "[需上报]" in await answered(chat, "陈安", "/事故资料")
    await chat.play(f"""
        陈安> 按 [需上报]
        机器人→钱卫东> [卡片] 事故快报 {NUMBER} 这起事故要上报政府部门。10:00 接报，11:00 前要报…
        机器人→孙丽> [卡片] 事故快报 {NUMBER} 这起事故要上报政府部门。…
        机器人→赵国强> [卡片] 事故快报 {NUMBER} 这起事故要上报政府部门。…
        机器人> [卡片] 事故快报 {NUMBER} 已改为需上报。10:00 接报，11:00 前要报…
    """)
    assert any("还剩 30 分钟" in line for line in await later(chat, minutes=30))
