"""Deciding, in all the ways it can go: by card, by number, by a bare word, late, twice, on oneself."""

from collections.abc import AsyncIterator, Sequence

import pytest

from bot.discovery import find_commands
from bot.files.company import load
from bot.shapes.arguments import Scene
from bot.shapes.incoming import Via
from bot.shapes.job import Job
from bot.shapes.outgoing import Outcome, Verdict
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail
from bot.understanding.small_talk import SmallTalk
from bot.understanding.understand import understand
from scheduler.approval_reminders import remind
from tests.chat import SAMPLE_COMPANY, Chat
from tests.commands.approvals.scenes import BOTH_OPENED, OPENED, C, left, with_two


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (remind,)


@pytest.fixture
async def two(database: Database) -> AsyncIterator[Chat]:
    chat = await with_two(database)
    yield chat
    await chat.close()


async def test_by_the_button(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    赵国强> 按 [同意]
    机器人→周敏> RQ-20261122-001 {C}：已同意（赵国强，10:00）。接下来建群，结果马上告诉你。
    机器人> [卡片] 周敏 申请{C} 已同意（赵国强，10:00）。
    赵国强> 按 [同意]
    机器人> [卡片] 周敏 申请{C} RQ-20261122-001 已同意（赵国强，10:00）。不用再审批了。
    """)


async def test_of_two_one_decides_and_the_other_is_told(two: Chat) -> None:
    await two.play(f"""{BOTH_OPENED}
    郭涛> 按 [同意]
    机器人→王强> RQ-20261122-001 郭涛同意了。
    机器人→周敏> RQ-20261122-001 {C}：已同意（郭涛，10:00）。接下来建群，结果马上告诉你。
    机器人> [卡片] 周敏 申请{C} 已同意（郭涛，10:00）。
    王强> 按 [同意]
    机器人> [卡片] 周敏 申请{C} RQ-20261122-001 已同意（郭涛，10:00）。不用再审批了。
    王强> /同意申请 RQ-20261122-001
    机器人> RQ-20261122-001 已同意（郭涛，10:00）。不用再审批了。
    """)


async def test_a_card_that_the_app_sent_shows_it(two: Chat) -> None:
    two.channels[Via.APP].outcomes = [Outcome(Verdict.DONE, receipt={"response_code": f"RC{n}"}) for n in range(2)]
    await two.play(f"""{BOTH_OPENED}
    郭涛> 按 [同意]
    机器人→王强> [卡片] 周敏 申请{C} 郭涛同意了。
    机器人→周敏> RQ-20261122-001 {C}：已同意（郭涛，10:00）。接下来建群，结果马上告诉你。
    机器人> [卡片] 周敏 申请{C} 已同意（郭涛，10:00）。
    """)


async def test_a_bare_word_means_the_only_one_and_is_asked_back(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    赵国强> 同意
    机器人> [卡片] 你是想「同意申请 RQ-20261122-001」吗？ 周敏 申请{C}；10:30 前有效 [确认] [算了]
    赵国强> 按 [确认]
    机器人→周敏> RQ-20261122-001 {C}：已同意（赵国强，10:00）。接下来建群，结果马上告诉你。
    机器人> [卡片] 已确认：同意申请 RQ-20261122-001 RQ-20261122-001 {C}：已同意（赵国强，10:00）。
    赵国强> 同意
    机器人> 现在没有等你审批的申请。要是在回答卡片，请按卡片上的按钮。
    """)


@pytest.mark.parametrize(
    ("sender", "line", "room", "expected"),
    [
        ("王强", "同意", None, ("同意申请", True)),
        ("王强", "同意！", None, ("同意申请", True)),
        ("王强", "ok", None, ("同意申请", True)),
        ("王强", "OK。", None, ("同意申请", True)),
        ("王强", "/同意 RQ-20261122-001", None, ("同意申请", False)),
        ("王强", "ok", "项目A工作群", None),
        ("张三", "ok", None, None),
        ("王强", "好的", None, None),
    ],
)
def test_a_bare_yes(sender: str, line: str, room: str | None, expected: tuple[str, bool] | None) -> None:
    file = load(SAMPLE_COMPANY)
    (person,) = file.company.named(sender)
    understood = understand(line, Scene(person, file.company, file.now, in_group=room is not None), find_commands())
    heard = None if isinstance(understood, SmallTalk) else (understood.command.name, understood.needs_confirm)
    assert heard == expected


async def test_a_bare_word_where_several_wait_is_a_choice(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    周敏> /建群 E4 项目D
    机器人→赵国强> [卡片] 周敏 申请建群：项目D工作群（项目公司工作群） RQ-20261122-002 [同意] [驳回]
    机器人> 已提交 RQ-20261122-002：建群：项目D工作群（项目公司工作群）。等 赵国强 审批。
    赵国强> 同意
    机器人> [卡片] 有 2 条申请等你审批，是哪一条？…
    """)


async def test_who_may_not(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    李四> /同意 RQ-20261122-001
    机器人> 这条申请不归你审批。发 /待办 看哪些在等你。
    周敏> /同意 RQ-20261122-001
    机器人> 不能审批自己的申请，也不能审批与自己有关的申请。已经有别人在审批了，发 /我的申请 看进度。
    赵国强> /同意 RQ-20261122-009
    机器人> 没有编号是 RQ-20261122-009 的申请。发 /待办 看哪些在等你，/我的申请 看你自己的。
    郑群@项目A工作群> /同意申请
    机器人@项目A工作群> 审批请私聊我，在群里我分不清是哪一条。发 /待办 看哪些在等你。
    """)


async def test_however_the_number_is_typed(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    赵国强> 批准ｒｑ２０２６１１２２００１
    机器人→周敏> …
    机器人> RQ-20261122-001 {C}：已同意（赵国强，10:00）。
    """)


async def test_the_applicant_withdraws_while_the_approver_reads(chat: Chat) -> None:
    await chat.play(f"""{OPENED}
    周敏> /撤回 RQ-20261122-001
    机器人→赵国强> RQ-20261122-001 申请人撤回了，不用再审批。
    机器人> 已撤回 RQ-20261122-001：{C}。
    赵国强> 按 [同意]
    机器人> [卡片] 周敏 申请{C} RQ-20261122-001 已撤回。不用再审批了。
    """)


async def test_a_restart_in_between(database: Database, jobs: Sequence[Job]) -> None:
    first = await Chat.open(database, jobs=jobs)
    await first.play(OPENED)
    card = first.newest_card
    await first.close()
    second = await Chat.open(database, jobs=jobs)
    await second.press("赵国强", card, "agree.1")
    assert [line.words[-7:] for line in second.said()] == ["果马上告诉你。", "10:00）。"]
    await second.press("赵国强", card, "agree.1")
    assert await Trail.filter(action__endswith="request.approved").count() == 1
    await second.close()


async def test_the_president_asks_and_somebody_else_decides(chat: Chat) -> None:
    await chat.play(f"""
    赵国强> /建群 E4 项目C
    机器人→林宓> [卡片] 赵国强 申请{C} RQ-20261122-001，赵国强不能审批这一条，由你审批 [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：{C}。等 林宓 审批。
    """)


async def test_who_has_left_is_not_asked(database: Database) -> None:
    chat = await Chat.open(database, jobs=(), company=lambda company: left(company, "zhaoguoqiang"))
    await chat.play(f"""
    周敏> /建群 E4 项目C
    机器人→钱卫东> [卡片] 周敏 申请{C} RQ-20261122-001 [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：{C}。等 钱卫东 审批。
    """)
    await chat.close()


async def test_a_foreign_button_does_nothing(chat: Chat) -> None:
    await chat.play(OPENED)
    for key in ("agree.", "agree.x", "yes", "agree.²", "agree.99999999999"):
        await chat.press("赵国强", chat.newest_card, key)
        assert [line.words for line in chat.said()] == [
            "[卡片] 没有办成 没看懂这个按钮，什么都没有改动。发 /待办 看现在等你审批的。"
        ]
    await chat.press("赵国强", chat.newest_card, "agree.7")
    assert "这张卡片是旧的" in chat.said()[0].words


async def test_in_a_group_nobody_reads_why_something_was_refused(chat: Chat) -> None:
    await chat.play("""
        张三> /请假 病假 明天
        机器人→王强> …
        机器人> …
        王强> /驳回 QJ-20261122-001 痔疮也要证明
        机器人→张三> …
        机器人> …
        王强@项目A工作群> /同意申请 QJ-20261122-001
        机器人@项目A工作群> 已私聊你。
        机器人→王强> QJ-20261122-001 已驳回（王强，10:00，理由：痔疮也要证明）。不用再审批了。
    """)
