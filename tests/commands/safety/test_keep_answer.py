from tests.chat import Chat
from tests.commands.safety.test_answer_question import ANSWERED, ASKED

REVIEWED = """
        陈安> 按 [收录]
        机器人→王强> [卡片] 收录这条安全问答吗？（WD-20261122-001）…
        机器人→周敏> [卡片] 收录这条安全问答吗？（WD-20261122-001）…
        机器人> [卡片] 收录 已请王强、周敏看一遍（WD-20261122-001），同意了就收录。"""


async def test_what_was_kept_answers_the_next_one_with_its_source(chat: Chat) -> None:
    await chat.play(f"""{ASKED}{ANSWERED}{REVIEWED}
        王强> 按 [同意收录]
        机器人→陈安> 你答复的「放射源怎么保管」（WD-20261122-001）已收录，别人再问就能找到，王强看过了。
        机器人> [卡片] 办好了 WD-20261122-001 已收录，别人再问就能找到。
        周敏> 按 [不收录]
        机器人> [卡片] 已经有人定了 WD-20261122-001 现在是已收录，不用再审。
        李四> /安全问答 放射源怎么保管
        机器人> 放射源怎么保管
        放进专用库，双人双锁。
        来源：安全管理员陈安答复，2026年11月22日（WD-20261122-001）
    """)


async def test_what_was_refused_is_not_found(chat: Chat) -> None:
    await chat.play(f"""{ASKED}{ANSWERED}{REVIEWED}
        周敏> 按 [不收录]
        机器人→陈安> 你答复的「放射源怎么保管」（WD-20261122-001）没有收录，周敏看过了。
        机器人> [卡片] 办好了 WD-20261122-001 没有收录。
        李四> /安全问答 放射源怎么保管
        机器人> [卡片] 没有找到…
    """)


async def test_nothing_is_kept_before_it_was_answered(chat: Chat) -> None:
    await chat.play(f"""{ASKED}
        陈安> /安全问答收录 WD-20261122-001
        机器人> WD-20261122-001 现在是待答，答复过、还没收录的才能收录。
    """)


async def test_who_answered_does_not_decide(chat: Chat) -> None:
    await chat.play(f"{ASKED}{ANSWERED}{REVIEWED}")
    card = await chat.core.records.cards.issue(
        topic="safety-question", subject="WD-20261122-001", holder=chat.user("陈安")
    )
    await chat.press("陈安", card, "agree")
    assert "答复的人不能审自己" in chat.said()[0].words


async def test_a_long_answer_is_read_in_full_before_anybody_agrees(chat: Chat) -> None:
    await chat.play(ASKED)
    await chat.say("陈安", f"/安全解答 WD-20261122-001 {'专库存放。' * 80}")
    chat.said()
    await chat.say("陈安", "/安全问答收录 WD-20261122-001")
    whole, card = [line.words for line in chat.said() if line.to == "周敏"]
    assert "专库存放。" * 80 in whole
    assert "全文见上一条消息" in card
