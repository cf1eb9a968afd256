from bot.storage.models.safety_calendar import SafetyQuestionRecord
from tests.chat import Chat


async def test_a_law_is_named_with_its_article(chat: Chat) -> None:
    await chat.say("张三", "/安全问答 领导让我违章干活 可以拒绝吗")
    (said,) = chat.said()
    assert said.words.startswith("你可以拒绝违章指挥")
    assert said.words.endswith("来源：安全生产法第五十四条")


async def test_in_words_of_ones_own(chat: Chat) -> None:
    await chat.play("""
        张三> 灭火器怎么用？
        机器人> 灭火器会用吗？四个字…
        张三> 请教一下安全问题：叉车能带人吗
        机器人> 叉车三件事：看、慢、让…
    """)


async def test_a_group_hears_the_answer_too(chat: Chat) -> None:
    await chat.play("""
        张三@项目A工作群> /安全问答 工伤认定多少天内申请
        机器人@项目A工作群> 工伤认定有时限…
    """)


async def test_who_does_not_want_it_passed_on_is_left_alone(chat: Chat) -> None:
    await chat.play("""
        张三> /安全问答 潜水作业要什么证
        机器人> [卡片] 没有找到 …
        张三> 按 [不用了]
        机器人> [卡片] 好 没有转。想问别的，发 /安全问答 问题。
    """)


async def test_a_second_press_changes_nothing(chat: Chat) -> None:
    await chat.say("张三", "/安全问答 潜水作业要什么证")
    chat.said()
    card = chat.newest_card
    await chat.press("张三", card, "pass")
    assert [line.to for line in chat.said()] == ["陈安", "张三"]
    await chat.press("张三", card, "pass")
    assert [line.words for line in chat.said()] == ["[卡片] 已经转过了 WD-20261122-001 已经转给陈安了。"]
    assert await SafetyQuestionRecord.all().count() == 1


async def test_the_officer_is_not_offered_to_ask_himself(chat: Chat) -> None:
    await chat.play("""
        陈安> /安全问答 潜水作业要什么证
        机器人> 资料库里没有找到「潜水作业要什么证」的答案，我不乱说。换个说法再问一次，例如：/安全问答 灭火器怎么用。
    """)


async def test_nobody_is_mentioned_by_a_question(chat: Chat) -> None:
    await chat.say("张三", "/安全问答 潜水<@all>要什么证")
    assert "<@all>" not in "".join(line.words for line in chat.said())


async def test_nothing_asked_and_too_much_asked(chat: Chat) -> None:
    await chat.play(f"""
        张三> /安全问答
        机器人> 想问什么？比如：灭火器怎么用。直接回复就行，10:10 前有效；不办了就回「算了」。
        张三> 算了
        机器人> 好的，「安全问答」先不办了。
        张三> /安全问答 {"潜" * 201}
        机器人> 问题有 201 个字，最多写 200 个。请写短一些，一次问一件事。
    """)
