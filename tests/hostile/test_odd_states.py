"""Whoever has left or is suspended has no hand in anything any more, and nobody lets pass what is for himself."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.domain.moderation.cases.measures import Doing, Effect, Measure
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from scheduler.duty_reminders import duty_reminders
from scheduler.reminder_clock import reminder_clock
from tests.chat import Chat

STOPPED = "你的权限停用（WG-20261122-009），刚才的命令没有办。…"
OWN = "不能审批自己的申请，也不能审批与自己有关的申请。已经有别人在审批了，发 /我的申请 看进度。"
NOBODY = "通讯录里没有找到「{}」。请写对方的全名，或加上部门，例如：生产部-张三。"


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=(reminder_clock, duty_reminders))
    yield chat
    await chat.close()


def leave(chat: Chat, *names: str) -> None:
    people = [replace(each, active=each.active and each.name not in names) for each in chat.company.people]
    chat.core.book._company = replace(chat.company, people=tuple(people))


async def suspend(chat: Chat, database: Database, *names: str) -> None:
    now = chat.clock.now()
    by = Act("zhoumin", "停用", "管理小组", "test", now)
    for name in names:
        held = Measure("WG-20261122-009", Doing.RESTRICT, chat.user(name), None, Effect.BY_BOT, now)
        await database.transact(lambda held=held: chat.core.records.measures.add(held, by=by))
    await chat.core.book.refresh()


async def test_who_proposes_a_setting_lets_it_pass_not_even_for_somebody_else(chat: Chat) -> None:
    await chat.bring_about("""
        吴管> /参数 静默开始 22:00
        钱卫东> /委托 吴管 11月22日-11月30日
        吴管> 按 [接受]
    """)
    await chat.play(f"""
        吴管> /同意申请 PZ-20261122-001
        机器人> {OWN}
    """)


async def test_nor_who_would_get_a_role_by_it(chat: Chat) -> None:
    await chat.bring_about("吴管> /参数 人力资源 @钱卫东 @李娜")
    await chat.play(f"""
        钱卫东> /同意申请 PZ-20261122-001
        机器人> {OWN}
    """)


async def test_who_publishes_a_policy_is_not_its_reader_by_standing_in(chat: Chat) -> None:
    await chat.bring_about("""
        李娜> /发布制度 D8 V1 12月1日起 全员 讨论11月1日 协商11月10日 公示未办
        李娜> 按 [送审]
        林宓> /委托 李娜 11月22日-11月30日
        李娜> 按 [接受]
    """)
    await chat.play(f"""
        李娜> /同意申请 RQ-20261122-001
        机器人> {OWN}
        李娜> /待办
        机器人> 没有等你审批的申请。
    """)


async def test_nobody_gets_a_role_back_by_taking_back_what_took_it(chat: Chat) -> None:
    await chat.bring_about("""
        吴管> /参数 人力资源 @李娜
        钱卫东> /同意申请 PZ-20261122-001
    """)
    await chat.play("""
        周敏> /参数 撤回 PZ-20261122-001
        机器人> 设置由企业微信管理员来改，集团高管能按编号撤回别人提出的改动。
        李娜> /参数
        机器人> 「参数」由…
    """)


async def test_what_somebody_asked_for_who_has_left_is_let_pass_by_nobody(chat: Chat) -> None:
    await chat.bring_about("吴管> /参数 静默开始 22:00")
    leave(chat, "吴管")
    await chat.play("""
        钱卫东> /同意申请 PZ-20261122-001
        机器人> 申请人已经离开，不用再审批。
    """)
    assert await chat.core.records.settings.overlay() == {}


async def test_who_is_suspended_neither_sets_nor_signs_nor_decides(chat: Chat, database: Database) -> None:
    await chat.bring_about("""
        吴管> /平台变化 消息模板卡片多了一种样式
        吴管> /参数 静默开始 22:00
    """)
    await suspend(chat, database, "吴管", "钱卫东")
    await chat.play(f"""
        钱卫东> /同意申请 PZ-20261122-001
        机器人> {STOPPED}
        吴管> /设置
        机器人> {STOPPED}
        吴管> /标签 加 电工证 @李四
        机器人> {STOPPED}
        吴管> 按 [采用]
        机器人> [卡片] 没有办成 {STOPPED}
        吴管> /平台变化 PT-20261122-001 采用
        机器人> {STOPPED}
    """)


async def test_the_last_administrator_who_may_act_stays(chat: Chat, database: Database) -> None:
    """The other one is suspended: until that is over nobody could change a setting."""
    await chat.bring_about("""
        吴管> /参数 企业微信管理员 @王强 @吴管
        孙丽> /同意申请 PZ-20261122-001
    """)
    await suspend(chat, database, "王强")
    await chat.play("""
        吴管> /参数 企业微信管理员 @王强
        机器人> 这样就没有人担任企业微信管理员了，以后谁也改不了设置。什么都没有改动。请至少留一位。
    """)


async def test_nobody_is_reminded_for_who_is_suspended_but_of_his_own(chat: Chat, database: Database) -> None:
    await chat.bring_about("""
        王强> /提醒 @张三 明天9:40 交巡检表
        王强> /提醒 我 明天10:00 看邮件
    """)
    await suspend(chat, database, "王强")
    await chat.play(f"""
        王强> /提醒 @张三 明天10:40 交巡检表
        机器人> {STOPPED}
        ⏰ 2026-11-23 10:00
        机器人→王强> TX-20261122-001 没有提醒张三：对方已经离职，或者现在不归你提醒。
        机器人→王强> 提醒你：看邮件
    """)


async def test_who_has_left_is_not_reminded_tagged_or_rostered(chat: Chat) -> None:
    await chat.bring_about("吴管> /标签 加 高处作业证 @李四")
    leave(chat, "李四")
    await chat.play(f"""
        王强> /提醒 @李四 明天9:40 交巡检表
        机器人> {NOBODY.format("李四")}
        吴管> /标签 加 电工证 @李四
        机器人> {NOBODY.format("李四")}
        李娜> /排值班 总值班 11月25日 @李四
        机器人> {NOBODY.format("李四")}
        吴管> /标签 谁 高处作业证
        机器人> 现在没有人有「高处作业证」。打标签发 /标签 加 标签名 @同事。
        李四> /我的提醒
        机器人> …
    """)


async def test_who_has_left_is_on_duty_no_more_and_is_told_nothing(chat: Chat) -> None:
    await chat.bring_about("""
        李娜> /排值班 总值班 11月24日-11月25日 @郭涛
        郭涛> /替班 11月25日 @王强
    """)
    leave(chat, "郭涛")
    await chat.play("""
        张三> /值班 11月24日
        机器人> 11月24日(周二)没有排值班。急事照常叫得到人：出事就发「出事了」。
        王强> 按 [我来替]
        机器人> [卡片] 替班 11月25日(周三)你值班：总值班。
        ⏰ 2026-11-23 20:00
    """)


async def test_a_question_goes_on_to_somebody_who_can_answer(chat: Chat, database: Database) -> None:
    await chat.bring_about("""
        张三> /求助 系统登录不了
        吴管> /转派 QZ-20261122-001 李四
    """)
    leave(chat, "李四")
    await suspend(chat, database, "王五")
    await chat.play("""
        张三> /补充求助 QZ-20261122-001 还是不行
        机器人→吴管> [卡片] 求助 QZ-20261122-001：技术 张三补充：还是不行。…
        机器人> 已补充到 QZ-20261122-001。
        吴管> /转派 QZ-20261122-001 王五
        机器人> 王五 现在接不了，没有转。写别的同事，或写类别。
        吴管> /转派 QZ-20261122-001 张三
        机器人> 就是对方问的，没有转。写别的同事，或写类别。
    """)


async def test_a_question_is_never_asked_of_who_is_suspended(chat: Chat, database: Database) -> None:
    await suspend(chat, database, "吴管")
    await chat.say("张三", "/求助 系统登录不了")
    assert "吴管" not in {line.to for line in chat.said()}


async def test_nobody_registers_his_own_leaving_or_end(chat: Chat) -> None:
    await chat.play("""
        李娜> /离职 @李娜 11月30日
        机器人> 自己的离职请另一位同事来登记，什么都没有改动。
        周敏> /离职 @李娜 11月30日
        机器人→吴管> …
        机器人> …
        李娜> /撤回离职 LZ-20261122-001
        机器人> 没有这个编号的离职办理，什么都没有改动。
        李娜> /账号期限 @李娜 实习生 到2027年3月31日
        机器人> 自己的期限请另一位同事来登记，什么都没有改动。
    """)


async def test_an_activity_counts_neither_who_has_left_nor_tells_him(chat: Chat) -> None:
    await chat.bring_about("""
        王强> /活动 生产部 包粽子 11月30日14点 食堂 限1人
        王强> 按 [发出]
        张三> 按 [报名]
        何苗> 按 [报名]
    """)
    leave(chat, "张三", "王强")
    await chat.play("""
        何苗> /报名 HD-20261122-001
        机器人> 你已经报过名了，名额正好满了。…
        张三> /取消报名 HD-20261122-001
        机器人> …
    """)
