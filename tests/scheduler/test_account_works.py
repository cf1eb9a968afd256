"""Accounts are opened once, whatever WeCom answers: by the bot where it may, else by somebody who is checked."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.accounts.works import Write
from bot.domain.company import Company
from bot.identifiers import UserId
from bot.shapes.job import Job
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import DirectoryCopy, Sources
from bot.storage.engine.database import Database
from bot.storage.models.accounts import AccountWorkRecord
from bot.storage.models.pipeline import Outbox
from scheduler.account_works import run_works
from scheduler.directory_sync import sync_directory
from scheduler.private_words import forget_words
from tests.app_accounts import LOST, AppAccounts
from tests.chat import Chat

APPROVED = """
    李娜> /申请账号 王小明 生产部 操作工 13800001111
    机器人→周敏> [卡片] 李娜 申请开通账号：王小明（生产部 操作工） …
    机器人> 已提交 ZH-20261122-001：…
    周敏> 按 [同意]
    机器人→李娜> ZH-20261122-001 开通账号：王小明（生产部 操作工）：已同意（周敏，10:00）。接下来开通，结果马上告诉你。
    机器人> [卡片] …"""
ASKED = f"""{APPROVED}
    ⏰ 2026-11-22 10:00
    机器人→吴管> [卡片] 开通账号：王小明 …
    机器人→李娜> ZH-20261122-001 开通账号：王小明：已请 吴管 在管理后台办，办好了告诉你。
    吴管> 按 [已建好]
    机器人> [卡片] ZH-20261122-001 开通账号：王小明 收到，我去通讯录里核对，结果马上告诉你。"""
OPENED = "王小明（账号 wangxiaoming）开通好了。请对方用手机号登录企业微信，密码自己设，不要告诉任何人。"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return run_works, sync_directory


async def opened(database: Database, jobs: Sequence[Job], app: AppAccounts, *, writes: bool = True) -> Chat:
    chat = await Chat.open(database, jobs=jobs, sources=Sources(directory=app, accounts=app if writes else None))
    fresh = AppAccounts.of(chat.company)
    app.people, app.departments = fresh.people, fresh.departments
    return chat


async def test_the_bot_opens_it_and_knows_him_at_once(database: Database, jobs: Sequence[Job]) -> None:
    app = AppAccounts()
    chat = await opened(database, jobs, app)
    await chat.play(f"""{APPROVED}
    ⏰ 2026-11-22 10:00
    机器人→李娜> ZH-20261122-001 {OPENED}
    """)
    assert app.asked == ("create wangxiaoming",)
    await chat.advance(chat.clock.time.replace(minute=5))
    assert chat.company.is_here(UserId("wangxiaoming"))
    assert "13800001111" not in str(await AccountWorkRecord.all().values())
    await chat.close()


@pytest.mark.parametrize(
    "first", [Outcome(Verdict.UNKNOWN), LOST, Outcome(Verdict.RETRY), Outcome(Verdict.REFUSED, errcode=60102)]
)
async def test_in_doubt_it_looks_before_it_asks_again(database: Database, jobs: Sequence[Job], first: Outcome) -> None:
    app = AppAccounts(answers=[first])
    chat = await opened(database, jobs, app)
    await chat.play(f"""{APPROVED}
    ⏰ 2026-11-22 10:00
    ⏰ 2026-11-22 10:01
    机器人→李娜> ZH-20261122-001 {OPENED}
    """)
    happened = first.verdict is Verdict.UNKNOWN and first is not LOST
    assert app.asked == ("create wangxiaoming",) * (1 if happened else 2)
    assert len([each for each in app.people.values() if each.name == "王小明"]) == 1
    await chat.close()


async def test_an_account_that_somebody_else_has_is_not_touched(database: Database, jobs: Sequence[Job]) -> None:
    app = AppAccounts()
    chat = await opened(database, jobs, app)
    app.by_hand("wangxiaoming", "王晓明", 1)
    await chat.play(f"""{APPROVED}
    ⏰ 2026-11-22 10:00
    ⏰ 2026-11-22 10:01
    机器人→李娜> ZH-20261122-001 {OPENED.replace("wangxiaoming", "wangxiaoming2")}
    """)
    assert app.people[UserId("wangxiaoming")].name == "王晓明"
    await chat.close()


async def test_what_wecom_refuses_an_administrator_reads_with_the_reason(
    database: Database, jobs: Sequence[Job]
) -> None:
    app = AppAccounts(mobiles={"13800001111": UserId("lisi")})
    chat = await opened(database, jobs, app)
    await chat.play(f"""{APPROVED}
    ⏰ 2026-11-22 10:00
    机器人→吴管> [卡片] 开通账号：王小明 ZH-20261122-001 这个手机号在企业微信里已经有账号，明天 18:00 前办好。
    姓名 王小明
    账号 wangxiaoming
    手机 13800001111
    部门 生产部
    职务 操作工
    管理后台 → 通讯录 → 添加成员，密码由本人设置，不用代填。 [已建好] [做不到]
    机器人→李娜> ZH-20261122-001 开通账号：王小明：这个手机号在企业微信里已经有账号，已请 吴管 …
    吴管> 按 [做不到]
    机器人→李娜> ZH-20261122-001 开通账号：王小明：吴管 说做不到，请直接找对方问清楚，再重新提。
    机器人> [卡片] ZH-20261122-001 开通账号：王小明 已记下，也告诉了 李娜。
    """)
    await chat.close()


async def test_who_says_it_is_done_is_taken_at_the_directory_s_word(database: Database, jobs: Sequence[Job]) -> None:
    app = AppAccounts()
    chat = await opened(database, jobs, app, writes=False)
    await chat.play(f"""{ASKED}
    ⏰ 2026-11-22 10:00
    机器人→吴管> [卡片] 开通账号：王小明 ZH-20261122-001 通讯录里还没看到这个账号，再看一眼姓名和部门，…
    """)
    production = next(each.id for each in chat.company.departments if each.name == "生产部")
    app.by_hand("wxm", "王小明", production)
    await chat.play("""
    吴管> 按 [已建好]
    机器人> [卡片] …
    ⏰ 2026-11-22 10:01
    机器人→吴管> ZH-20261122-001 开通账号：王小明：已核对，办好了。
    机器人→李娜> ZH-20261122-001 王小明（账号 wxm）开通好了（吴管 办的）。…
    """)
    await chat.close()


async def test_where_the_directory_never_shows_it_his_word_counts_the_second_time(
    database: Database, jobs: Sequence[Job]
) -> None:
    chat = await opened(database, jobs, AppAccounts(), writes=False)
    await chat.play(f"""{ASKED}
    ⏰ 2026-11-22 10:00
    机器人→吴管> [卡片] 开通账号：王小明 ZH-20261122-001 通讯录里还没看到这个账号，…
    吴管> 按 [已建好]
    机器人> [卡片] …
    ⏰ 2026-11-22 10:01
    机器人→吴管> ZH-20261122-001 开通账号：王小明：通讯录里还没看到，先按你说的记，办好了。
    机器人→李娜> ZH-20261122-001 王小明（账号 wangxiaoming）开通好了（吴管 办的）。…
    """)
    await chat.close()


async def test_a_dry_run_says_what_it_would_have_done(database: Database, jobs: Sequence[Job]) -> None:
    def trying(company: Company) -> Company:
        return replace(company, accounts=replace(company.accounts, write=Write.TRY))

    chat = await Chat.open(database, jobs=jobs, company=trying)
    await chat.play(APPROVED)
    await chat.advance(chat.clock.time)
    [card] = [line for line in chat.said() if line.to == "吴管"]
    assert card.words.endswith("试运行：正式打开后，这一步由我直接写入通讯录。 [已建好] [做不到]")
    await chat.close()


async def test_without_an_answer_he_is_reminded_once(database: Database, jobs: Sequence[Job]) -> None:
    chat = await Chat.open(database, jobs=jobs)
    await chat.play(f"""{APPROVED}
    ⏰ 2026-11-22 10:00
    机器人→吴管> [卡片] 开通账号：王小明 …
    机器人→李娜> …
    ⏰ 2026-11-23 18:00
    机器人→吴管> [卡片] 开通账号：王小明 ZH-20261122-001 还没有回音。…
    机器人→李娜> ZH-20261122-001 开通账号：王小明：还没有回音，已再次提醒 吴管。
    ⏰ 2026-11-30 18:00
    """)
    await chat.close()


async def test_somebody_else_may_not_press_for_him(chat: Chat) -> None:
    await chat.play(f"""{APPROVED}
    ⏰ 2026-11-22 10:00
    机器人→吴管> [卡片] 开通账号：王小明 …
    机器人→李娜> …
    """)
    await chat.press("李娜", chat.newest_card, "done")
    assert "已建好" not in "".join(line.words for line in chat.said())
    [work] = await AccountWorkRecord.all()
    assert work.state == "ASKED"


async def test_the_number_on_the_card_goes_within_the_hour(database: Database) -> None:
    chat = await Chat.open(database, jobs=(run_works, forget_words))
    await chat.play(APPROVED)
    await chat.advance(chat.clock.time.replace(hour=12))
    assert "13800001111" not in str(await Outbox.all().values())
    await chat.close()


class Unreadable(AppAccounts):
    async def read(self) -> DirectoryCopy:
        raise OSError("48009")


async def test_a_directory_that_can_not_be_read_holds_nothing_up(database: Database) -> None:
    app = Unreadable()
    chat = await Chat.open(database, jobs=(run_works,), sources=Sources(directory=app))
    await chat.play(f"""{ASKED}
    ⏰ 2026-11-22 10:05
    ⏰ 2026-11-22 10:11
    机器人→吴管> ZH-20261122-001 开通账号：王小明：通讯录里还没看到，先按你说的记，办好了。
    机器人→李娜> ZH-20261122-001 王小明（账号 wangxiaoming）开通好了（吴管 办的）。…
    """)
    await chat.close()
