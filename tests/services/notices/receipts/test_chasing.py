"""Only who hasn't confirmed is reminded, in office hours, and not too often; who came later gets the notice."""

from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Draft
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.services.notices.posted import posted, to_group

PEOPLE = Audience(people=(UserId("zhangsan"), UserId("lisi")))
ASKED = Draft("明天停电", PEOPLE, wants_confirmation=True)


async def test_after_one_and_three_working_days(chat: Chat) -> None:
    await posted(chat, ASKED)
    chat.said()
    await chat.play("""
        李四> /确认 GG-20261122-001
        机器人> 已确认 GG-20261122-001「明天停电」。
        ⏰ 2026-11-23 09:30
        机器人→张三> [卡片] 明天停电 还没看到你的确认，请看一下。 [我已看过]
        ⏰ 2026-11-25 09:29
        ⏰ 2026-11-25 09:30
        机器人→张三> [卡片] 明天停电 还没看到你的确认，请看一下。 [我已看过]
        机器人→郑群> GG-20261122-001「明天停电」提醒过了，还有 1 人没确认。名单发 /谁没确认 GG-20261122-001。
        张三> 按 [我已看过]
        机器人→郑群> GG-20261122-001「明天停电」全部 2 人都确认了。
        机器人> [卡片] 明天停电 已确认 GG-20261122-001「明天停电」。
        ⏰ 2026-11-30 10:00
    """)


async def test_by_hand_at_least_four_hours_apart(chat: Chat) -> None:
    await chat.advance(chat.clock.time.replace(day=23, hour=9, minute=40))
    await posted(chat, ASKED)
    chat.said()
    await chat.play("""
        郑群> /提醒
        机器人> 两次提醒至少隔 4 小时，13:40 以后再发。
        ⏰ 2026-11-23 13:40
        郑群> 催一下没确认的人
        机器人> [卡片] 你是想「催确认」吗？…
        郑群> /确认
        机器人> 正在提醒 2 个没确认的人。
        ⏰ 2026-11-23 13:41
        机器人→李四、张三> [卡片] 明天停电 还没看到你的确认，请看一下。 [我已看过]
        郑群> /提醒 GG-20261123-001
        机器人> 两次提醒至少隔 4 小时，17:40 以后再发。
        张三> /提醒 GG-20261123-001
        机器人> 公告由发布人和群管理员来管。有问题请告诉发布人，或你的部门负责人。
    """)


async def test_who_came_later_gets_the_notice_with_the_reminder(chat: Chat) -> None:
    await posted(chat, replace(ASKED, audience=to_group(chat.company)))
    chat.said()
    group = to_group(chat.company).groups[0]
    members = chat.company.group(group).insiders  # type: ignore[union-attr]
    newcomer = next(each.user_id for each in chat.company.people if each.active and each.user_id not in members)
    act = Act("zhengqun", "test", "群管理员", "test", chat.clock.now())
    groups = chat.core.records.groups
    await chat.core.database.transact(lambda: groups.join(group, [newcomer], cause="test", by=act))
    await chat.core.book.refresh()
    await chat.advance(chat.clock.time.replace(day=23, hour=9, minute=31))
    told = [each.words for each in chat.said() if each.to == chat.company.name_of(newcomer)]
    assert told == ["[卡片] 明天停电 [我已看过]"]


@pytest.mark.parametrize("hours", [22])
async def test_nobody_is_disturbed_at_night(database: Database, hours: int) -> None:
    def late(company: Company) -> Company:
        at = company.receipts.remind_at.replace(hour=hours)
        return replace(company, receipts=replace(company.receipts, remind_at=at, remind_after=(1,)))

    chat = await Chat.open(database, company=late)
    await posted(chat, ASKED)
    chat.said()
    await chat.advance(chat.clock.time.replace(day=24, hour=7, minute=59))
    assert [each for each in chat.said() if "还没看到" in each.words] == []
    await chat.advance(chat.clock.time.replace(day=24, hour=8, minute=1))
    assert len([each for each in chat.said() if "还没看到" in each.words]) == 1
    await chat.close()
