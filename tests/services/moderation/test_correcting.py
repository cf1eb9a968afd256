"""What a text asks for beside its step: to put it right until a day, and that those above hear of it."""

from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.identifiers import UserId
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.commands.moderation.warnings import binding

WARNED = """
    郑群@项目A工作群> /警告 @张三 刷广告
    机器人→张三> 你在项目A工作群受到警告，编号 WG-20261122-001。…
    机器人→张三> [卡片] 请改正：广告和刷屏 WG-20261122-001。《企业微信群行为规范》不许：广告、垃圾信息、刷屏、不许发的链接。11月25日(周三)前改好，按一下。不同意照样可以申诉。 [已改正]
    机器人→郑群> …
    机器人@项目A工作群> …"""  # noqa: E501 - a whole card


def by_d12(company: Company) -> Company:
    return binding(company, "D12")


def not_adopted(company: Company) -> Company:
    return replace(company, moderation=replace(company.moderation, usual="D12"))


async def test_he_says_that_he_has_put_it_right(database: Database) -> None:
    chat = await Chat.open(database, company=by_d12)
    await chat.play(f"""{WARNED}
    张三> 按 [已改正]
    机器人→郑群> WG-20261122-001 张三 说已经改正。
    机器人> [卡片] WG-20261122-001 改正 已记下，谢谢。
    ⏰ 2026-11-26 09:00
    张三> /违规记录
    机器人> 你有 1 条违规记录：
    · WG-20261122-001 11月22日(周日) 项目A工作群 警告「广告和刷屏」第 1 次，原因：刷广告，处理人：郑群；已确认
    改正：本人说已改正（张三）
    """)
    await chat.close()


async def test_who_says_nothing_is_reminded_once_on_the_last_day(database: Database) -> None:
    chat = await Chat.open(database, company=by_d12)
    await chat.play(f"""{WARNED}
    ⏰ 2026-11-27 18:00
    机器人→张三> [卡片] 请改正：广告和刷屏 WG-20261122-001。《企业微信群行为规范》不许：广告、垃圾信息、刷屏、不许发的链接。今天改好，按一下。…
    机器人→郑群> WG-20261122-001 张三 还没有说改正了，已再提醒一次。
    """)  # noqa: E501 - a whole card
    await chat.close()


async def test_what_was_taken_back_needs_nothing_put_right(database: Database) -> None:
    chat = await Chat.open(database, company=by_d12)
    await chat.play(WARNED)
    await chat.say("张三", "/申诉 WG-20261122-001 不是我发的")
    await chat.say("王强", "/裁定 WG-20261122-001 撤销 看错了人")
    chat.said()
    await chat.play("""
    ⏰ 2026-11-27 18:00
    张三> 按 [已改正]
    机器人> [卡片] WG-20261122-001 改正 这件事已经有结果，不用再按。
    """)
    await chat.close()


@pytest.mark.parametrize(("company", "told"), [(by_d12, ["王强"]), (not_adopted, [])])
async def test_those_above_hear_of_a_removal_where_the_text_binds(
    database: Database, company: object, told: list[str]
) -> None:
    """D12§五: 视情况上报. Not of a warning, and by nobody that only keeps order."""
    chat = await Chat.open(database, company=company)  # type: ignore[arg-type]
    await chat.say("郑群", "/移出 @张三 发广告", room="项目A工作群")
    chat.said()
    await chat.say("郑群", "@小助手 确认", room="项目A工作群")
    heard = [line for line in chat.said() if "告诉上级" in line.words]
    assert [line.to for line in heard] == told
    assert all("请私下提醒，别在群里说。" in line.words for line in heard)
    await chat.close()


def led_by_its_administrator(company: Company) -> Company:
    after, him = by_d12(company), (UserId("zhengqun"),)
    people = tuple(replace(each, leaders=()) for each in after.people)
    return replace(after, people=people, departments=tuple(replace(each, leaders=him) for each in after.departments))


async def test_whoever_decided_needs_no_telling(database: Database) -> None:
    chat = await Chat.open(database, company=led_by_its_administrator)
    await chat.say("郑群", "/移出 @张三 发广告", room="项目A工作群")
    await chat.say("郑群", "@小助手 确认", room="项目A工作群")
    heard = chat.said()
    assert [line for line in heard if "移出群聊，180 天内第 1 次" in line.words]
    assert not [line for line in heard if "告诉上级" in line.words]
    await chat.close()
