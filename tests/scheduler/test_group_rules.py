"""Who is asked about rules, when, and what becomes of it: newcomers at once, all others when a text was changed."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.groups.rules import ConsentState, RuleTexts
from bot.identifiers import GroupId, UserId
from bot.services.groups.rules.asking import ask_newcomers, walk
from bot.shapes.act import Act
from bot.shapes.context import JobContext
from bot.shapes.job import Job
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from scheduler.group_errands import run_errands
from scheduler.group_rules import ask_about_rules
from tests.app_groups import AppGroups
from tests.chat import Chat
from tests.commands.approvals.scenes import OPENED, C

A, B = "项目A工作群", "项目B工作群"
OLD = "1. 不外传。\n2. 不发广告。\n3. 用真名。"
NEW = "1. 工作资料不外传。\n2. 用真名。\n3. 报告隐患随时可以说。"
ASKED = "到 11月30日(周一) 还不表态，按《企业微信群行为规范》第六部分记作「视为知悉」，不算同意。"
CHANGES = "改成：工作资料不外传。（原来：不外传。）\n    新增：报告隐患随时可以说。\n    删去：不发广告。"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (ask_about_rules,)


def told(text: str, *, only: Sequence[str] = (), **members: set[str]):  # type: ignore[no-untyped-def]
    """The sample company with this text, and groups of these members; `only` these groups have rules."""

    def change(company: Company) -> Company:
        by_group = {group.id: "" for group in company.groups if only and group.name not in only}
        groups = tuple(
            replace(group, members=frozenset(map(UserId, members.get(group.id, group.members))))
            for group in company.groups
        )
        return replace(company, groups=groups, group_rules=RuleTexts(text, by_group=by_group))

    return change


async def opened(database: Database, text: str, **change):  # type: ignore[no-untyped-def]
    chat = await Chat.open(database, jobs=(ask_about_rules,), company=told(text, **change))
    await chat.core.settle()
    return chat


async def changed(database: Database, **change):  # type: ignore[no-untyped-def]
    """Started twice: with the old text, with the new one."""
    await (await opened(database, OLD, **change)).close()
    return await opened(database, NEW, **change)


async def states(chat: Chat, group: str, number: int) -> dict[str, ConsentState]:
    return {each.user: each.state for each in await chat.core.records.consents.of_version(GroupId(group), number)}


async def test_a_changed_text_is_told_in_working_hours_and_asked_about(database: Database) -> None:
    chat = await changed(database, only=(B,))
    question = f"[卡片] 同意{B}的群规吗？ 第 2 版，内容见上一条。{ASKED} [同意]"
    news = f"群规更新了：{B}（第 2 版）。\n    {CHANGES}\n    全文发 /群规 {B}。"
    await chat.play(f"""
    ⏰ 2026-11-23 08:29
    ⏰ 2026-11-23 08:30
    机器人→郭涛> {news}
    机器人→郭涛> {question}
    机器人→王强> {news}
    机器人→王强> {question}
    机器人→王五> {news}
    机器人→王五> {question}
    王五> 按 [同意]
    机器人> [卡片] {B}的群规 已记下：08:30 你同意了。
    王五> 按 [同意]
    机器人> [卡片] {B}的群规 你已经同意过了，不用再按。
    王强> 同意
    机器人> [卡片] 你是想「同意 群规 {B}」吗？ 全文发 /群规 {B}；09:00 前有效 [确认] [算了]
    王强> 按 [确认]
    机器人> [卡片] 已确认：同意 群规 {B} 已记下：你同意{B}的群规（第 2 版）。想看内容发 /群规 {B}。
    ⏰ 2026-11-30 09:20
    郭涛> /群规 {B}
    机器人> {B}的群规（第 2 版）：
    1. 工作资料不外传。
    2. 用真名。
    3. 报告隐患随时可以说。
    你没有表态，09:20 按《企业微信群行为规范》第六部分记作「视为知悉」，不算同意。同意就回复「/同意 群规 {B}」。
    群里 3 人：已同意 2，视为知悉 1。「视为知悉」不算同意。
    """)
    await chat.close()


async def test_one_message_for_all_groups_whose_rules_changed_alike(database: Database) -> None:
    chat = await changed(database, only=(A, B), projecta={"wangqiang"}, projectb={"wangqiang"})
    await chat.play(f"""
    ⏰ 2026-11-23 08:30
    机器人→郭涛> …
    机器人→郭涛> …
    机器人→王强> 群规更新了：{A}（第 2 版）、{B}（第 2 版）。
    {CHANGES}
    全文发 /群规 {A}。
    机器人→王强> [卡片] 同意这 2 个群的新群规吗？ 内容见上一条。{ASKED} [同意]
    机器人→郑群> …
    机器人→郑群> …
    王强> 同意
    机器人> [卡片] 有 2 个群的群规等你表态，是哪一个？ …
    王强> 算了
    机器人> 好的，「同意」先不办了。
    王强> 按 [同意]
    机器人> [卡片] 2 个群的群规 已记下：08:30 你同意了。
    """)
    assert (await states(chat, "projecta", 2))["wangqiang"] is ConsentState.AGREED
    assert (await states(chat, "projectb", 2))["wangqiang"] is ConsentState.AGREED
    await chat.close()


async def test_a_question_that_never_arrived_makes_no_silence(database: Database) -> None:
    chat = await changed(database, only=(B,), projectb=set())
    for channel in chat.channels.values():
        channel.outcomes = [Outcome(Verdict.REFUSED)] * 20
    await chat.play("""
    ⏰ 2026-11-23 08:30
    ⏰ 2026-11-30 09:20
    """)
    assert await states(chat, "projectb", 2) == {"guotao": ConsentState.UNTOLD}
    await chat.close()


async def test_what_somebody_said_before_is_kept(database: Database) -> None:
    first = await opened(database, OLD, only=(B,))
    await first.play(f"""
    王五@{B}> 同意
    机器人@{B}> 已记下：王五 同意{B}的群规（第 1 版）。想看内容发 /群规。
    """)
    await first.close()
    second = await opened(database, NEW, only=(B,))
    await second.play(f"""
    王五> /群规 {B}
    机器人> {B}的群规（第 2 版）：
    1. 工作资料不外传。
    2. 用真名。
    3. 报告隐患随时可以说。
    你同意过第 1 版，这一版还没表态。同意就回复「/同意 群规 {B}」。
    """)
    assert await states(second, "projectb", 1) == {"wangwu": ConsentState.AGREED}
    await second.close()


async def test_what_is_new_is_told_from_what_he_answered_last(database: Database) -> None:
    """王五 said yes to the first version, and never heard of the second."""
    first = await opened(database, OLD, only=(B,))
    await first.play(f"""
    王五@{B}> 同意
    机器人@{B}> …
    """)
    await first.close()
    await (await opened(database, f"{OLD}\n4. 不刷屏。", only=(B,))).close()
    third = await opened(database, f"{OLD}\n4. 不刷屏。\n5. 不发链接。", only=(B,))
    await third.play(f"""
    ⏰ 2026-11-23 08:30
    机器人→郭涛> 群规更新了：{B}（第 3 版）。
    新增：不发链接。
    全文发 /群规 {B}。
    机器人→郭涛> …
    机器人→王强> 群规更新了：{B}（第 3 版）。
    新增：不发链接。
    全文发 /群规 {B}。
    机器人→王强> …
    机器人→王五> 群规更新了：{B}（第 3 版）。
    新增：不刷屏。
    新增：不发链接。
    全文发 /群规 {B}。
    机器人→王五> …
    """)
    await third.close()


async def test_the_same_text_asks_nobody(database: Database) -> None:
    await (await opened(database, OLD)).close()
    chat = await opened(database, "一、不外传。\n二、不发广告。\n\n三、用真名。")
    await chat.play("⏰ 2026-11-24 12:00")
    await chat.close()


async def test_a_card_of_an_older_version_does_nothing(database: Database) -> None:
    second = await changed(database, only=(B,), projectb=set())
    await second.advance(second.clock.time.replace(day=23, hour=9))
    card = second.newest_card if second.said() else None
    await second.close()
    third = await opened(database, f"{NEW}\n4. 不刷屏。", only=(B,), projectb=set())
    await third.core.settle()
    assert card
    await third.press("郭涛", card, "agree")
    assert "这张卡片过期了" in third.said()[-1].words
    assert (await states(third, "projectb", 2)) == {"guotao": ConsentState.VOID}
    await third.close()


async def test_who_leaves_is_asked_nothing_more(database: Database) -> None:
    chat = await changed(database, only=(B,), projectb={"wangwu", "lisi"})
    by = Act("test", "test", "test", "test", chat.clock.now())
    await chat.core.records.groups.leave(GroupId("projectb"), [UserId("lisi")], cause="test", by=by)
    await chat.core.book.refresh()
    await chat.play("""
    ⏰ 2026-11-23 08:30
    机器人→郭涛> …
    机器人→郭涛> …
    机器人→王五> …
    机器人→王五> …
    """)
    assert (await states(chat, "projectb", 2))["lisi"] is ConsentState.VOID
    await chat.close()


async def test_who_came_in_while_the_job_began_is_asked_by_the_next(database: Database) -> None:
    chat = await opened(database, NEW, only=(B,))
    store, said = chat.core.records, list[object]()
    ctx = JobContext(
        chat.clock.now(),
        chat.clock.now(),
        chat.core.book.company(),  # as it was before he came in
        store,
        Act("job", "group-rules", "定时任务", "test", chat.clock.now()),
        lambda _, content: said.append(content),
    )

    async def work() -> None:
        await store.groups.join(GroupId("projectb"), [UserId("lisi")], cause="test", by=ctx.act)
        await ask_newcomers(ctx, next(each for each in ctx.company.groups if each.id == "projectb"), [UserId("lisi")])
        assert await walk(ctx) == ctx.now

    await chat.core.database.transact(work)
    assert said == []
    assert (await states(chat, "projectb", 1))["lisi"] is ConsentState.TO_ASK
    await chat.core.settle()
    assert (await states(chat, "projectb", 1))["lisi"] is ConsentState.ASKED
    await chat.close()


async def test_in_portions(database: Database) -> None:
    """The second portion follows a second later; nobody is asked twice."""
    people = {f"p{n:03}" for n in range(200)}

    def change(company: Company) -> Company:
        (someone,) = company.named("王五")
        more = tuple(replace(someone, user_id=UserId(user), name=f"员工{user}", staff_no=None) for user in people)
        with_them = told(NEW, only=(B,), projectb=people)(company)
        return replace(with_them, people=(*company.people, *more))

    await (await opened(database, OLD, only=(B,))).close()
    chat = await Chat.open(database, jobs=(ask_about_rules,), company=change)
    await chat.core.settle()
    await chat.advance(chat.clock.time.replace(day=23, hour=8, minute=30))
    first = {line.to for line in chat.said()}
    assert len(first) == 150
    await chat.advance(chat.clock.time.replace(hour=9))
    rest = {line.to for line in chat.said()}
    assert (len(rest), len(first & rest)) == (51, 0)
    await chat.close()


async def test_founding_members_are_asked_by_the_job(database: Database) -> None:
    sources = Sources(rooms=AppGroups())
    chat = await Chat.open(database, jobs=(run_errands, ask_about_rules), sources=sources, company=told(OLD))
    asks = f"[卡片] 同意项目C工作群的群规吗？ 第 1 版，内容见上一条。{ASKED.replace('30日(周一)', '29日(周日)')} [同意]"
    await chat.play(f"""{OPENED}
    赵国强> 按 [同意]
    机器人→周敏> RQ-20261122-001 {C}：已同意（赵国强，10:00）。接下来建群，结果马上告诉你。
    机器人> [卡片] 周敏 申请{C} 已同意（赵国强，10:00）。
    ⏰ 2026-11-22 10:00
    机器人→周敏> …
    ⏰ 2026-11-22 10:01
    机器人→项目C工作群> 项目C工作群建好了，群管理员是 周敏，批准编号 RQ-20261122-001。请把群昵称改成「部门-姓名」。
    群规（第 1 版）：
    1. 不外传。
    2. 不发广告。
    3. 用真名。
    我也私聊发给每个人。同意就在那边按「同意」。
    机器人→赵国强> 项目C工作群的群规（第 1 版）：
    1. 不外传。
    2. 不发广告。
    3. 用真名。
    你的群昵称请写：赵国强
    机器人→赵国强> {asks}
    机器人→周敏> 项目C工作群的群规（第 1 版）：
    1. 不外传。
    2. 不发广告。
    3. 用真名。
    你的群昵称请写：行政人事部-周敏
    机器人→周敏> {asks}
    """)
    await chat.close()
