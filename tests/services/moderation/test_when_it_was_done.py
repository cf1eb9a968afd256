"""What is judged later is judged as it was done: by the text and the count of that moment, and once."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.company import Company
from bot.storage.engine.database import Database
from bot.storage.moderation.cases import CaseTable
from tests.chat import Chat
from tests.commands.moderation.reports import TAKEN
from tests.commands.moderation.warnings import binding

NOW = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Shanghai"))
FOUND = """
    张三@项目A工作群> 李四你就是个傻逼
    机器人@项目A工作群> 这句我没听懂。…
    机器人→郑群> [卡片] 请看一条内容：像是辱骂 …"""


def adopted_on(day: date, company: Company) -> Company:
    """Each text beside the one that came along, from that day on."""
    rules, bound = company.moderation, binding(company).moderation
    later = [replace(each, version=f"{each.version}@{day}", since=day) for each in bound.shelf]
    return replace(company, moderation=replace(rules, shelf=(*rules.shelf, *later)))


async def test_nobody_repeats_what_he_was_told_only_afterwards(chat: Chat) -> None:
    await chat.play(f"""{FOUND}
    ⏰ 2026-11-22 11:00
    郑群@项目A工作群> /警告 @张三 又骂人
    机器人→张三> …
    机器人→郑群> WG-20261122-001 张三 警告，180 天内第 1 次「辱骂和诽谤」。…
    机器人@项目A工作群> 已办，编号 WG-20261122-001，详情私聊你了。
    ⏰ 2026-11-22 12:00
    郑群> 按 [成立]
    机器人→张三> 你在项目A工作群受到警告，编号 WG-20261122-002。…
    机器人> [卡片] NR-20261122-001 辱骂 WG-20261122-002 张三 警告，180 天内第 1 次「辱骂和诽谤」。…
    """)


async def test_what_was_judged_at_once_is_not_judged_by_its_card_again(chat: Chat) -> None:
    """Also hours later, and though nothing was quoted then."""
    await chat.play(f"""{FOUND}
    郑群@项目A工作群> /警告 @张三 骂人
    机器人→张三> …
    机器人→郑群> WG-20261122-001 …
    机器人@项目A工作群> 已办，编号 WG-20261122-001，详情私聊你了。
    ⏰ 2026-11-22 15:00
    郑群> 按 [成立]
    机器人> [卡片] NR-20261122-001 辱骂 已记下：成立。10:00 已经为「辱骂和诽谤」警告过（WG-20261122-001），…
    """)
    assert len(await CaseTable().all(NOW)) == 1


async def test_a_report_is_judged_by_the_text_of_the_day_on_which_it_came_in(database: Database) -> None:
    """What the company has adopted since is for what is done since."""
    chat = await Chat.open(database, company=lambda company: adopted_on(date(2026, 11, 24), company))
    await chat.play(TAKEN)
    await chat.play("""
    ⏰ 2026-11-24 09:00
    郑群> /举报成立 JB-20261122-001 警告
    机器人→何苗> …
    机器人> JB-20261122-001 属实，已办结，结果会告诉举报人。WG-20261124-001 何苗 警告，…
    郑群@项目A工作群> /警告 @何苗 骂人
    机器人→何苗> …
    机器人→郑群> WG-20261124-002 …
    机器人@项目A工作群> …
    """)
    told = {each.number: each.pack_version for each in await CaseTable().all(NOW)}
    assert told == {"WG-20261124-001": "1", "WG-20261124-002": "1@2026-11-24"}
    await chat.close()


async def test_what_waited_for_a_second_yes_was_done_when_it_was_asked_for(database: Database) -> None:
    night = NOW.replace(day=23, hour=23, minute=50)
    chat = await Chat.open(database, now=night, company=lambda company: adopted_on(date(2026, 11, 24), company))
    await chat.say("郑群", "/禁言 @张三 2天 刷广告", room="项目A工作群")
    chat.said()
    await chat.play("""
    ⏰ 2026-11-24 00:10
    王强> 按 [同意]
    机器人→周敏> …
    机器人→张三> 你在项目A工作群被禁言 2 天，到 11月26日(周四) 00:10 为止，编号 WG-20261124-001。…
    机器人→郑群> [卡片] …
    机器人→郑群> …
    机器人> …
    """)
    (case,) = await CaseTable().all(NOW)
    assert (case.pack_version, case.acted_at, case.confirmed_at) == ("1", night, night + timedelta(minutes=20))
    await chat.close()
