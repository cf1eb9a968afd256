"""Emergencies as people live them: who is told what and where, and what a second word, a press, a stranger change."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.safety.accidents.reports import AccidentState
from bot.domain.safety.calls.rules import CallRules, Link
from bot.services.safety.emergencies.wording import NOBODY
from bot.shapes.incoming import Via
from bot.shapes.outgoing import Card
from bot.storage.engine.database import Database
from bot.storage.models.safety import AccidentRecord
from bot.storage.safety.accidents import AccidentTable
from tests.chat import Chat

FIRE = "马上撤到室外空地，走楼梯，不坐电梯，不回去拿东西。打 119，有人受伤打 120。火很小、身后有退路，才用灭火器。"
MACHINE = "先按急停、断电。别硬拉，别倒转机器。流血就用干净的布用力压住。打 120，人出不来打 119。"
NUMBER = "SG-20261122-001"


def one_at_a_time(company: Company) -> Company:
    """Who is told beside and after whom is the tree's own test."""
    return replace(company, safety=replace(company.safety, calls=CallRules(together=1)))


@pytest.fixture
async def chat(database: Database) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=[], company=one_at_a_time)
    yield chat
    await chat.close()


async def numbers() -> list[str]:
    return [row.number for row in await AccidentRecord.all().order_by("id")]


async def test_in_a_group_nobody_reads_names_or_injuries(chat: Chat) -> None:
    await chat.play(f"""
        刘洋@项目A工作群> 3号车间有人被机器夹住了！！快
        机器人→陈安> [卡片] 紧急！机械伤害 {NUMBER} 3号车间有人被机器夹住了！！快 地点：3号车间 伤者：至少 1 人…
        机器人→刘洋> 已登记 {NUMBER}，正在通知陈安，有人确认收到，我就告诉你。
        地点记的是「3号车间」。有新情况（几个人受伤、现在怎样）直接发给我。
        机器人@项目A工作群> {MACHINE}
        已登记 {NUMBER}，正在通知安全管理员。
        细节请私聊我，群里不发伤者的姓名和照片。
    """)


async def test_a_card_says_all_that_is_needed_to_act(chat: Chat) -> None:
    await chat.say("刘洋", "3号车间有人被机器夹住了！！快", room="项目A工作群")
    [card] = [each.content for each in chat.channels[Via.APP].sent if isinstance(each.content, Card)]
    assert card.fields == (
        ("地点", "3号车间"),
        ("伤者", "至少 1 人"),
        ("报告人", "生产部 刘洋(0086)"),
        ("报告时间", "10:00"),
        ("来自", "项目A工作群"),
    )
    assert all(len(name) <= 5 and len(value) <= 26 for name, value in card.fields)
    assert [button.text for button in card.buttons] == ["收到", "我处理不了", "误报", "演练"]
    assert card.plain.startswith(f"【紧急！机械伤害 {NUMBER}】3号车间有人被机器夹住了！！快\n地点：3号车间。")


async def test_the_first_who_takes_it_has_it_and_a_second_press_changes_nothing(chat: Chat) -> None:
    await chat.play(f"""
        张三> 仓库着火了
        机器人→陈安> [卡片] 紧急！火灾 {NUMBER} 仓库着火了…
        机器人> {FIRE}
        已登记 {NUMBER}，正在通知陈安，有人确认收到，我就告诉你。
        地点记的是「仓库」。有新情况（几个人受伤、现在怎样）直接发给我。
        陈安> 按 [收到]
        机器人→张三> {NUMBER}：陈安 10:00 已收到。
        机器人> [卡片] 紧急！火灾 {NUMBER} 陈安 10:00 已收到。 地点：仓库…
    """)
    accident = await AccidentTable().get(NUMBER)
    card = next(card for _, _, card in chat._cards if card.title.startswith("紧急"))
    await chat.press("陈安", card.task_id, "take")  # type: ignore[arg-type]
    [again] = chat.said()
    assert again.words.startswith(f"[卡片] 紧急！火灾 {NUMBER} 陈安 10:00 已收到。 地点：仓库")
    assert again.words.endswith("[我处理不了] [误报] [演练]")
    assert await AccidentTable().get(NUMBER) == accident


async def test_a_false_alarm_is_closed_where_it_was_told(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了", room="项目A工作群")
    chat.said()
    await chat.play(f"""
        陈安> 按 [误报]
        机器人> [卡片] 紧急！火灾 {NUMBER} 按误报关闭？请选原因。 (看错或听错了|设备误报警|误发或开玩笑…
        陈安> 选 [设备误报警] 按 [关闭]
        机器人→张三> {NUMBER} 已按误报关闭（设备误报警）。如果还有危险，马上再告诉我；先撤离，打 119 或 120。
        机器人→项目A工作群> {NUMBER} 已按误报关闭。如果还有危险，马上再告诉我；先撤离，打 119 或 120。
        机器人> [卡片] 紧急！火灾 {NUMBER} 陈安 10:00 按误报关闭了。 地点：仓库…
    """)
    closed = await AccidentTable().get(NUMBER)
    assert closed is not None
    assert closed.state is AccidentState.FALSE_ALARM


async def test_the_same_accident_is_told_twice_and_entered_once(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了")
    chat.said()
    await chat.play(f"""
        李四> 仓库那边烧起来了！！
        机器人→陈安> {NUMBER} 生产部 李四也报告了：仓库那边烧起来了！！
        机器人> {FIRE}
        这件事已登记 {NUMBER}，你说的已转给安全管理员。
        李四> 3号车间有人触电
        机器人→陈安> [卡片] 紧急！触电 SG-20261122-002 3号车间有人触电…
        机器人> 先断电：拉闸或拔插头。断电之前别碰他。断电后没有呼吸就做心肺复苏。打 120，拉不了闸打 119。
        已登记 SG-20261122-002，正在通知陈安，有人确认收到，我就告诉你。
        地点记的是「3号车间」。有新情况（几个人受伤、现在怎样）直接发给我。
    """)
    assert await numbers() == [NUMBER, "SG-20261122-002"]


async def test_what_its_reporter_writes_next_belongs_to_it(chat: Chat) -> None:
    await chat.play(f"""
        张三> 着火了快来人
        机器人→陈安> [卡片] 紧急！火灾 {NUMBER} 着火了快来人 地点：未说明 伤者：未说明…
        机器人> {FIRE}
        已登记 {NUMBER}，正在通知陈安，有人确认收到，我就告诉你。
        在哪里？直接回我地点。
        张三> 包装车间二楼
        机器人→陈安> {NUMBER} 生产部 张三补充：包装车间二楼
        机器人> 已补充到 {NUMBER}，也转给了安全管理员。
        李四> 包装车间二楼
        机器人> 这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。
        张三> 谢谢
        机器人> 不客气，有事随时找我。
    """)
    accident = await AccidentTable().get(NUMBER)
    assert accident is not None
    assert accident.facts.place == "包装车间二楼"


async def test_after_half_an_hour_it_is_another_matter(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了")
    chat.said()
    await chat.play("""
        ⏰ 2026-11-22 10:31
        张三> 人都在操场上
        机器人> 这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。
    """)


async def test_a_small_one_is_taken_without_alarm(chat: Chat) -> None:
    await chat.play(f"""
        王强> /事故 2号线 李师傅手指划伤 已送医
        机器人→陈安> [卡片] 机械伤害 {NUMBER} 2号线 李师傅手指划伤 已送医 地点：2号线 伤者：至少 1 人，轻伤…
        机器人> 已登记 {NUMBER}，正在通知陈安，有人确认收到，我就告诉你。
        地点记的是「2号线」。有新情况（几个人受伤、现在怎样）直接发给我。
    """)


async def test_a_rumour_is_asked_about_and_nobody_is_alarmed(chat: Chat) -> None:
    await chat.play("""
        何苗@项目A工作群> 听说隔壁厂出事故了大家注意
        机器人@项目A工作群> 是本单位的事吗？是的话马上发「/事故 地点 情况」；有危险先撤离，打 119 或 120。不是就不用管。
    """)
    assert await numbers() == []


async def test_a_stranger_in_a_room_that_nobody_knows_is_heard(chat: Chat) -> None:
    await chat.play(f"""
        woABCDEFG@room-9> 仓库着火了
        机器人→陈安> [卡片] 紧急！火灾 {NUMBER} 仓库着火了 地点：仓库 伤者：未说明 报告人：不在通讯录，联系方式不明…
        机器人@room-9> {FIRE}
        已登记 {NUMBER}，正在通知安全管理员。
        细节请私聊我，群里不发伤者的姓名和照片。
    """)


async def test_whoever_has_left_is_heard_too(database: Database) -> None:
    def without_zhang(company: Company) -> Company:
        left = tuple(replace(each, active=each.name != "张三") for each in company.people)
        return replace(company, people=left)

    chat = await Chat.open(database, company=without_zhang)
    await chat.say("zhangsan", "仓库着火了")
    assert await numbers() == [NUMBER]
    assert any(line.to == "陈安" for line in chat.said())
    await chat.close()


async def test_it_comes_before_another_command_and_before_a_question(chat: Chat) -> None:
    """The question of /事故 itself stands open; after the cry its answer is news of the accident."""
    await chat.say("郑群", "/退订", room="项目A工作群")
    await chat.say("郑群", "/求助 仓库着火了", room="项目A工作群")
    said = [line.words for line in chat.said()]
    assert said[-1].endswith("（「/求助」还没有办，险情过后再发一次。）")
    await chat.play(f"""
        郑群@项目A工作群> 在二楼
        机器人→陈安> {NUMBER} 生产部 郑群补充：在二楼
        机器人@项目A工作群> 已补充到 {NUMBER}，也转给了安全管理员。
    """)


async def test_without_anybody_in_charge_it_says_so(database: Database) -> None:
    def nobody(company: Company) -> Company:
        rules = replace(company.safety, calls=CallRules(chain=(Link.SAFETY,)))
        return replace(company, role_rules={}, safety=rules)

    chat = await Chat.open(database, company=nobody)
    await chat.play(f"""
        张三> 仓库着火了
        机器人> {FIRE}
        已登记 {NUMBER}。我这里没有能通知到的安全管理员，请马上打电话告诉班组长和领导。
        地点记的是「仓库」。有新情况（几个人受伤、现在怎样）直接发给我。
    """)
    await chat.close()


async def test_by_a_bot_alone_only_those_are_told_who_have_written_to_it(database: Database) -> None:
    chat = await Chat.open(database, vias=[Via.BOT])
    await chat.say("张三", "仓库着火了")
    assert NOBODY in chat.said()[-1].words
    await chat.say("吴管", "/帮助")
    chat.said()
    await chat.say("李四", "3号车间有人触电")
    assert [line.to for line in chat.said()] == ["吴管", None]
    await chat.close()


async def test_by_a_bot_that_only_answers_nobody_is_told_and_it_says_so(database: Database) -> None:
    """In callback mode, without the app."""
    chat = await Chat.open(database, vias=[Via.BOT])
    chat.channels[Via.BOT].pushes = False
    await chat.say("陈安", "/帮助")
    chat.said()
    await chat.say("张三", "仓库着火了", room="项目A工作群")
    [answer] = chat.said()
    assert NOBODY in answer.words
    await chat.close()


async def test_who_reports_it_himself_is_not_the_one_who_is_told(chat: Chat) -> None:
    await chat.say("陈安", "仓库着火了")
    told = {line.to for line in chat.said() if line.to}
    assert told == {"吴管"}


async def test_what_cannot_be_kept_is_answered_and_passed_on_all_the_same(database: Database, chat: Chat) -> None:
    await database.execute("DROP TABLE accident")
    await chat.play(f"""
        张三> 仓库着火了
        机器人→陈安> 【紧急！火灾，没有登记成功】仓库着火了
        报告人：生产部 张三。请马上联系。
        机器人> {FIRE}
        我这里没能登记，请马上打电话告诉班组长和安全管理员。
    """)
    assert chat.channels[Via.BOT].sent


async def test_who_tells_it_again_in_vague_words_reads_the_advice_for_what_is_known(chat: Chat) -> None:
    await chat.say("刘洋", "3号车间有人被机器夹住了！！快", room="项目A工作群")
    chat.said()
    await chat.play(f"""
        欧阳静@项目A工作群> 3号车间出事了 快来人
        机器人→陈安> {NUMBER} 财务部 欧阳静也报告了：3号车间出事了 快来人
        机器人@项目A工作群> {MACHINE}
        这件事已登记 {NUMBER}，你说的已转给安全管理员。
    """)


async def test_who_is_in_charge_may_say_it_in_words(chat: Chat) -> None:
    await chat.play(f"""
        张三> 仓库着火了
        机器人→陈安> [卡片] 紧急！火灾 {NUMBER} 仓库着火了…
        机器人> {FIRE}
        已登记 {NUMBER}，正在通知陈安，有人确认收到，我就告诉你。
        地点记的是「仓库」。有新情况（几个人受伤、现在怎样）直接发给我。
        李四> 收到
        机器人> 好的，有事随时找我。
        陈安> 收到！
        机器人→张三> {NUMBER}：陈安 10:00 已收到。
        机器人> {NUMBER} 记在你名下了：仓库着火了。别的同事和报告人会知道是你在处理。
        陈安> 收到
        机器人> 好的，有事随时找我。
    """)


async def test_of_several_that_wait_the_number_says_which(chat: Chat) -> None:
    await chat.say("张三", "仓库着火了")
    await chat.say("王五", "2号线有人触电了")
    chat.said()
    second = NUMBER[:-1] + "2"
    await chat.say("陈安", "收到")
    [asked] = chat.said()
    assert asked.words.startswith(f"有 2 起在等确认，请回「收到 {second}」这样，带上编号：")
    await chat.say("陈安", f"收到 {second.lower()}")
    assert [line.who for line in chat.said()] == ["机器人", "机器人"]
    accident = await AccidentTable().get(second)
    assert accident is not None
    assert accident.state is AccidentState.TAKEN


async def test_what_nobody_understood_and_may_be_a_cry_for_help_is_asked_about(chat: Chat) -> None:
    await chat.play(f"""
        张三> 💥💥二食堂
        机器人> [卡片] 要报事故吗？ 有危险先撤离，着火打 119，有人受伤打 120…
        张三> 按 [报事故]
        机器人→陈安> [卡片] 紧急！其他 {NUMBER} 💥💥二食堂…
        机器人> [卡片] 已选：报事故…
    """)
    assert await numbers() == [NUMBER]


async def test_a_hazard_that_has_somebody_in_danger_now_is_asked_about(chat: Chat) -> None:
    await chat.play("""
        张三> 二楼插座冒过火花 小李站在边上
        机器人> [卡片] 有人需要帮助吗？ 有人受伤或有危险就点「报事故」，我马上通知安全管理员；没有就点「报隐患」。…
        张三> 按 [报隐患]
        机器人→陈安> [卡片] 隐患待核实 YH-20261122-001…
        机器人> [卡片] 已登记 YH-20261122-001…
        机器人> [卡片] 已选：报隐患…
    """)


LOST = "这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。"
FIRST = "先离开危险的地方，别搬动伤者。有人受伤打 120，有火或有人被困打 119，有人行凶打 110。"


async def test_what_nobody_understood_goes_along_with_the_call_that_follows(chat: Chat) -> None:
    await chat.play(f"""
        张三> 2号线的老孟今天怪怪的
        机器人> {LOST}
        张三> 出事了
        机器人→陈安> [卡片] 紧急！其他 {NUMBER} 2号线的老孟今天怪怪的；出事了 地点：2号线…
        机器人> {FIRST}
        已登记 {NUMBER}，正在通知陈安，有人确认收到，我就告诉你。
        地点记的是「2号线」。有新情况（几个人受伤、现在怎样）直接发给我。
        你刚才写的也一起报上去了。
    """)


async def test_what_was_understood_or_is_older_stays_where_it_was(chat: Chat) -> None:
    await chat.play(f"""
        张三> 老孟今天怪怪的
        机器人> {LOST}
        ⏰ 2026-11-22 10:11
        张三> 谢谢
        机器人> 不客气，有事随时找我。
        张三> 救人啊
        机器人→陈安> [卡片] 紧急！其他 {NUMBER} 救人啊 地点：未说明…
        机器人> {FIRST}
        已登记 {NUMBER}，正在通知陈安，有人确认收到，我就告诉你。
        在哪里？直接回我地点。
    """)


async def test_in_a_group_only_what_was_said_there(chat: Chat) -> None:
    await chat.say("张三", "老孟今天怪怪的")
    chat.said()
    await chat.play(f"""
        张三@项目A工作群> 老孟今天怪怪的
        机器人@项目A工作群> {LOST}
        张三@项目A工作群> 出事了！
        机器人→陈安> [卡片] 紧急！其他 {NUMBER} 老孟今天怪怪的；出事了！ 地点：未说明…
        机器人→张三> 已登记 {NUMBER}，正在通知陈安，有人确认收到，我就告诉你。
        在哪里？直接回我地点。
        机器人@项目A工作群> {FIRST}
        已登记 {NUMBER}，正在通知安全管理员。
        细节请私聊我，群里不发伤者的姓名和照片。
        你刚才写的也一起报上去了。
    """)
