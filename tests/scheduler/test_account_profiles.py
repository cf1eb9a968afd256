"""Who comes is asked to complete his profile, who was not applied for is shown, and who is here for a time is not
forgotten; nobody is told on a day of rest."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.people import Person
from bot.identifiers import UserId
from bot.shapes.job import Job
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from bot.storage.models.accounts import AccountRecord
from scheduler.account_profiles import look_at_profiles
from scheduler.account_works import run_works
from scheduler.directory_sync import sync_directory
from tests.app_accounts import AppAccounts
from tests.chat import Chat

JOBS: Sequence[Job] = (look_at_profiles, run_works, sync_directory)


async def opened(database: Database) -> tuple[Chat, AppAccounts]:
    app = AppAccounts()
    chat = await Chat.open(database, jobs=JOBS, sources=Sources(directory=app, accounts=app))
    fresh = AppAccounts.of(chat.company)
    app.people, app.departments = fresh.people, fresh.departments
    return chat, app


def department(chat: Chat, name: str) -> int:
    return next(each.id for each in chat.company.departments if each.name == name)


async def test_who_was_not_applied_for_is_shown_once_and_asked_for_what_is_missing(database: Database) -> None:
    chat, app = await opened(database)
    await chat.play("⏰ 2026-11-23 10:00")
    app.by_hand("zhaoliu", "赵六", department(chat, "生产部"))
    await chat.play("""
    ⏰ 2026-11-24 10:00
    机器人→吴管> [卡片] 通讯录里多了 1 个没有申请过的账号 · 赵六（生产部，账号 zhaoliu）
    是公司的人就按「已核实」；不认识的，请先在管理后台停用，再问人力资源。 [已核实]
    吴管> 按 [已核实]
    机器人> [卡片] 没有申请过的账号（1 个） 已记下：吴管 核实过。
    ⏰ 2026-11-25 10:00
    机器人→zhaoliu> 你的企业微信资料还缺 职务，请这两天补上，同事才找得到你。…
    ⏰ 2026-11-27 10:00
    机器人→zhaoliu> 你的企业微信资料还缺 职务，请这两天补上，同事才找得到你。…
    ⏰ 2026-12-01 10:00
    机器人→zhaoliu> 你的企业微信资料还缺 职务，请这两天补上，同事才找得到你。…
    机器人→王强> 你部门新来的同事，到岗 7 天资料还没补全，请提醒一下：
    · 赵六：缺 职务
    ⏰ 2026-12-03 10:00
    """)
    await chat.close()


async def test_who_was_applied_for_and_is_complete_hears_nothing(database: Database) -> None:
    chat, app = await opened(database)
    await chat.play("""
    ⏰ 2026-11-23 10:00
    李娜> /申请账号 王小明 生产部 操作工 实习生 13800001111 到2026年12月8日
    机器人→周敏> …
    机器人> …
    周敏> 按 [同意]
    机器人→李娜> …
    机器人> …
    ⏰ 2026-11-23 10:01
    机器人→李娜> ZH-20261123-001 王小明（账号 wangxiaoming）开通好了。…
    ⏰ 2026-11-24 12:00
    机器人→李娜> [卡片] 王小明（实习生）12月8日(周二)到期 按「办离职」登记最后工作日，…
    机器人→周敏> [卡片] 王小明（实习生）12月8日(周二)到期 …
    机器人→王强> 王小明（实习生）12月8日(周二)到期。要留，请告诉人力资源延到哪天；不留，请安排交接。
    李娜> 按 [延期]
    机器人> [卡片] 王小明（实习生） 延到哪天？直接回复，例如：到明年3月31日。
    李娜> 到12月9日
    机器人> 已登记：王小明（实习生）用到 12月9日(周三)，到期前 14、3 天提醒人力资源。
    ⏰ 2026-11-25 12:00
    机器人→李娜> [卡片] 王小明（实习生）12月9日(周三)到期 …
    机器人→周敏> [卡片] 王小明（实习生）12月9日(周三)到期 …
    机器人→王强> 王小明（实习生）12月9日(周三)到期。…
    周敏> 按 [办离职]
    机器人→李娜> [卡片] LZ-20261125-001 离职办理：王小明 …
    机器人→吴管> [卡片] LZ-20261125-001 离职办理：王小明 …
    机器人→周敏> [卡片] LZ-20261125-001 离职办理：王小明 最后工作日 12月9日(周三)，账号当天下班后停用。…
    机器人> [卡片] 王小明（实习生） 已登记离职，最后工作日 12月9日(周三)。
    ⏰ 2026-11-26 12:00
    """)
    assert app.asked == ("create wangxiaoming",)
    row = await AccountRecord.get(user="wangxiaoming")
    assert (row.origin, row.employment) == ("ASKED", "INTERN")
    await chat.close()


async def test_once_a_year_everybody_and_then_who_has_not_answered(database: Database) -> None:
    """The tenth of January 2027 is a Sunday."""
    begins = datetime(2027, 1, 8, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    chat = await Chat.open(database, jobs=(look_at_profiles,), now=begins)
    await chat.advance(chat.clock.time.replace(day=10, hour=12))
    assert [line for line in chat.said() if "请核对" in line.words] == []
    await chat.advance(chat.clock.time.replace(day=11))
    [first] = [line for line in chat.said() if "请核对" in line.words]
    count = sum(each.active for each in chat.company.people)
    assert (first.to or "").endswith(f"等{count}人")
    await chat.play("""
    张三> 按 [看我的资料]
    机器人→张三> [卡片] 你的资料 还缺 职务，…
    机器人> [卡片] 核对资料 你的资料发给你了。
    张三> 按 [没问题]
    机器人> [卡片] 你的资料 已记下，资料没问题，谢谢。
    """)
    await chat.advance(chat.clock.time.replace(day=26))
    [again] = [line for line in chat.said() if "请核对" in line.words]
    assert (again.to or "").endswith(f"等{count - 1}人")
    await chat.advance(chat.clock.time.replace(day=30))
    assert [line for line in chat.said() if "请核对" in line.words] == []
    await chat.close()


async def test_a_stranger_may_not_press_for_the_administrator(database: Database) -> None:
    chat, app = await opened(database)
    await chat.play("⏰ 2026-11-23 10:00")
    app.people = {**app.people, UserId("x"): Person(UserId("x"), "赵六", 1, (1,))}
    await chat.advance(chat.clock.time.replace(day=24))
    card = chat.newest_card if chat.said() else None
    assert card
    await chat.press("张三", card, "checked")
    assert "已记下" not in "".join(line.words for line in chat.said())
    app.people = {key: replace(each, position="操作工") for key, each in app.people.items()}
    await chat.close()
