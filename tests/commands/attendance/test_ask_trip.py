"""Trips: filed, decided, beside leaves and other trips."""

from tests.chat import Chat

ON_LEAVE = """
        张三> /请假 年假 12.1-12.2
        机器人→王强> …
        机器人> 已提交 QJ-20261122-001：…"""


async def test_once_agreed_it_can_be_taken_back(chat: Chat) -> None:
    await chat.play("""
        张三> 明天去上海出差三天，见客户
        机器人> [卡片] 你是想「出差 明天去上海出差三天，见客户」吗？ 出差上海 11月23日(周一)至11月25日(周三)；…
        张三> 按 [确认]
        机器人→王强> [卡片] 张三 申请出差上海 11月23日(周一)至11月25日(周三) RQ-20261122-001 事由：见客户 [同意] [驳回]
        机器人> [卡片] 已确认：…
        王强> 按 [同意]
        机器人→张三> RQ-20261122-001 出差上海 11月23日(周一)至11月25日(周三)：已同意（王强，10:00）。有变化就发 …
        机器人> [卡片] …
    """)


async def test_over_a_leave_of_ones_own_it_is_asked_first(chat: Chat) -> None:
    await chat.play(f"""{ON_LEAVE}
        张三> /出差 北京 12.2-12.3 培训
        机器人> [卡片] 你是想「出差 去北京 2026-12-02到2026-12-03 （与QJ-20261122-001同时） 培训」吗？ 这段时间你…
        张三> 按 [确认]
        机器人→王强> [卡片] 张三 申请出差北京 12月2日(周三)至12月3日(周四) RQ-20261122-001 事由：培训 提醒：这段时间…
        机器人> [卡片] 已确认：…
    """)


async def test_a_leave_beside_it_is_in_nobodys_way(chat: Chat) -> None:
    await chat.play(f"""{ON_LEAVE}
        张三> /出差 北京 12.3-12.4
        机器人→王强> …
        机器人> 已提交 RQ-20261122-001：出差北京 12月3日(周四)至12月4日(周五)。等 王强 审批。
    """)


async def test_time_that_is_taken_is_refused_and_the_same_again_creates_nothing(chat: Chat) -> None:
    await chat.play("""
        张三> /出差 上海 11.25-11.27
        机器人→王强> …
        机器人> 已提交 RQ-20261122-001：…
        张三> /出差 上海 11.25-11.27
        机器人> 已提交 RQ-20261122-001，等 王强 审批。不用再发一次。
        张三> /外出 11.26下午 办事
        机器人> 这段时间你已经报了：RQ-20261122-001 出差上海 11月25日(周三)至11月27日(周五)（待审批）。…
        王强> 按 [驳回]
        机器人> [卡片] …
        王强> 改成线上会
        机器人→张三> RQ-20261122-001 …
        机器人> …
        张三> /外出 11.26下午 办事
        机器人→王强> …
        机器人> 已提交 RQ-20261122-002：…
    """)


async def test_the_president_is_decided_for_by_his_office(chat: Chat) -> None:
    await chat.play("""
        赵国强> /出差 上海 11.25-11.27
        机器人→林宓> …
        机器人> 已提交 RQ-20261122-001：出差上海 11月25日(周三)至11月27日(周五)。等 林宓 审批。
    """)


async def test_in_a_group_nothing_of_it_is_said(chat: Chat) -> None:
    await chat.play("""
        张三@项目A工作群> /出差 上海 11.25-11.27 见客户
        机器人→王强> …
        机器人@项目A工作群> 已私聊你。
        机器人→张三> 已提交 RQ-20261122-001：…
    """)


async def test_nobody_leaves_before_it_is_agreed_to(chat: Chat) -> None:
    await chat.play("""
        张三> /出差 上海 明天
        机器人→王强> …
        机器人> 已提交 RQ-20261122-001：…
        ⏰ 2026-11-23 06:40
        机器人→钱卫东> [卡片] 张三 申请出差上海 11月23日(周一) RQ-20261122-001，王强还没有审批，请你一起看 …
        机器人→王强> RQ-20261122-001 快要开始了，还没有审批，已同时请 钱卫东 审批。
        机器人→张三> RQ-20261122-001 快要开始了，还没有审批，已同时请 钱卫东 审批。还没批准，先别离岗。
    """)
