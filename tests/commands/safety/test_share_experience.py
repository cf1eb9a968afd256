from tests.chat import Chat
from tests.commands.safety.experiences import NUMBER, WAITING, WRITTEN
from tests.services.leave.pages import PHOTO, send


async def test_names_and_numbers_are_shown_as_they_go(chat: Chat) -> None:
    await chat.play(f"""
        张三> /经验分享 吊装前王师傅让我打13812345678问李四，原来吊带早该换了。署名
        机器人> [卡片] 经验分享 {NUMBER} 原文：吊装前王师傅让我打13812345678问李四，原来吊带早该换了。
        发出去的：吊装前某同事让我打（电话略）问某同事，原来吊带早该换了。
        隐去了「13812345678」、「李四」、「王师傅」。
        署名：张三。有照片就在半小时内私聊发我，最多 6 张。 [发给安全管理员审核] [改] [不署名] [算了]
    """)


async def test_a_near_miss_never_names_its_author(chat: Chat) -> None:
    await chat.play(f"""
        张三> /经验分享 昨天倒车差点撞到人，以后倒车要有人指挥。署名
        机器人> [卡片] 经验分享 {NUMBER} 昨天倒车差点撞到人，以后倒车要有人指挥。
        差点出事的经历一律不署名。有照片就在半小时内私聊发我，最多 6 张。 [发给安全管理员审核] [改] [算了]
        张三> 按 [发给安全管理员审核]
        机器人→陈安> [卡片] 这条经验发布吗？（{NUMBER}） 昨天倒车差点撞到人，以后倒车要有人指挥。
        差点出事的经历一律不署名。看两点：说得对不对，会不会让人认出是谁。 [发布] [退回]
        机器人> [卡片] 经验分享 {NUMBER} 已请陈安看，发布或退回都告诉你。 [撤回]
    """)


async def test_a_plain_sentence(chat: Chat) -> None:
    await chat.play(f"""
        张三> 我要分享一个经验 换灯管先拉闸挂牌，再上梯子
        机器人> [卡片] 你是想「经验分享 …
        张三> 按 [确认]
        机器人> [卡片] 经验分享 {NUMBER} 换灯管先拉闸挂牌，再上梯子
        不署名。…
        机器人> [卡片] 已确认：经验分享 …
    """)


async def test_in_a_group_its_words_are_answered_in_private(chat: Chat) -> None:
    await chat.play(f"""
        张三@项目A工作群> /经验分享 换灯管先拉闸挂牌，再上梯子
        机器人@项目A工作群> 已私聊你。
        机器人→张三> [卡片] 经验分享 {NUMBER} 换灯管先拉闸挂牌，再上梯子…
    """)


async def test_too_short_and_too_long(chat: Chat) -> None:
    await chat.play(f"""
        张三> /经验分享 小心
        机器人> 太短了，别人看不明白。写清在哪里、发生了什么、你学到什么。
        张三> /经验分享 {"很长的话" * 251}
        机器人> 写了 1004 个字，最多 1000 个。请写短一些，一次说一件事。
    """)


async def test_what_is_too_long_for_a_card_stands_above_it(chat: Chat) -> None:
    words = "先拉闸再换灯管，" * 50
    await chat.play(f"""
        张三> /经验分享 {words}
        机器人→张三> {words}
        机器人> [卡片] 经验分享 {NUMBER} 全文见上一条消息。…
    """)


async def test_photos_before_along_and_after(chat: Chat) -> None:
    assert "照片 1 张。" in await send(chat, "张三", PHOTO, text="/经验分享 配电箱前要留出一米，别堆东西")
    assert await send(chat, "张三", PHOTO) == f"照片已放进 {NUMBER}，现在 2 张。照片里别露出人脸和姓名牌。"
    await chat.play(f"""
        张三> 按 [发给安全管理员审核]
        机器人→陈安> [图片] {NUMBER} 的照片第 1 张，这里发不了图片。
        机器人→陈安> [图片] {NUMBER} 的照片第 2 张，这里发不了图片。
        机器人→陈安> [卡片] 这条经验发布吗？（{NUMBER}） 配电箱前要留出一米，别堆东西
        不署名。照片 2 张，见上面。看两点：说得对不对，会不会让人认出是谁。 [发布] [退回]
        机器人> [卡片] 经验分享 {NUMBER} 已请陈安看，发布或退回都告诉你。 [撤回]
    """)


async def test_photos_after_half_an_hour_are_for_others(chat: Chat) -> None:
    await chat.play(f"{WRITTEN}\n        ⏰ 2026-11-22 10:31")
    assert (await send(chat, "张三", PHOTO)).startswith("[卡片] 照片收到了，拍的是隐患吗？")


async def test_its_draft_can_be_dropped(chat: Chat) -> None:
    await chat.play(f"""{WRITTEN}
        张三> 按 [算了]
        机器人> [卡片] 经验分享 {NUMBER} 不发了，没有别人看过。
        张三> 按 [发给安全管理员审核]
        机器人> [卡片] 经验分享 {NUMBER} {NUMBER} 已放弃，没有改动。
    """)


async def test_an_officer_does_not_let_out_his_own(chat: Chat) -> None:
    await chat.play(f"""
        陈安> /经验分享 动火前先清一遍周围，看住监护人
        机器人> [卡片] 经验分享 {NUMBER} 动火前先清一遍周围，看住监护人…
        陈安> 按 [发给安全管理员审核]
        机器人→王强> [卡片] 这条经验发布吗？…
        机器人→周敏> [卡片] 这条经验发布吗？…
        机器人> [卡片] 经验分享 {NUMBER} 已请王强、周敏看，发布或退回都告诉你。 [撤回]
        陈安> /退回经验 {NUMBER} 不好
        机器人> {NUMBER} 不归你审：由另一位安全管理员来看，写的人不能审自己的。
        王强> 按 [发布]
        机器人→陈安> 你分享的经验 {NUMBER} 发布了，谢谢。…
        机器人> [卡片] 经验 {NUMBER} {NUMBER} 已通过，上班后发到群里。
        周敏> 按 [发布]
        机器人> [卡片] 没有办成 {NUMBER} 现在是已发布，不用再审。
    """)


async def test_taken_back_by_the_button(chat: Chat) -> None:
    await chat.play(f"""{WAITING}
        张三> 按 [撤回]
        机器人> [卡片] 经验分享 {NUMBER} {NUMBER} 已撤回，不会发布。
        陈安> 按 [发布]
        机器人> [卡片] 没有办成 {NUMBER} 现在是已放弃，不用再审。
    """)
