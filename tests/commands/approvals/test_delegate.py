"""Somebody decides in another's place: once he accepts, for those days, and never on his own request."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.discovery import find_commands
from bot.errors import Code, UserError
from bot.files.company import load
from bot.shapes.arguments import Scene
from bot.shapes.job import Job
from bot.understanding.understand import Understood, understand
from scheduler.approval_reminders import remind
from tests.chat import SAMPLE_COMPANY, Chat
from tests.commands.approvals.scenes import OPENED, C

BOOK = find_commands()
FILE = load(SAMPLE_COMPANY)
AWAY = """
    赵国强> /委托 11.22-11.27 @钱卫东 出差
    机器人→钱卫东> [卡片] 赵国强 请你代为审批 11月22日(周日)至11月27日(周五)，出差 [接受] [谢绝]
    机器人> 已请 钱卫东 在11月22日(周日)至11月27日(周五)代你审批。对方接受后才生效，接受了我会告诉你。"""
ACCEPTED = f"""{AWAY}
    钱卫东> 按 [接受]
    机器人→赵国强> 钱卫东 答应在11月22日(周日)至11月27日(周五)代你审批。要收回，发 /收回委托。
    机器人> [卡片] 赵国强 请你代为审批 11月22日(周日)至11月27日(周五)：你已接受，到时该对方审批的申请会发给你。"""
TO_THE_DEPUTY = f"""
    周敏> /建群 E4 项目C
    机器人→钱卫东> [卡片] 周敏 申请{C} RQ-20261122-001，赵国强不在，由你代审 [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：{C}。等 钱卫东 审批。"""


@pytest.fixture
def jobs() -> Sequence[Job]:
    return (remind,)


def read(line: str, sender: str = "王强") -> Understood:
    (person,) = FILE.company.named(sender)
    understood = understand(line, Scene(person, FILE.company, FILE.now), BOOK)
    assert isinstance(understood, Understood)
    return understood


@pytest.mark.parametrize(
    ("line", "needs_confirm", "deputy", "start", "end"),
    [
        ("/委托 11.23-11.27 @李四", False, "李四", "2026-11-23", "2026-11-27"),
        ("/委托 @李四 11月23日到27日", False, "李四", "2026-11-23", "2026-11-27"),
        ("委托李四 明天到周五 出差", False, "李四", "2026-11-23", "2026-11-27"),
        ("/委托 刘洋(0213) 12月1号起3天", False, "刘洋(0213)", "2026-12-01", "2026-12-03"),
        ("11.23-11.27我出差，让李四代我审批", True, "李四", "2026-11-23", "2026-11-27"),
        ("明天我请假，请郑群替我批", True, "郑群", "2026-11-23", "2026-11-23"),
    ],
)
def test_who_and_when(line: str, needs_confirm: bool, deputy: str, start: str, end: str) -> None:
    understood = read(line)
    assert (understood.command.name, understood.needs_confirm) == ("委托", needs_confirm)
    wanted = {"deputy": deputy, "start": start, "end": end}
    assert {key: value for key, value in understood.explained().items() if key in wanted} == wanted


@pytest.mark.parametrize(
    ("line", "code", "candidates", "missing"),
    [
        ("11.23-11.27我出差，让刘洋代我审批", Code.AMBIGUOUS_PERSON, ["刘洋(0086)", "刘洋(0213)"], []),
        ("/委托 11.23-11.27 王强", Code.SELF_TARGET, [], []),
        ("/委托 11.23-11.27 我自己", Code.SELF_TARGET, [], []),
        ("/委托 11.2-11.5 李四", Code.PAST_DATE, [], []),
        ("/委托 李四", Code.MISSING_ARG, [], ["start"]),
        ("/委托 11.23-11.27", Code.MISSING_ARG, [], ["deputy"]),
        ("/委托 从明天起 李四", Code.MISSING_ARG, [], ["end"]),
        ("/委托 11.31 李四", Code.INVALID_DATE, [], []),
    ],
)
def test_refusals(line: str, code: Code, candidates: list[str], missing: list[str]) -> None:
    with pytest.raises(UserError) as refused:
        read(line)
    error = refused.value
    assert (error.command, error.code) == ("委托", code)
    assert [each.name for each in error.candidates] == candidates
    assert list(error.missing) == missing


async def test_the_deputy_is_asked_and_decides(chat: Chat) -> None:
    await chat.play(f"""{ACCEPTED}{TO_THE_DEPUTY}
    钱卫东> 按 [同意]
    机器人→周敏> RQ-20261122-001 {C}：已同意（钱卫东代赵国强，10:00）。接下来建群，结果马上告诉你。
    机器人> [卡片] 周敏 申请{C} 已同意（钱卫东代赵国强，10:00）。
    """)


async def test_whoever_is_away_may_still_decide(chat: Chat) -> None:
    await chat.play(f"""{ACCEPTED}{TO_THE_DEPUTY}
    赵国强> /同意 RQ-20261122-001
    机器人→钱卫东> RQ-20261122-001 赵国强同意了。
    机器人→周敏> …
    机器人> RQ-20261122-001 {C}：已同意（赵国强，10:00）。
    """)


async def test_what_is_only_offered_or_declined_changes_nothing(chat: Chat) -> None:
    await chat.play(f"""{AWAY}
    钱卫东> 按 [谢绝]
    机器人→赵国强> 钱卫东 不能在11月22日(周日)至11月27日(周五)代你审批。请换一位同事。
    机器人> [卡片] 赵国强 请你代为审批 11月22日(周日)至11月27日(周五)：你已谢绝，对方会收到通知。{OPENED}
    """)


async def test_what_waits_goes_to_the_deputy_too(chat: Chat) -> None:
    await chat.play(f"""{OPENED}{ACCEPTED}
    ⏰ 2026-11-22 10:00
    机器人→钱卫东> [卡片] 周敏 申请{C} RQ-20261122-001，赵国强不在，由你代审 [同意] [驳回]
    钱卫东> 同意
    机器人> [卡片] 你是想「同意申请 RQ-20261122-001」吗？ 周敏 申请{C}；10:30 前有效 [确认] [算了]
    """)


async def test_the_deputys_own_request_goes_up_the_line(chat: Chat) -> None:
    await chat.play(f"""{ACCEPTED}
    钱卫东> /建群 E4 项目C
    机器人→林宓> [卡片] 钱卫东 申请{C} RQ-20261122-001，赵国强不能审批这一条，由你审批 [同意] [驳回]
    机器人> 已提交 RQ-20261122-001：{C}。等 林宓 审批。
    """)


async def test_no_circles_and_one_at_a_time(chat: Chat) -> None:
    await chat.play(f"""{ACCEPTED}
    钱卫东> /委托 11.23 @赵国强
    机器人> 对方这段时间也把审批委托了出去，转一圈会回到你自己。请换一位同事。
    赵国强> /委托 11.27-11.30 @孙丽
    机器人> 你在11月22日(周日)至11月27日(周五)已经有一份委托（已接受）。先收回它，再发一次。
    """)


async def test_two_that_offer_each_other_make_no_circle(chat: Chat) -> None:
    """Offers count as well where a circle is looked for, so the second can't be made."""
    await chat.play(f"""{AWAY}
    钱卫东> /委托 11.23 @赵国强
    机器人> 对方这段时间也把审批委托了出去，转一圈会回到你自己。请换一位同事。
    """)


async def test_three_may_wait_for_their_answer(chat: Chat) -> None:
    await chat.play(f"""{AWAY}
    赵国强> /委托 11.28 @孙丽
    机器人→孙丽> …
    机器人> …
    赵国强> /委托 11.29 @林宓
    机器人→林宓> …
    机器人> …
    赵国强> /委托 11.30 @王强
    机器人> 你有 3 份委托还没有人答复，不能再多。等对方答复，或发 /收回委托 全部收回，再发一次。
    钱卫东> 按 [谢绝]
    机器人→赵国强> …
    机器人> …
    赵国强> /委托 11.30 @王强
    机器人→王强> …
    机器人> …
    """)


async def test_nobody_is_asked_twice_within_an_hour(chat: Chat) -> None:
    """Whatever became of the first time: taking back and offering again would send card after card."""
    await chat.play(f"""{AWAY}
    赵国强> /收回委托
    机器人→钱卫东> …
    机器人> …
    赵国强> /委托 11.23 @钱卫东
    机器人> 同一位同事一小时只能请一次，你已经请过了。11:00 以后再发，或换一位同事。
    """)
    chat.clock.time += timedelta(hours=1)
    await chat.play("""
    赵国强> /委托 11.23 @钱卫东
    机器人→钱卫东> …
    机器人> …
    """)


async def test_a_plain_sentence_is_asked_back_with_its_days(chat: Chat) -> None:
    await chat.play("""
    郭涛> 25号到27号让王五代我审批
    机器人> [卡片] 你是想「委托 25号到27号 王五」吗？ 11月25日(周三)至11月27日(周五)；10:30 前有效 [确认] [算了]
    """)
