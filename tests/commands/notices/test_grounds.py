"""Source, first day and time of the event: shown beneath, asked for where they are missing and others look at it."""

from collections.abc import Sequence

import pytest

from bot.shapes.job import Job
from scheduler.notice_plan import post_what_is_due
from tests.chat import Chat


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (post_what_is_due,)


async def test_what_holds_for_all_says_where_it_comes_from_and_from_when(chat: Chat) -> None:
    await chat.play("""
        李娜> /公告 全员 明天10:00 【考勤规定】迟到三次要谈话
        机器人> [卡片] GG-20261122-001 送审之前看一看 【考勤规定】迟到三次要谈话…
        李娜> 按 [送审]
        机器人> [卡片] GG-20261122-001 【考勤规定】迟到三次要谈话
        制度类的公告送审前写明来源和生效日期，例如：集团办〔2026〕12号，1月1日起生效。直接回复就补上，再按「送审」。
        李娜> 集团办〔2026〕12号，1月1日起生效
        机器人> [卡片] GG-20261122-001 送审之前看一看 【考勤规定】迟到三次要谈话
        发给：全员（24 人）
        时间：明天 10:00
        来源：集团办〔2026〕12号；自2027年1月1日(周五)起生效…
        李娜> 按 [送审]
        机器人→林宓> [卡片] 李娜 申请发公告 GG-20261122-001：考勤规定 …
        机器人> [卡片] GG-20261122-001 【考勤规定】迟到三次要谈话
        已送审 RQ-20261122-001，等 林宓 审核，通过了就按计划发。
    """)


async def test_readers_see_it_beneath(chat: Chat) -> None:
    await chat.play("""
        ⏰ 2026-11-23 11:00
        郑群> /公告 项目A工作群 2号门水管爆了，请走1号门 事发：今天9:40 来源：物业
        机器人> [卡片] GG-20261123-001 这就发 2号门水管爆了，请走1号门
        发给：项目A工作群（9 人）
        时间：现在
        来源：物业；事发：09:40…
        ⏰ 2026-11-23 11:01
        机器人→项目A工作群> 2号门水管爆了，请走1号门
        来源：物业。
        ——郑群 发布，GG-20261123-001
        郑群> /公告进度
        机器人> GG-20261123-001「2号门水管爆了，请走1号门」：已发布，11:00 开始。
        群：已发到 1 个
        及时：事发到发布 80 分钟，在时限内。
    """)


async def test_a_statement_in_a_crisis_goes_by_safety_law_office_and_leader(chat: Chat) -> None:
    """Whoever reads it, and however small the group is."""
    await chat.say("郑群", "/公告 项目A工作群 关于11月20日事件的情况说明：没有人受伤，正在查原因。 来源：安全环保部")
    chat.said()
    await chat.say("郑群", "/我的公告 GG-20261122-001 送审")
    told = {line.to or "": line.words for line in chat.said()}
    assert "陈安" in told
    request = await chat.core.records.requests.get("RQ-20261122-001")
    assert request is not None
    assert len(request.draft.steps) == 4
