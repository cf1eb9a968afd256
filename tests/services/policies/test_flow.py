"""A version goes out, is confirmed, and is cited while it holds; the next one takes its place on its day."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.storage.engine.database import Database
from scheduler.notice_retention import forget_notices
from tests.chat import Chat
from tests.services.notices.posted import work_in
from tests.services.policies.library import open_chat, press, publish, rewrite

MONDAY = "2026-11-23T09:00"


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    made = await open_chat(database, "policy-newcomers")
    yield made
    await made.close()


async def to(chat: Chat, moment: str) -> None:
    chat.said()
    await chat.advance(datetime.fromisoformat(f"{moment}+08:00"))
    chat.said()


async def test_one_version_after_the_other(chat: Chat) -> None:
    await publish(chat)
    await to(chat, MONDAY)
    await chat.play("""
        张三> /制度 病假谁批
        机器人> 《考勤管理办法》第3条　病假
        病假 3天以内由部门负责人批。
        解释：行政人事部
        V1 自2026年12月1日(周二)起施行，现在还没生效。
        张三> 按 [已阅知]
        机器人> [卡片] 《考勤管理办法》V1 已确认 GG-20261122-001「《考勤管理办法》V1」。
        张三> /制度签收
        机器人> 《考勤管理办法》V1（2026年12月1日(周二)起，还没生效）：你 09:00 签收了。
        李四> /制度签收
        机器人> 《考勤管理办法》V1（2026年12月1日(周二)起，还没生效）：等你签收，看过请发 /确认 GG-20261122-001。
        王强> /制度签收
        机器人> 《考勤管理办法》V1（2026年12月1日(周二)起，还没生效）：应签 8 人，已签 1 人（12%）。名单发 /制度签收 kq
        李娜@项目A工作群> /制度签收 考勤
        机器人→李娜> [文件 kq-V1-签收.xlsx] …
        机器人@项目A工作群> 已私聊你。
        机器人→李娜> 《考勤管理办法》V1（2026年12月1日(周二)起，还没生效）：应签 24 人，已签 1 人（4%）。…
    """)
    await to(chat, "2026-12-02T10:00")
    rewrite(chat)
    await chat.play("""
        张三> /制度 病假谁批
        机器人> 《考勤管理办法》第3条　病假
        病假 3天以内由部门负责人批。
        解释：行政人事部；施行：V1，自2026年12月1日(周二)起
        张三> /制度 迟到三次
        机器人> 《考勤管理办法》第4条　迟到…
    """)
    await publish(chat, "/发布制度 kq 2027年1月4日起 全员 都未办")
    await to(chat, "2026-12-02T10:05")
    await chat.play("""
        张三> /制度 病假谁批
        机器人> 《考勤管理办法》第3条　病假
        病假 3天以内由部门负责人批。
        解释：行政人事部；施行：V1，自2026年12月1日(周二)起
        新版 V2 自2027年1月4日(周一)起施行，现在还按这一版。
    """)
    await to(chat, "2027-01-04T08:30")
    await chat.play("""
        张三> /制度 病假谁批
        机器人> 《考勤管理办法》第3条　病假
        病假 5天以内由部门负责人批。
        解释：行政人事部；施行：V2，自2027年1月4日(周一)起
        张三> /制度 旷工一天
        机器人> 《考勤管理办法》第5条　旷工…
    """)


async def test_what_is_different_stands_in_it(chat: Chat) -> None:
    await publish(chat)
    await to(chat, MONDAY)
    rewrite(chat)
    await chat.play("""
        李娜> /发布制度 考勤 12月1日起 正式员工 讨论11月1日 协商11月10日 公示未办
        机器人→李娜> [文件 kq-V2.xlsx] …
        机器人> [卡片] GG-20261123-001 送审之前看一看 【《考勤管理办法》V2】适用：正式员工。解释：行政人事部。
        和 V1 比：新增 1 条、修改 1 条、删除 1 条。
        · 修改 第3条 病假：「3天以」改为「5天以」
        · 新增 第5条 旷工
        · 删除 第4条 迟到
        程序：职工讨论 2026-11-01；征求工会意见 2026-11-10；公示 未办。
        全文和对照在附件里。看过请按「已阅知」，签收会留底。
        发给：正式员工（23 人）…
        李娜> /发布制度 考勤 12月1日起 全员 都未办
        机器人> 《考勤管理办法》V2 还没发出去：GG-20261123-001 还是草稿，没有发。…
    """)


async def test_nothing_that_stands_already(chat: Chat) -> None:
    await publish(chat)
    await to(chat, MONDAY)
    await chat.play("""
        李娜> /发布制度 考勤 12月5日起 全员 都未办
        机器人> 《考勤管理办法》V1就是这份正文，一个字都没变，不用再发布。谁还没签发 /制度签收 kq。
        李娜> /更正 GG-20261122-001 换几个字
        机器人> GG-20261122-001「《考勤管理办法》V1」是一份制度的版本，签收的就是它，不能改字。…
    """)
    rewrite(chat)
    await chat.play("""
        李娜> /发布制度 考勤 11月25日起 全员 都未办
        机器人> 《考勤管理办法》V1从 2026-12-01 起施行，新版不能比它早。
        李娜> /发布制度 考勤 V1 12月5日起 全员 都未办
        机器人> 《考勤管理办法》已经有 V1 了，换一个版本号。
    """)
    assert len(await chat.core.records.releases.all()) == 1


async def test_a_version_that_is_taken_back_holds_no_more(chat: Chat) -> None:
    await publish(chat, "/发布制度 考勤 V1 今天起 全员 都未办")
    await to(chat, MONDAY)
    rewrite(chat)
    await chat.say("李娜", "/取消公告 GG-20261122-001")
    await press(chat, "李娜", "确认")
    chat.said()
    await chat.play("""
        张三> /制度 病假谁批
        机器人> 《考勤管理办法》第3条　病假
        病假 5天以内由部门负责人批。
        解释：行政人事部
    """)


async def test_never_by_its_author_alone(chat: Chat) -> None:
    """Its interpreter is at the head of the department that it is for."""
    await chat.say("周敏", "/发布制度 考勤 今天起 行政人事部 都未办")
    await press(chat, "周敏", "送审")
    assert any(line.to not in (None, "周敏") and "发公告 GG-20261122-001" in line.words for line in chat.said())


async def test_not_everybodys_to_publish(chat: Chat) -> None:
    await chat.play("""
        王强> /发布制度 考勤 明天起 全员 都未办
        机器人> 《考勤管理办法》由解释部门（行政人事部）、人力资源、企业微信管理部门发布。请告诉他们要改什么。
        李娜> /发布制度 天书 明天起 全员 都未办
        机器人> 没有「天书」这份制度。有：kq《考勤管理办法》、D8《企业微信社群管理制度》。…
        李娜> /发布制度 考勤 11月1日起 全员 都未办
        机器人> 11月1日(周日)已经过了，制度不溯及以前的事。施行日期写今天或以后。
        李娜> /发布制度 考勤 明天起 项目A工作群 都未办
        机器人> 制度发给全员、部门，或按用工形式发，不按群和个人发。请换一个范围。
        李娜> /发布制度 考勤 明天起 全员 讨论11月1日
        机器人> 还要写明协商、公示：写日期，没办的写「未办」，例如：讨论11月1日 协商11月10日 公示未办。…
    """)
    assert await chat.core.records.releases.all() == []


async def test_a_draft_that_is_changed_is_still_that_version(chat: Chat) -> None:
    await chat.say("李娜", "/发布制度 考勤 V1 12月1日起 全员 都未办")
    chat.said()
    await chat.play("""
        李娜> /改公告 GG-20261122-001 每周一9点
        机器人> 制度的版本只发布一次，不能按周期发。要提醒大家请另发公告。
        李娜> /改公告 GG-20261122-001 项目A工作群
        机器人> 制度发给全员、部门，或按用工形式发，不按群发。请换一个范围。
        李娜> /改公告 GG-20261122-001 请大家仔细看病假那一条
        机器人→李娜> [文件 kq-V1.xlsx] …
        机器人> [卡片] GG-20261122-001 送审之前看一看 【《考勤管理办法》V1】请大家仔细看病假那一条…
    """)


async def test_what_is_in_force_outlives_other_notices(chat: Chat) -> None:
    """And goes with its receipts, so long after another version took its place."""
    await publish(chat, "/发布制度 考勤 V1 今天起 全员 都未办")
    await to(chat, MONDAY)
    rewrite(chat)
    await forget_after(chat, years=5)
    store = chat.core.records
    assert [each.version for each in await store.releases.all()] == ["V1"]
    assert len(await store.receipts.all((await store.postings.of("GG-20261122-001"))[0].id)) == 24
    await publish(chat, "/发布制度 考勤 V2 今天起 全员 都未办")
    chat.clock.time += timedelta(hours=2)
    await chat.core.settle()
    await forget_after(chat)
    assert len(await store.releases.all()) == 2
    await forget_after(chat, years=4)
    assert [each.version for each in await store.releases.all()] == ["V2"]
    assert await store.postings.of("GG-20261122-001") == []


async def forget_after(chat: Chat, *, years: int = 0) -> None:
    """What the nightly job would do then; nobody lives through the years between."""
    later = chat.clock.now() + timedelta(days=365 * years)
    await work_in(chat, lambda ctx: forget_notices.run(replace(ctx, now=later, slot=later), None))


async def test_whoever_comes_later_is_asked_for_it(chat: Chat) -> None:
    """张三 isn't in the department that it is for, and then he is."""
    await publish(chat, "/发布制度 考勤 今天起 实习生 都未办")
    await to(chat, MONDAY)
    await chat.say("李娜", "/账号期限 @张三 实习生 到2027年3月31日")
    chat.said()
    await chat.advance(chat.clock.now() + timedelta(hours=1))
    asked = [line for line in chat.said() if line.to == "张三"]
    assert ["已阅知" in asked[0].words, len(asked)] == [True, 2]  # the card, and both texts
    await chat.advance(chat.clock.now() + timedelta(days=1))
    (again,) = [line for line in chat.said() if line.to == "张三"]
    assert "还没看到你的确认" in again.words
