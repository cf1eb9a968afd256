"""Mutes end under the bot's own name, whoever imposed them and whatever became of him."""

from dataclasses import replace

from bot.domain.company import Company
from bot.identifiers import UserId
from bot.storage.engine.database import Database
from bot.storage.models.moderation import MeasureRecord
from bot.storage.models.operating import Trail
from scheduler.moderation_clock import moderation_clock
from tests.chat import Chat
from tests.commands.moderation.warnings import MUTED


def without_him(company: Company) -> Company:
    people = tuple(
        replace(each, active=False) if each.user_id == UserId("zhengqun") else each for each in company.people
    )
    return replace(company, people=people)


async def test_it_ends_after_a_restart_though_its_maker_has_left(database: Database) -> None:
    before = await Chat.open(database, jobs=(moderation_clock,))
    await before.play(MUTED)
    await before.close()
    after = await Chat.open(database, jobs=(moderation_clock,), company=without_him)
    await after.play("""
    ⏰ 2026-11-22 11:59
    机器人→李娜> [卡片] 请在项目A工作群禁言张三 到时间还没有回音，再提醒一次。…
    机器人→周敏> [卡片] …
    张三@项目A工作群> /昵称检查 生产部-张三
    机器人→张三> 你在项目A工作群被禁言到 12:00（WG-20261122-001），刚才的命令没有办。…
    ⏰ 2026-11-22 12:00
    机器人→张三> 你在项目A工作群的禁言到期了（WG-20261122-001），可以正常用了。
    """)
    await after.close()
    assert await MeasureRecord.filter(ended_at__isnull=True).count() == 0
    ended = await Trail.filter(action__contains="measure.ended").values_list("actor", flat=True)
    assert set(ended) == {"job:moderation-clock"}


async def test_it_is_over_to_the_minute_though_nobody_was_there_then(database: Database) -> None:
    before = await Chat.open(database, jobs=(moderation_clock,))
    await before.play(MUTED)
    late = before.clock.time.replace(hour=20)
    await before.close()
    after = await Chat.open(database, jobs=(), now=late)
    await after.play("""
    张三@项目A工作群> /昵称检查 生产部-张三
    机器人@项目A工作群> …
    """)
    await after.close()
