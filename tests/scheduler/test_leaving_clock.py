"""The days of somebody who leaves, by the clock: reminded, disabled when the day ends, deleted when a human says so."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.accounts.works import Write
from bot.domain.company import Company
from bot.domain.groups.errands import Deed
from bot.domain.notices.audience import Audience
from bot.domain.surveys.stage import Stage
from bot.domain.surveys.survey import Survey
from bot.domain.upkeep.duty import Post
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.job import Job
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from bot.storage.models.matters import HoldRecord
from scheduler.account_works import run_works
from scheduler.directory_sync import sync_directory
from scheduler.leaving_clock import leaving_clock
from tests.app_accounts import AppAccounts
from tests.chat import Chat

JOBS: Sequence[Job] = (run_works, leaving_clock, sync_directory)
HE = UserId("hemiao")
OPENED = """
    李娜> /离职 @何苗 11月24日
    机器人→周敏> …
    机器人→吴管> …
    机器人> [卡片] LZ-20261122-001 离职办理：何苗 …"""
EVE = """
    ⏰ 2026-11-23 09:00
    机器人→李娜> [卡片] LZ-20261122-001 离职办理：何苗 快到最后工作日了，请看一遍还没办的。…
    机器人→周敏> [卡片] LZ-20261122-001 …
    机器人→吴管> [卡片] LZ-20261122-001 …"""
MORNING = """
    ⏰ 2026-11-25 09:00
    机器人→李娜> [卡片] LZ-20261122-001 离职办理：何苗 最后工作日已过，还有没办的请办完。…
    机器人→周敏> [卡片] LZ-20261122-001 …
    机器人→吴管> [卡片] LZ-20261122-001 …"""


def writing(company: Company) -> Company:
    return replace(company, accounts=replace(company.accounts, write=Write.ON, keep=timedelta(days=7)))


async def opened(database: Database, app: AppAccounts) -> Chat:
    """Where the bot may write."""
    chat = await Chat.open(database, jobs=JOBS, sources=Sources(directory=app, accounts=app), company=writing)
    fresh = AppAccounts.of(chat.company)
    app.people, app.departments = fresh.people, fresh.departments
    return chat


async def test_the_bot_disables_at_midnight_and_deletes_when_told(database: Database) -> None:
    app = AppAccounts()
    chat = await opened(database, app)
    await chat.play(f"""{OPENED}{EVE}
    ⏰ 2026-11-24 23:59
    ⏰ 2026-11-25 00:01{MORNING}
    """)
    errands = await chat.core.records.errands.of_cause("LZ-20261122-001")
    assert {errand.deed for errand in errands} == {Deed.REMOVE}
    assert all(errand.people == (HE,) for errand in errands)
    assert not chat.company.is_here(HE)
    await chat.play("""
    ⏰ 2026-12-01 09:00
    机器人→吴管> [卡片] LZ-20261122-001 要删除何苗的账号吗？ 账号 hemiao，11月24日(周二)离职，已停用。…
    吴管> 按 [再留 7 天]
    机器人> [卡片] LZ-20261122-001 何苗的账号 先不删，到时再问你。
    ⏰ 2026-12-08 09:00
    机器人→吴管> [卡片] LZ-20261122-001 要删除何苗的账号吗？ …
    吴管> 按 [确认删除]
    机器人> [卡片] LZ-20261122-001 何苗的账号 收到，办好了告诉你。
    ⏰ 2026-12-08 09:01
    机器人→吴管> LZ-20261122-001 删除账号：何苗：办好了。
    """)
    assert app.asked == ("disable hemiao", "delete hemiao")
    assert HE not in app.people
    await chat.close()


async def test_by_hand_an_administrator_is_asked_after_work_and_checked(database: Database) -> None:
    app = AppAccounts()
    chat = await Chat.open(database, jobs=JOBS, sources=Sources(directory=app))
    fresh = AppAccounts.of(chat.company)
    app.people, app.departments = fresh.people, fresh.departments
    await chat.play(f"""{OPENED}{EVE}
    ⏰ 2026-11-24 18:00
    机器人→吴管> [卡片] 停用账号：何苗 LZ-20261122-001 请现在就停用。
    账号 hemiao
    管理后台 → 通讯录 → 找到成员 → 禁用。 [已停用] [做不到]
    机器人→李娜> LZ-20261122-001 停用账号：何苗：已请 吴管 在管理后台办，办好了告诉你。
    吴管> 按 [已停用]
    机器人> [卡片] LZ-20261122-001 停用账号：何苗 收到，我去通讯录里核对，结果马上告诉你。
    ⏰ 2026-11-24 18:01
    机器人→吴管> [卡片] 停用账号：何苗 LZ-20261122-001 账号还能用，请现在就停用。…
    """)
    app.people = {**app.people, HE: replace(app.people[HE], active=False)}
    await chat.play(f"""
    吴管> 按 [已停用]
    机器人> [卡片] …
    ⏰ 2026-11-24 18:02
    机器人→吴管> LZ-20261122-001 停用账号：何苗：已核对，办好了。
    机器人→李娜> LZ-20261122-001 停用账号：何苗：办好了（吴管 办的）。{MORNING}
    """)
    await chat.close()


async def test_a_day_that_was_moved_ends_nothing_on_the_old_one(database: Database) -> None:
    app = AppAccounts()
    chat = await opened(database, app)
    await chat.play(f"""{OPENED}
    李娜> /离职 @何苗 11月26日
    机器人→周敏> …
    机器人→吴管> …
    机器人> [卡片] …
    李娜> /离职 @何苗 11月24日
    机器人→周敏> …
    机器人→吴管> …
    机器人> [卡片] …{EVE}
    ⏰ 2026-11-25 00:01{MORNING}
    ⏰ 2026-11-27 10:00
    """)
    assert app.asked == ("disable hemiao",)
    await chat.close()


async def test_taken_back_nothing_happens(database: Database) -> None:
    app = AppAccounts()
    chat = await opened(database, app)
    await chat.play(f"""{OPENED}
    李娜> /撤回离职 LZ-20261122-001
    机器人→周敏> …
    机器人→吴管> …
    机器人> LZ-20261122-001 已撤回，账号照常用。
    ⏰ 2026-11-26 10:00
    """)
    assert app.asked == ()
    await chat.close()


async def test_what_a_dispute_holds_is_not_deleted(database: Database) -> None:
    app = AppAccounts()
    chat = await opened(database, app)
    await chat.play(OPENED)
    await chat.advance(chat.clock.time.replace(day=26))
    chat.said()
    await HoldRecord.create(subject=HE, number="YJ-1", since=chat.clock.time)
    await chat.play("""
    ⏰ 2026-12-01 09:00
    机器人→李娜> LZ-20261122-001 何苗 的账号现在还不能删，到时候再提醒。
    机器人→周敏> LZ-20261122-001 何苗 的账号现在还不能删，到时候再提醒。
    """)
    await chat.close()


async def test_who_is_enabled_again_is_not_deleted(database: Database) -> None:
    app = AppAccounts()
    chat = await opened(database, app)
    await chat.play(OPENED)
    await chat.advance(chat.clock.time.replace(day=25, hour=10))
    chat.said()
    app.people = {**app.people, HE: replace(app.people[HE], active=True)}
    await chat.play("""
    ⏰ 2026-12-01 09:00
    机器人→李娜> LZ-20261122-001 何苗 的账号又在用了，不删，这次离职不办了。
    机器人→周敏> LZ-20261122-001 何苗 的账号又在用了，不删，这次离职不办了。
    机器人→吴管> LZ-20261122-001 何苗 的账号又在用了，不删，这次离职不办了。
    ⏰ 2026-12-03 09:00
    """)
    assert "delete hemiao" not in app.asked
    await chat.close()


async def test_what_is_open_in_his_name_goes_to_somebody_else_the_morning_after(chat: Chat) -> None:
    """Days of duty are free again, what he asked people for is his head's; it is on the list before."""
    by = Act("lina", "test", "测试", "test", chat.clock.time)
    day = date(2026, 11, 26)
    await chat.core.records.duty_roster.enter(Post.GENERAL, [day], [HE, UserId("zhangsan")], by=by)
    closes = chat.clock.time + timedelta(days=9)
    survey = Survey("ZJ-1", HE, "团建去哪", Audience(everybody=True), closes, chat.clock.time, stage=Stage.OPEN)
    await chat.core.records.surveys.add(survey, by=by)
    await chat.play(OPENED)
    await chat.press("李娜", chat.newest_card, "how")
    told = "\n".join(each.words for each in chat.said())
    assert "☐ 本人发起还没结束的征集和活动 ZJ-1：" in told
    assert "☐ 最后工作日之后的值班 11月26日(周四)：" in told
    await chat.advance(chat.clock.time.replace(day=25, hour=9, minute=0))
    told = "\n".join(f"{each.to} {each.words}" for each in chat.said())
    assert "李娜 何苗 已离职，总值班空出来了：11月26日(周四)。请发 /排值班 总值班 日期 @同事。" in told
    assert "王强 何苗 已离职，ZJ-1「团建去哪」由你接着办：到时结果和名单发给你。" in told
    turns = await chat.core.records.duty_roster.between(day, day)
    assert [turn.user for turn in turns] == ["zhangsan"]
    kept = await chat.core.records.surveys.get("ZJ-1", chat.clock.time)
    assert kept
    assert kept.author == "wangqiang"
