"""Asking to be let into a group: by its rule, by its keepers, by the app or by hand, once whatever happens."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.errors import Code
from bot.identifiers import TaskId, UserId
from bot.shapes.act import Act
from bot.shapes.incoming import Via
from bot.shapes.job import Job
from bot.shapes.outgoing import Card, Outcome, ToPerson, Verdict
from bot.storage.engine.database import Database
from tests.chat import Chat
from tests.commands.approvals.scenes import left
from tests.commands.members.comings import ERRANDS, explained, in_app_groups, members, with_group

B = "李四 申请入群：项目B工作群"
SCREENED = "部门：生产部 范围：符合 群昵称：还没登记，应为 生产部-李四 已在群：1 个"
CARD = f"[卡片] {B} RQ-20261122-001 {SCREENED} [同意] [驳回]"
SUBMITTED = "已提交 RQ-20261122-001：入群：项目B工作群。等 郭涛 审批。"
ASKED = f"""
    李四> /入群 项目B工作群
    机器人→郭涛> {CARD}
    机器人> {SUBMITTED}"""
AGREED = f"""{ASKED}
    郭涛> 按 [同意]
    机器人→李四> RQ-20261122-001 入群：项目B工作群：已同意（郭涛，10:00）。接下来拉你进群，办好了告诉你。
    机器人> [卡片] {B} 已同意（郭涛，10:00）。"""
BY_HAND = f"""{AGREED}
    ⏰ 2026-11-22 10:00
    机器人→郭涛> [卡片] 请把 李四 拉进项目B工作群 RQ-20261122-001；明天 18:00 前 [完成] [做不到]
    机器人→李四> RQ-20261122-001 拉你进项目B工作群，我自己办不了，已请 郭涛 来办，明天 18:00 前给你回音。"""
IN_BY_APP = "机器人→李四> RQ-20261122-001 你已进项目B工作群，由应用办的。请把群昵称改成「部门-姓名」。"


@pytest.fixture
def jobs() -> Sequence[Job]:
    return ERRANDS


async def test_by_the_app(database: Database) -> None:
    chat, app = await in_app_groups(database)
    await chat.play(f"""{AGREED}
    ⏰ 2026-11-22 10:00
    {IN_BY_APP}
    """)
    assert UserId("lisi") in await members(chat, "projectb") & app.members("项目B工作群")
    await chat.close()


async def test_by_hand_the_one_who_agreed_is_asked_and_no_second_time(chat: Chat) -> None:
    await chat.play(f"""{BY_HAND}
    郭涛> 按 [完成]
    机器人→李四> RQ-20261122-001 你已进项目B工作群，由 郭涛 办的。请把群昵称改成「部门-姓名」。
    机器人> [卡片] 请把 李四 拉进项目B工作群 已记下：已办好，已告诉 李四。这个群的名单我看不到，只能以你说的为准。
    李四> /入群 项目B工作群
    机器人> 你已经在项目B工作群里，不用再申请。
    """)
    assert UserId("lisi") in await members(chat, "projectb")


async def test_by_hand_it_may_be_impossible(chat: Chat) -> None:
    await chat.play(f"""{BY_HAND}
    郭涛> 按 [做不到]
    机器人→李四> RQ-20261122-001 没办成：把 李四 拉进项目B工作群。郭涛 说做不到，请直接找对方问明原因。
    机器人> [卡片] 请把 李四 拉进项目B工作群 已记下：没办成，已告诉 李四。
    """)
    assert UserId("lisi") not in await members(chat, "projectb")


@pytest.mark.parametrize("errcode", [60011, 86001, 86215])
async def test_refused_by_wecom_then_by_hand(database: Database, errcode: int) -> None:
    chat, app = await in_app_groups(database)
    app.answers = [Outcome(Verdict.REFUSED, errcode=errcode)]
    await chat.play(BY_HAND)
    assert UserId("lisi") not in await members(chat, "projectb")
    await chat.close()


async def test_in_doubt_it_is_asked_again_and_told_once(database: Database) -> None:
    chat, app = await in_app_groups(database)
    app.answers = [Outcome(Verdict.UNKNOWN), Outcome(Verdict.RETRY)]
    await chat.play(f"""{AGREED}
    ⏰ 2026-11-22 10:01
    ⏰ 2026-11-22 10:02
    {IN_BY_APP}
    ⏰ 2026-11-22 12:00
    """)
    assert UserId("lisi") in app.members("项目B工作群")
    await chat.close()


def two_keepers(company: Company) -> Company:
    return with_group(company, "projectb", deputies=frozenset({UserId("wangwu")}))


async def test_two_keepers_press_the_same_card(database: Database) -> None:
    chat, app = await in_app_groups(database, two_keepers)
    await chat.play(f"""
    李四> /入群 项目B工作群
    机器人→郭涛> {CARD}
    机器人→王五> {CARD}
    机器人> 已提交 RQ-20261122-001：入群：项目B工作群。等 郭涛 或 王五 审批。
    王五> 按 [同意]
    机器人→郭涛> RQ-20261122-001 王五同意了。
    机器人→李四> RQ-20261122-001 入群：项目B工作群：已同意（王五，10:00）。接下来拉你进群，办好了告诉你。
    机器人> [卡片] {B} 已同意（王五，10:00）。
    郭涛> 按 [同意]
    机器人> [卡片] {B} RQ-20261122-001 已同意（王五，10:00）。不用再审批了。
    ⏰ 2026-11-22 10:00
    {IN_BY_APP}
    """)
    assert app.asked == ("add",)
    await chat.close()


async def test_two_keepers_press_at_the_same_moment(database: Database) -> None:
    """One of them decides, the other is told; one errand, one message to who asked."""
    chat, app = await in_app_groups(database, two_keepers)
    await chat.say("李四", "/入群 项目B工作群")
    chat.said()
    cards = {
        parcel.address.user: parcel.content.task_id or TaskId("")
        for parcel in chat.channels[Via.APP].sent
        if isinstance(parcel.address, ToPerson) and isinstance(parcel.content, Card)
    }
    await asyncio.gather(*(chat.press(name, cards[chat.user(name)], "agree.1") for name in ("郭涛", "王五")))
    await chat.core.settle()
    told = [line.words for line in chat.said() if line.to == "李四"]
    assert len([words for words in told if "已同意" in words]) == 1
    assert len([words for words in told if "你已进" in words]) == 1
    assert (app.asked, UserId("lisi") in app.members("项目B工作群")) == (("add",), True)
    await chat.close()


async def test_whoever_stands_in_for_a_keeper_on_leave_decides(chat: Chat) -> None:
    """He isn't in the group, so doing it by hand is the keeper's."""
    await chat.play(f"""
    郭涛> /委托 11.22-11.27 @陈安
    机器人→陈安> [卡片] …
    机器人> …
    陈安> 按 [接受]
    机器人→郭涛> …
    机器人> …
    李四> /入群 项目B工作群
    机器人→陈安> [卡片] {B} RQ-20261122-001，郭涛不在，由你代审 {SCREENED} [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：入群：项目B工作群。等 陈安 审批。
    陈安> 按 [同意]
    机器人→李四> RQ-20261122-001 入群：项目B工作群：已同意（陈安代郭涛，10:00）。接下来…
    机器人> …
    ⏰ 2026-11-22 10:00
    机器人→郭涛> [卡片] 请把 李四 拉进项目B工作群 RQ-20261122-001；明天 18:00 前 [完成] [做不到]
    机器人→李四> …
    """)


async def test_without_a_keeper_who_appoints_them_is_asked(database: Database) -> None:
    chat = await Chat.open(database, jobs=ERRANDS, company=lambda company: left(company, "guotao"))
    await chat.play(f"""
    李四> /入群 项目B工作群
    机器人→李娜> {CARD}
    机器人→周敏> {CARD}
    机器人> 已提交 RQ-20261122-001：入群：项目B工作群。等 李娜 或 周敏 审批。
    """)
    await chat.close()


async def test_who_asks_twice_is_told_how_it_stands(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
    李四> 拉我进项目B工作群呗
    机器人> [卡片] 你是想「入群 项目B工作群」吗？ 10:30 前有效 [确认] [算了]
    李四> 按 [确认]
    机器人> [卡片] 没有办成 已提交 RQ-20261122-001，等 郭涛 审批。不用再发一次。
    郭涛> 按 [同意]
    机器人→李四> …
    机器人> …
    李四> /入群 项目B工作群
    机器人> RQ-20261122-001 已经在办了，办好了会告诉你，不用再发一次。
    """)


async def test_the_rule_is_named_and_an_exception_offered(chat: Chat) -> None:
    who = "总裁、常务副总裁、分管副总，以及经批准的总裁助理和高管级人员"
    rule = f"集团高管工作群的成员限{who}（《企业微信工作群管理办法》第四条）"
    await chat.play(f"""
    李四> /入群 集团高管工作群
    机器人> [卡片] 要申请例外吗？ {rule}，你不在其中，不能直接进群。确有需要可以申请例外。
    按一个，或回复序号、名称，10:10 前有效 [申请例外] [算了]
    李四> 按 [申请例外]
    机器人> [卡片] 已选：申请例外 为什么要例外进这个群？直接回复就行，10:10 前有效；不办了就回「算了」。
    李四> 协助筹备年会
    机器人→林宓> [卡片] 李四 申请例外入群：集团高管工作群 RQ-20261122-001 部门：生产部 范围：不符合，要例外批准 …
    机器人> 已提交 RQ-20261122-001：例外入群：集团高管工作群。等 林宓 审批。
    李四> /为什么
    机器人> 10:00 你私聊我用「入群」，没有办成。
    规则：现在还不符合这件事的条件。
    请看当时的回复里写的条件，或问人力资源。
    """)


@pytest.mark.parametrize(
    "line",
    [
        "拉我进项目B工作群呗",
        "我想加入项目B工作群",
        "麻烦拉我进下项目B群",
        "能不能把我拉进项目B工作群？",
        "请把我加到项目B群里",
        "我能进项目B工作群吗",
        "带我进项目B群",
        "想进项目B的群",
        "我要入项目B工作群",
        "ruqun 项目B工作群",
    ],
)
def test_how_people_say_it(line: str) -> None:
    assert explained("李四", line) == ("入群", "项目B工作群", True)


@pytest.mark.parametrize(
    ("who", "line", "code"),
    [
        ("李四", "/入群", Code.MISSING_ARG),
        ("李四", "拉我进群", Code.MISSING_ARG),
        ("李四", "/入群 项目工作群", Code.AMBIGUOUS_GROUP),
        ("李四", "/入群 集团高管工作群", Code.NOT_ELIGIBLE),
        ("李四", "/入群 高管群", Code.NOT_ELIGIBLE),
        ("李四", "/入群 运营推动群 想学习", Code.NOT_ELIGIBLE),
        ("李四", "/入群 保密群", Code.NOT_FOUND),
        ("孙丽", "/入群 项目A工作群", Code.NOT_ELIGIBLE),
        ("李四", "拉我进项目A营销微信平台", Code.NOT_ELIGIBLE),
        ("张三", "/入群 项目A工作群", Code.DUPLICATE),
    ],
)
def test_what_can_not_be(who: str, line: str, code: Code) -> None:
    assert explained(who, line) == ("入群", code, False)


async def test_what_a_keeper_sees_of_the_nickname(chat: Chat) -> None:
    seen = "部门：生产部 范围：符合 群昵称：规范 已在群：1 个"
    await chat.play(f"""
    李四@项目B工作群> /改昵称 生产部-李四
    机器人@项目B工作群> …
    李四> /入群 项目B工作群
    机器人→郭涛> [卡片] 李四 申请入群：项目B工作群 RQ-20261122-001 {seen} [同意] [驳回]
    机器人> …
    """)


async def test_who_may_not_know_of_a_group_is_offered_no_part_of_its_name(chat: Chat) -> None:
    await chat.play("""
    李四> /入群 计划群
    机器人> 没有找到「计划群」。请写全群名，或到那个群里 @我 再发一次。
    """)


async def test_who_names_a_kind_of_group_reads_its_rule_and_nothing_of_the_groups(chat: Chat) -> None:
    await chat.play("""
    李四> /入群 高管群
    机器人> 集团高管工作群的成员限总裁、常务副总裁、分管副总，以及…
    """)


async def test_whoever_moves_away_meanwhile_stays_outside(chat: Chat) -> None:
    await chat.play(ASKED)
    company, records = chat.company, chat.core.records
    finance = next(each.id for each in company.departments if each.name == "财务部")
    moved = [
        replace(each, main_department=finance, departments=(finance,)) if each.user_id == "lisi" else each
        for each in company.people
    ]
    by = Act("test", "test", "test", "test", chat.clock.now())
    await records.directory.replace(company.departments, moved, by=by)
    await chat.core.book.refresh()
    followed = "不过部门或职务刚有变动，现在不在这个群的成员范围里，所以没有进群。"
    await chat.play(f"""
    郭涛> 按 [同意]
    机器人→李四> RQ-20261122-001 入群：项目B工作群：已同意（郭涛，10:00）。{followed}
    机器人> …
    """)
    assert not await records.errands.open_ones()
