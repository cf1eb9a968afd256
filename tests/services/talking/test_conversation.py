"""What a line leaves open is asked for, and the answer is read as if it had stood there from the beginning."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.discovery import find_commands
from bot.storage.engine.database import Database
from bot.storage.models.operating import Trail
from bot.storage.models.talking import DialogueRecord
from tests.chat import Chat
from tests.services.talking.desk import with_desk

ROOM = "哪间会议室？直接回复就行，10:10 前有效；不办了就回「算了」。"


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, commands=with_desk(find_commands()), jobs=())
    yield chat
    await chat.close()


async def test_what_is_missing_is_asked_for_one_after_the_other(chat: Chat) -> None:
    await chat.play(f"""
        张三> /退房间
        机器人> {ROOM}
        张三> 培训中心
        机器人> [卡片] 确定要退房间 培训中心吗？ 10:30 前有效 [确认] [算了]
        张三> /订房间 周会 培训中心
        机器人→张三> 培训中心的门禁已经给你开了。
        机器人> 订好了：培训中心，周会。
        张三> 订房间
        机器人> 哪间会议室？用来做什么？直接回复就行，10:10 前有效；不办了就回「算了」。
        张三> 培训中心
        机器人> 用来做什么？直接回复就行，10:10 前有效；不办了就回「算了」。
        张三> 开个周会
        机器人→张三> 培训中心的门禁已经给你开了。
        机器人> 订好了：培训中心，开个周会。
        张三> 开个周会
        机器人> 这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。
    """)


async def test_an_answer_that_is_none_is_asked_for_again(chat: Chat) -> None:
    await chat.play(f"""
        张三> /退房间
        机器人> {ROOM}
        张三> 随便
        机器人> 没看懂「随便」。哪间会议室？（10:10 前有效；不办了就回「算了」。）
        张三> 地下室
        机器人> 没有地下室可以订。请重新回答，或回「算了」。
        张三> 谢谢
        机器人> 不客气，有事随时找我。
        张三> 你是谁？
        机器人> 没看懂「你是谁？」。哪间会议室？（10:10 前有效；不办了就回「算了」。）
        张三> 昵称检查怎么用？
        机器人> /昵称检查：看群昵称是否规范
        用法：/昵称检查 生产部-张三
        张三> /一楼会议室
        机器人> [卡片] 确定要退房间 一楼会议室吗？ 10:30 前有效 [确认] [算了]
    """)


@pytest.mark.parametrize("words", ["算了", "取消", "不用了", "算了吧。", "/取消"])
async def test_nothing_happens_if_it_is_not_wanted_any_more(chat: Chat, words: str) -> None:
    await chat.play(f"""
        张三> /退房间
        机器人> {ROOM}
        张三> {words}
        机器人> 好的，「退房间」先不办了。
        张三> 培训中心
        机器人> 这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。
    """)


async def test_another_command_ends_the_question_and_says_so(chat: Chat) -> None:
    await chat.play(f"""
        张三> /退房间
        机器人> {ROOM}
        张三> 帮助 昵称检查
        机器人> /昵称检查：看群昵称是否规范
        用法：/昵称检查 生产部-张三
        （刚才问的「退房间」没有办。）
        张三> 培训中心
        机器人> 这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。
    """)


async def test_each_chat_has_its_own_question_and_each_person_too(chat: Chat) -> None:
    await chat.play(f"""
        张三> /退房间
        机器人> {ROOM}
        张三@项目A工作群> /订房间 周会
        机器人@项目A工作群> 哪间会议室？@我 回复就行，10:10 前有效；不办了就回「算了」。
        李四> 培训中心
        机器人> 这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。
        何苗@项目A工作群> 培训中心
        机器人@项目A工作群> 这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。
        张三@项目A工作群> @小助手 培训中心
        机器人→张三> 培训中心的门禁已经给你开了。
        机器人@项目A工作群> 订好了：培训中心，周会。
        张三> 一楼会议室
        机器人> [卡片] 确定要退房间 一楼会议室吗？ 10:30 前有效 [确认] [算了]
    """)


async def test_who_answers_too_late_is_told_what_became_of_it(chat: Chat) -> None:
    await chat.play(f"""
        张三> /退房间
        机器人> {ROOM}
        ⏰ 2026-11-22 10:11
        张三> 谢谢
        机器人> 不客气，有事随时找我。
        张三> 培训中心
        机器人> 刚才问你的「哪间会议室」，到 10:10 没等到回答，「退房间」就没有办。要办请重新发命令。
        张三> 培训中心
        机器人> 这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。
    """)


async def test_a_day_later_nobody_speaks_of_it(chat: Chat) -> None:
    await chat.play(f"""
        张三> /退房间
        机器人> {ROOM}
        ⏰ 2026-11-23 10:00
        张三> 培训中心
        机器人> 这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。
    """)


async def test_a_question_ends_with_its_day(chat: Chat) -> None:
    chat.clock.time += timedelta(hours=13, minutes=55)
    await chat.play("""
        张三> /退房间
        机器人> 哪间会议室？直接回复就行，23:59 前有效；不办了就回「算了」。
        ⏰ 2026-11-23 00:01
        张三> 培训中心
        机器人> 刚才问你的「哪间会议室」，到 11月22日(周日) 23:59 没等到回答，「退房间」就没有办。要办请重新发命令。
    """)


async def test_it_survives_a_restart(database: Database) -> None:
    before = await Chat.open(database, commands=with_desk(find_commands()), jobs=())
    await before.say("张三", "/退房间")
    await before.close()
    after = await Chat.open(database, commands=with_desk(find_commands()), jobs=())
    await after.play("""
        张三> 培训中心
        机器人> [卡片] 确定要退房间 培训中心吗？ 10:30 前有效 [确认] [算了]
    """)
    await after.close()


async def test_what_could_be_several_things_is_chosen_from_a_card(chat: Chat) -> None:
    await chat.play("""
        张三> /订房间 会议室 周会
        机器人> [卡片] 哪间会议室？ 按一个，或回复序号、名称，10:10 前有效 [一楼会议室] [二楼会议室] [算了]
        张三> 按 [二楼会议室]
        机器人→张三> 二楼会议室的门禁已经给你开了。
        机器人> [卡片] 已选：二楼会议室 订好了：二楼会议室，周会。
    """)


@pytest.mark.parametrize("answer", ["2", "第二个", "选2", "２", "二楼会议室", "二楼", "二楼的那个", "②"])
async def test_the_answer_may_be_typed(chat: Chat, answer: str) -> None:
    await chat.play(f"""
        张三> /订房间 会议室 周会
        机器人> [卡片] 哪间会议室？ 按一个，或回复序号、名称，10:10 前有效 [一楼会议室] [二楼会议室] [算了]
        张三> {answer}
        机器人→张三> 二楼会议室的门禁已经给你开了。
        机器人> 订好了：二楼会议室，周会。
    """)


@pytest.mark.parametrize("answer", ["3", "0", "会议室", "随便哪个", "第11个"])
async def test_a_choice_that_tells_nothing_is_asked_for_again(chat: Chat, answer: str) -> None:
    await chat.play(f"""
        张三> /订房间 会议室 周会
        机器人> [卡片] 哪间会议室？ 按一个，或回复序号、名称，10:10 前有效 [一楼会议室] [二楼会议室] [算了]
        张三> {answer}
        机器人> 没看懂「{answer}」。回复序号 1 到 2 或名称就行，10:10 前有效；不办了就回「算了」。
        张三> 一楼会议室
        机器人→张三> 一楼会议室的门禁已经给你开了。
        机器人> 订好了：一楼会议室，周会。
    """)


async def test_another_value_is_an_answer_too(chat: Chat) -> None:
    await chat.play("""
        张三> /订房间 会议室 周会
        机器人> [卡片] 哪间会议室？ 按一个，或回复序号、名称，10:10 前有效 [一楼会议室] [二楼会议室] [算了]
        张三> 培训中心
        机器人→张三> 培训中心的门禁已经给你开了。
        机器人> 订好了：培训中心，周会。
    """)


async def test_a_choice_is_confirmed_only_where_it_would_be_anyway(chat: Chat) -> None:
    await chat.play("""
        张三> /退房间 会议室
        机器人> [卡片] 哪间会议室？ 按一个，或回复序号、名称，10:10 前有效 [一楼会议室] [二楼会议室] [算了]
        张三> 按 [一楼会议室]
        机器人> [卡片] 确定要退房间 一楼会议室吗？ 10:30 前有效 [确认] [算了]
        机器人> [卡片] 已选：一楼会议室 见下一条消息。
        张三> 按 [确认]
        机器人> [卡片] 已确认：退房间 一楼会议室 退掉了：一楼会议室。
    """)


async def test_a_guess_stays_one_through_question_and_answer(chat: Chat) -> None:
    await chat.play("""
        张三> /订房jian
        机器人> 没有「订房jian」这个命令。发 /帮助 看看我能做什么。
        张三> /定房间 会议室 周会
        机器人> [卡片] 哪间会议室？ 按一个，或回复序号、名称，10:10 前有效 [一楼会议室] [二楼会议室] [算了]
        张三> 1
        机器人> [卡片] 你是想「订房间 一楼会议室 周会」吗？ 10:30 前有效 [确认] [算了]
        张三> 算了
        机器人> 好的，什么都没有改动。
        张三> /定房间 周会
        机器人> 哪间会议室？直接回复就行，10:10 前有效；不办了就回「算了」。
        张三> 培训中心
        机器人> [卡片] 你是想「订房间 周会 培训中心」吗？ 10:30 前有效 [确认] [算了]
    """)


async def test_what_was_quoted_is_not_lost_by_asking(chat: Chat) -> None:
    await chat.core.inbox.take(replace(chat.incoming("张三", "/叫修"), quote="投影仪不亮"))
    await chat.say("张三", "培训中心")
    assert [line.words for line in chat.said()][-1] == "培训中心叫修了，原话：投影仪不亮。"


async def test_what_was_quoted_is_not_lost_by_confirming(chat: Chat) -> None:
    await chat.core.inbox.take(replace(chat.incoming("张三", "/叫休 培训中心"), quote="投影仪不亮"))
    await chat.core.settled()
    assert "[卡片] 你是想「叫修 培训中心」吗？" in chat.said()[0].words
    await chat.say("张三", "确认")
    assert [line.words for line in chat.said()][-1] == "培训中心叫修了，原话：投影仪不亮。"


async def test_what_was_inferred_stands_on_the_card(chat: Chat) -> None:
    await chat.play("""
        张三> /点茶水 老样子
        机器人> [卡片] 你是想「点茶水 老样子」吗？ 老样子按绿茶算；10:30 前有效 [确认] [算了]
        张三> 按 [确认]
        机器人> [卡片] 已确认：点茶水 老样子 绿茶马上来。
        张三> /点茶水 红茶
        机器人> 红茶马上来。
    """)


async def test_a_cry_for_help_is_no_answer_and_nobody_asks_on(chat: Chat) -> None:
    await chat.say("张三", "/退房间")
    await chat.say("张三", "仓库着火了快来人")
    assert not [line.words for line in chat.said() if "没看懂" in line.words]
    assert (await DialogueRecord.get()).state == "dropped"


async def test_only_the_asker_may_press_and_only_once(chat: Chat) -> None:
    await chat.say("张三", "/订房间 会议室 周会", room="项目A工作群")
    task = chat.said() and chat.newest_card
    await chat.press("何苗", task, "0", room="项目A工作群")
    assert [line.words for line in chat.said()] == ["这张卡片要由发起人自己按。你要办，请自己发一次命令。"]
    await chat.press("张三", task, "0", room="项目A工作群")
    await chat.press("张三", task, "1", room="项目A工作群")
    assert [line.words for line in chat.said()] == [
        "一楼会议室的门禁已经给你开了。",
        "[卡片] 已选：一楼会议室 订好了：一楼会议室，周会。",
        "[卡片] 没有办成 这个问题已经答过了。",
    ]


@pytest.mark.parametrize("key", ["7", "", "-1", "²", "../0"])
async def test_a_key_that_is_not_on_the_card_does_nothing(chat: Chat, key: str) -> None:
    await chat.say("张三", "/订房间 会议室 周会")
    task = chat.said() and chat.newest_card
    await chat.press("张三", task, key)
    assert "没有办成" in [line.words for line in chat.said()][-1]
    assert (await DialogueRecord.get()).state == "open"


async def test_a_press_after_the_deadline_does_nothing(chat: Chat) -> None:
    await chat.play("""
        张三> /订房间 会议室 周会
        机器人> [卡片] 哪间会议室？ 按一个，或回复序号、名称，10:10 前有效 [一楼会议室] [二楼会议室] [算了]
        ⏰ 2026-11-22 10:11
        张三> 按 [一楼会议室]
        机器人> [卡片] 没有办成 已经过了回答时间，什么都没有改动。要办请重新发一次命令。
    """)


async def test_the_card_can_be_given_up(chat: Chat) -> None:
    await chat.play("""
        张三> /订房间 会议室 周会
        机器人> [卡片] 哪间会议室？ 按一个，或回复序号、名称，10:10 前有效 [一楼会议室] [二楼会议室] [算了]
        张三> 按 [算了]
        机器人> [卡片] 已取消 什么都没有改动。
    """)


async def test_too_many_are_narrowed_by_asking(chat: Chat) -> None:
    await chat.play("""
        张三> /换工位 工位
        机器人> 哪个工位？共有 12 个，说得再具体些，比如全名、部门或工号尾号，10:10 前有效；不办了就回「算了」。
        张三> 105号工位
        机器人> 换到105号工位了。
    """)


async def test_more_than_a_few_are_chosen_from_a_list(chat: Chat) -> None:
    listed = "(101号工位|102号工位|103号工位|104号工位|105号工位|106号工位)"
    await chat.play(f"""
        张三> /换工位 窗边
        机器人> [卡片] 哪个工位？ 选一个再按「就选它」，或回复序号、名称，10:10 前有效 {listed} [就选它] [算了]
        张三> 选 [103号工位] 按 [就选它]
        机器人> [卡片] 已选：103号工位 换到103号工位了。
        张三> /换工位 窗边
        机器人> [卡片] 哪个工位？ 选一个再按「就选它」，或回复序号、名称，10:10 前有效 {listed} [就选它] [算了]
        张三> 6
        机器人> 换到106号工位了。
    """)


async def test_a_list_of_which_nothing_was_chosen_stays_open(chat: Chat) -> None:
    await chat.play("""
        张三> /换工位 窗边
        机器人> [卡片] 哪个工位？ 选一个再按「就选它」，…
        张三> 按 [就选它]
        机器人> [卡片] 哪个工位？ 还没有选。选一个再按「就选它」，…
        张三> 选 [102号工位] 按 [就选它]
        机器人> [卡片] 已选：102号工位 换到102号工位了。
    """)


async def test_what_only_the_handler_knows_is_asked_the_same_way(chat: Chat) -> None:
    await chat.play("""
        张三> /续订
        机器人> [卡片] 续订哪一间？ 按一个，或回复序号、名称，10:10 前有效 [一楼会议室] [二楼会议室] [算了]
        张三> 1
        机器人> 一楼会议室续订了。
    """)


async def test_what_is_private_stays_so_when_it_was_asked_about_in_a_group(chat: Chat) -> None:
    await chat.play("""
        张三@项目A工作群> /看房间 会议室
        机器人@项目A工作群> [卡片] 哪间会议室？ 按一个，或@我 回复序号、名称，10:10 前有效 …
        张三@项目A工作群> 按 [一楼会议室]
        机器人→张三> 一楼会议室空着。
        机器人@项目A工作群> [卡片] 已选：一楼会议室 已私聊你。
    """)


async def test_rights_are_looked_at_before_anything_is_asked(chat: Chat) -> None:
    await chat.play("""
        张三> /封房间 会议室
        机器人> 「封房间」由安全管理员使用。发 /帮助 看看你能用什么。
        张三> /封房间
        机器人> 「封房间」由安全管理员使用。发 /帮助 看看你能用什么。
    """)


async def test_what_is_asked_and_answered_is_in_the_trail(chat: Chat) -> None:
    await chat.say("张三", "/退房间")
    await chat.say("张三", "算了")
    assert [entry.action for entry in await Trail.exclude(actor="configuration").order_by("id")] == [
        "退房间:dialogue.opened",
        "退房间:dialogue.dropped",
    ]


async def test_who_is_asked_something_may_say_something_else_first(database: Database) -> None:
    """A question about leave keeps nobody from reporting a blocked exit; it waits on."""
    chat = await Chat.open(database)
    await chat.play("""
        张三> 明天下午请假看牙
        机器人> 请哪种假？例如年假、病假、事假、调休。直接回复就行，10:10 前有效；不办了就回「算了」。
        张三> 三楼的消防通道被纸箱堵了
        机器人> [卡片] 你是想「隐患 三楼的消防通道被纸箱堵了」吗？ 10:30 前有效 [确认] [算了]
        张三> 提醒我明天9点交巡检表
        机器人> 记下了，明天 09:00 提醒你：交巡检表。不用了发 /取消提醒 TX-20261122-001。
        （刚才问的还等着你：请哪种假？例如年假、病假、事假、调休。10:10 前有效；不办了就回「算了」。）
        张三> 随便什么
        机器人> 没看懂「随便什么」。请哪种假？例如年假、病假、事假、调休。（10:10 前有效；不办了就回「算了」。）
        张三> 调休
        机器人> …
    """)
    await chat.close()
