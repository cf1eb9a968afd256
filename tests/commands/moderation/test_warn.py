"""A warning as those live it who give it, get it and may not: what each reads, and what the group doesn't."""

import pytest

from bot.domain.moderation.cases.case import digest_of
from bot.errors import Code
from bot.explaining import Utterance, explain
from bot.identifiers import UserId
from bot.storage.engine.database import Database
from bot.storage.models.moderation import CaseRecord, EvidenceRecord
from bot.storage.models.operating import Trail
from tests.chat import Chat
from tests.commands.members.comings import BOOK, FILE
from tests.commands.moderation.warnings import WARNED, A, binding


async def test_he_reads_clause_count_and_how_to_appeal(chat: Chat) -> None:
    await chat.play("""
    郑群@项目A工作群> /警告 @张三 刷广告
    机器人→张三> 你在项目A工作群受到警告，编号 WG-20261122-001。
    原因：刷广告（广告和刷屏）。处理人：郑群。
    依据：《企业微信社群管理制度》第9.3条、第10.1条。180 天内第 1 次「广告和刷屏」。
    这份制度还没走完公示程序，这次只为维持秩序，不算处分。
    不同意，11月25日(周三)前（含当天）发 /申诉 WG-20261122-001 理由，由没有参与的同事来看。
    机器人→郑群> WG-20261122-001 张三 警告，180 天内第 1 次「广告和刷屏」。依据：《企业微信社群管理制度》第9.3条、…
    机器人@项目A工作群> 已办，编号 WG-20261122-001，详情私聊你了。
    """)


async def test_where_the_policy_binds_nothing_is_taken_off_it(database: Database) -> None:
    """劳动合同法 art. 4: it was discussed, consulted about, published and signed for."""
    chat = await Chat.open(database, company=binding)
    await chat.say("郑群", "/警告 @张三 刷广告", room=A)
    (told,) = [line.words for line in chat.said() if line.to == "张三"]
    assert "不算处分" not in told
    await chat.close()


async def test_what_is_said_again_within_ten_minutes_is_one_case(chat: Chat) -> None:
    """Also by another administrator, and by another kind of step: one act, one case."""
    await chat.play(f"""{WARNED}
    王强@项目A工作群> /警告 @张三 发广告
    机器人@项目A工作群> [卡片] 要另记一次吗？ 10:00 已经为「广告和刷屏」警告过（WG-20261122-001），一件事只处理一次。…
    郑群@项目A工作群> /禁言 @张三 1小时 刷屏
    机器人@项目A工作群> [卡片] 要另记一次吗？ 10:00 已经为「广告和刷屏」警告过（WG-20261122-001），一件事只处理一次。…
    郑群@项目A工作群> 按 [另记一次]
    机器人→张三> 你在项目A工作群被禁言 1 小时，到 11:00 为止，编号 WG-20261122-002。…
    机器人→郑群> [卡片] 请在项目A工作群禁言张三 …
    机器人→郑群> WG-20261122-002 张三 禁言到 11:00，180 天内第 2 次「广告和刷屏」。…
    机器人@项目A工作群> [卡片] 已选：另记一次 已办，编号 WG-20261122-002，详情私聊你了。
    """)


async def test_later_it_is_another_one(chat: Chat) -> None:
    await chat.play(f"""{WARNED}
    ⏰ 2026-11-22 10:10
    郑群@项目A工作群> /警告 @张三 刷广告
    机器人→张三> …
    机器人→郑群> WG-20261122-002 张三 警告，180 天内第 2 次「广告和刷屏」。…
    机器人@项目A工作群> 已办，编号 WG-20261122-002，详情私聊你了。
    """)


async def test_a_quoted_message_is_sealed_and_judged_once(chat: Chat) -> None:
    spam = "加V信xxx 低价出货"
    await chat.say("郑群", "/警告 @张三 不像话", room=A, quote=spam)
    told = {line.to or line.room: line.words for line in chat.said()}
    assert f"证据：引用的消息「{spam}」，郑群 10:00 引用，指纹 {digest_of(spam)[:12]}。" in told["张三"]
    assert "广告和刷屏" in told["张三"]  # by what was quoted
    assert spam not in told[A]
    await chat.say("王强", "/禁言 @张三 1小时 又刷广告", room=A, quote=spam)
    assert [line.words for line in chat.said()] == ["这条消息已经处理过了，编号 WG-20261122-001。一件事只处理一次。"]
    assert spam not in str(await EvidenceRecord.all().values())


async def test_who_wrote_what_is_quoted_has_to_be_named(chat: Chat) -> None:
    """And the quote is evidence all the same, once he is."""
    await chat.say("郑群", "/警告 广告", room=A, quote="加V信xxx 低价出货")
    assert [line.words for line in chat.said()] == [
        "对谁？请 @ 对方（引用里看不到是谁发的）。@我 回复就行，10:10 前有效；不办了就回「算了」。"
    ]
    await chat.say("郑群", "@张三", room=A)
    assert any("加V信xxx" in line.words for line in chat.said() if line.to == "张三")


@pytest.mark.parametrize("quote", ["3号车间配电箱门坏了，线都露出来了", "着火了快来人"])
async def test_nobody_is_charged_with_telling_of_a_danger(chat: Chat, quote: str) -> None:
    await chat.say("郑群", "/警告 @张三 引发恐慌", room=A, quote=quote)
    (said,) = chat.said()
    assert said.words.startswith("引用的是在反映隐患或报告事故，不能因此处理")
    assert await CaseRecord.all().count() == 0


async def test_a_danger_in_the_reason_is_raised_first(chat: Chat) -> None:
    await chat.say("郑群", "/警告 @张三 原因 3号车间着火了", room=A)
    said = [each.words for each in chat.said()]
    assert any("SG-20261122-001" in each for each in said)
    assert any("「/警告」还没有办" in each for each in said)
    assert not await CaseRecord.all()


async def test_a_danger_that_somebody_spoke_of_is_asked_about(chat: Chat) -> None:
    """What was made up may be charged; what may be so comes first."""
    await chat.play("""
    郑群@项目A工作群> /警告 @张三 他说配电箱冒烟了
    机器人@项目A工作群> [卡片] 要报险情吗？ 原因里像在说一处险情，还没有处理谁。…
    郑群@项目A工作群> /警告 @张三 造谣说3号车间着火了
    机器人→张三> 你在项目A工作群受到警告，编号 WG-20261122-001。…
    机器人→郑群> WG-20261122-001 张三 警告，180 天内第 1 次「谣言和虚假信息」。…
    机器人@项目A工作群> 已办，编号 WG-20261122-001，详情私聊你了。…
    """)


@pytest.mark.parametrize("reason", ["上报隐患", "拒绝冒险作业", "爱举报同事"])
async def test_what_is_anybodys_right_is_no_reason(chat: Chat, reason: str) -> None:
    await chat.say("郑群", f"/警告 @张三 {reason}", room=A)
    assert any("不能因此处理" in each.words for each in chat.said())
    assert not await CaseRecord.all()


async def test_who_reported_a_danger_takes_somebody_higher_and_nobody_is_told_why(chat: Chat) -> None:
    await chat.play("""
    张三> /隐患 3号车间 配电箱门坏了 匿名
    机器人→陈安> …
    机器人> …
    郑群@项目A工作群> /警告 @张三 刷广告
    机器人→王强> [卡片] 郑群 申请警告 张三 RQ-20261122-001 …
    机器人→周敏> [卡片] 郑群 申请警告 张三 RQ-20261122-001 …
    机器人@项目A工作群> 已私聊你。
    机器人→郑群> 这次要由更高一级批准，已经替你转过去。已提交 RQ-20261122-001：警告 张三，等 王强、周敏 决定。…
    周敏> /驳回 RQ-20261122-001 没有证据
    机器人→王强> …
    机器人→郑群> RQ-20261122-001 警告 张三：已驳回（周敏，10:00，理由：没有证据）。没有处理，什么都没有改动。
    机器人> …
    张三> /违规记录
    机器人> 你没有违规记录。
    """)


async def test_the_trail_has_who_and_by_which_right_and_no_words(chat: Chat) -> None:
    await chat.play(WARNED)
    rows = await Trail.filter(subject="case:WG-20261122-001").values("actor", "authority", "action", "details")
    assert {(row["actor"], row["authority"]) for row in rows} == {(UserId("zhengqun"), "群管理员")}
    assert "广告" not in str(rows)


@pytest.mark.parametrize(
    ("who", "line", "group", "expected"),
    [
        ("张三", "/警告 @何苗 刷屏", A, Code.NO_PERMISSION),
        ("冯销", "/警告 @张三 刷屏", A, Code.NO_PERMISSION),
        ("冯销", "/警告 @张三 刷屏 项目A工作群", None, Code.NO_PERMISSION),
        ("郑群", "/警告 @张三", A, Code.MISSING_ARG),
        ("郑群", "/警告 广告", A, Code.MISSING_ARG),
        ("郑群", "/警告 @王强 刷屏", A, Code.HIGHER_ROLE),
        ("郑群", "/警告 @郑群 刷屏", A, Code.SELF_TARGET),
        ("郑群", "/警告 我 刷屏", A, Code.SELF_TARGET),
        ("郑群", "/警告 @李四 刷屏", A, Code.TARGET_NOT_IN_GROUP),
        ("郑群", "/警告 @刘洋 发广告", A, Code.AMBIGUOUS_PERSON),
        ("郑群", "/警告 @张三 @何苗 发广告", A, Code.CLARIFY),
        ("郑群", "/警告 @没有这人 发广告", A, Code.NOT_FOUND),
        ("郑群", "/警告 @何苗 骚扰女同事", A, Code.NO_PERMISSION),
    ],
)
def test_who_may_not_and_what_can_not_be(who: str, line: str, group: str | None, expected: Code) -> None:
    said = explain(Utterance(line, sender=who, group=group), FILE, BOOK)
    assert (said["command"], said["error"]) == ("警告", expected)


@pytest.mark.parametrize(
    ("who", "line", "group", "target", "reason", "category", "asks"),
    [
        ("郑群", "/警告 @张三 刷广告", A, "张三", "刷广告", "C15", False),
        ("郑群", "／警告　@张三　刷广告", A, "张三", "刷广告", "C15", False),
        ("郑群", "/warn @何苗 骂人", A, "何苗", "骂人", "C12", False),
        ("郑群", "警告 何苗 在群里骂人", A, "何苗", "在群里骂人", "C12", False),
        ("郑群", "/警告 @刘洋0086 发广告", None, "刘洋(0086)", "发广告", "C15", True),  # which group wasn't said
        ("周敏", "/警告 王五 泄密", None, "王五", "泄密", "C02", False),
        ("郑群", "警告一下张三，他又发广告了", A, "张三", "他又发广告了", "C15", False),
        ("郑群", "麻烦给何苗一个警告，上班打游戏", A, "何苗", "上班打游戏", "C09", True),
    ],
)
def test_how_people_say_it(
    who: str, line: str, group: str | None, target: str, reason: str, category: str, asks: bool
) -> None:
    said = explain(Utterance(line, sender=who, group=group), FILE, BOOK)
    assert said.get("command") == "警告", said
    assert (said["args"]["target"], said["args"]["reason"], said["args"]["category"]) == (target, reason, category)
    assert said["needs_confirm"] is asks


async def test_what_is_only_guessed_is_asked_past_the_group(chat: Chat) -> None:
    """Whether somebody is meant to be warned is nobody's to read before it is meant (D5§12(1))."""
    await chat.play("""
    郑群@项目A工作群> @小助手 张三又在群里拉票，给他记个警告
    机器人@项目A工作群> 已私聊你。
    机器人→郑群> [卡片] 你是想「警告 张三 又在群里拉票」吗？ 10:30 前有效 [确认] [算了]
    郑群> 按 [确认]
    机器人→张三> 你在项目A工作群受到警告，编号 WG-20261122-001。…
    机器人→郑群> WG-20261122-001 张三 警告，…
    机器人> [卡片] 已确认：警告 张三 又在群里拉票 已办，编号 WG-20261122-001，详情私聊你了。
    """)
