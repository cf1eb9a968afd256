"""What a day brings too much of is told together: in the group, in private, and its author knows."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.notices.audience import Audience
from bot.domain.notices.caps import CapRules
from bot.domain.notices.notice import Draft
from bot.identifiers import UserId
from bot.services.notices.receipts.reached import reached
from bot.shapes.job import Job
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.services.notices.posted import posted, to_group, work_in

ANN, BEN = UserId("zhangsan"), UserId("lisi")


def one_a_day(company: Company) -> Company:
    return replace(company, notices=replace(company.notices, caps=CapRules(person=1, group=1)))


@pytest.fixture
async def strict(database: Database, jobs: Sequence[Job]) -> AsyncIterator[Chat]:
    """A company in which each hears of one notice a day."""
    chat = await Chat.open(database, jobs=jobs, company=one_a_day)
    yield chat
    await chat.close()


async def test_what_is_over_waits_for_the_next_digest(strict: Chat) -> None:
    await strict.play("""
        ⏰ 2026-11-23 09:00
        郑群> /公告 项目A工作群 会议室换到三楼
        机器人> [卡片] GG-20261123-001 这就发 …
        ⏰ 2026-11-23 09:01
        机器人→项目A工作群> 会议室换到三楼
        ——郑群 发布，GG-20261123-001
        郑群> /公告 项目A工作群 饮水机修好了
        机器人> [卡片] GG-20261123-002 这就发 …
        ⏰ 2026-11-23 09:02
        机器人→郑群> GG-20261123-002「饮水机修好了」先攒一攒：
        项目A工作群今天的公告满 1 条了，11:30 和别的一起发。
        有事故、撤离这样的急事，请发 /事故 或让有权的人加「加急」。
        郑群> /公告 项目A工作群 打印机搬走了
        机器人> [卡片] GG-20261123-003 这就发 …
        ⏰ 2026-11-23 09:03
        机器人→郑群> GG-20261123-003「打印机搬走了」先攒一攒：…
        郑群> /公告进度 GG-20261123-003
        机器人> GG-20261123-003「打印机搬走了」：已发布，09:02 开始。
        群：还在发 1 个
        项目A工作群今天的公告满 1 条了，11:30 和别的一起发。
        ⏰ 2026-11-23 11:30
        机器人→项目A工作群> 公告 2 条：

        1. 饮水机修好了
        ——郑群 发布，GG-20261123-002

        2. 打印机搬走了
        ——郑群 发布，GG-20261123-003
        郑群> /公告进度 GG-20261123-003
        机器人> GG-20261123-003「打印机搬走了」：已发布，09:02 开始。
        群：已发到 1 个
    """)


async def test_who_had_his_share_waits_and_the_others_do_not(strict: Chat) -> None:
    await posted(strict, Draft("只给张三", Audience(people=(ANN,))))
    await posted(strict, Draft("给两个人", Audience(people=(ANN, BEN))))
    await posted(strict, Draft("急事", Audience(people=(ANN, BEN)), urgent=True))
    said = [(each.to, each.words.partition("\n")[0]) for each in strict.said()]
    assert said == [
        ("张三", "只给张三"),
        ("李四", "给两个人"),
        ("郑群", "GG-20261122-002「给两个人」先攒一攒："),
        ("李四、张三", "急事"),
    ]
    await strict.play("""
        ⏰ 2026-11-23 11:30
        机器人→张三> 公告 1 条：

        1. 给两个人
        ——郑群 发布，GG-20261122-002
    """)
    posting = (await strict.core.records.postings.of("GG-20261122-002"))[0]
    assert (await work_in(strict, lambda ctx: reached(ctx, posting))).sent == {ANN, BEN}


async def test_planned_ones_of_the_same_minutes_are_one_post(chat: Chat) -> None:
    await chat.play("""
        郑群> /公告 项目A工作群 11月23日 9:00 交周报
        机器人> [卡片] GG-20261122-001 已排好 …
        郑群> /公告 项目A工作群 11月23日 9:06 领餐卡
        机器人> [卡片] GG-20261122-002 已排好 …
        ⏰ 2026-11-23 09:00
        机器人→郑群> GG-20261122-001「交周报」先攒一攒：…
        ⏰ 2026-11-23 09:06
        机器人→项目A工作群> 公告 2 条：

        1. 交周报
        ——郑群 发布，GG-20261122-001

        2. 领餐卡
        ——郑群 发布，GG-20261122-002
    """)


async def test_if_the_last_of_a_burst_never_comes_the_others_go_out(chat: Chat) -> None:
    await chat.play("""
        郑群> /公告 项目A工作群 11月23日 9:00 交周报
        机器人> [卡片] GG-20261122-001 已排好 …
        郑群> /公告 项目A工作群 11月23日 9:06 领餐卡
        机器人> [卡片] GG-20261122-002 已排好 …
        ⏰ 2026-11-23 09:00
        机器人→郑群> GG-20261122-001「交周报」先攒一攒：…
        郑群> /推送计划 暂停 GG-20261122-002
        机器人> GG-20261122-002 暂停了，恢复前不发。
        ⏰ 2026-11-23 09:07
        机器人→项目A工作群> 公告 1 条：

        1. 交周报
        ——郑群 发布，GG-20261122-001
    """)


async def test_what_waits_and_is_cancelled_is_told_nobody(strict: Chat) -> None:
    await posted(strict, Draft("会议室换到三楼", to_group(strict.company)))
    await posted(strict, Draft("饮水机修好了", to_group(strict.company)))
    strict.said()
    await strict.play("""
        郑群> /取消公告 GG-20261122-002
        机器人> [卡片] 确定要取消公告 GG-20261122-002吗？ GG-20261122-002「饮水机修好了」还在等汇总，取消后就不发了；…
        郑群> 按 [确认]
        机器人> [卡片] 已确认：取消公告 GG-20261122-002 GG-20261122-002「饮水机修好了」已取消。还没发到的人不会再收到。
        ⏰ 2026-11-23 17:30
    """)
