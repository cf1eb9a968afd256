"""Those who were asked to come hear at once that it is off or elsewhere, and nothing that isn't so any more."""

from bot.shapes.incoming import Via
from tests.chat import Chat
from tests.services.safety.sign_in.playing import NUMBER
from tests.services.safety.training.playing import draft, let_go


async def test_they_are_told_in_one_call(chat: Chat) -> None:
    await draft(chat)
    await let_go(chat)
    changed = f"培训「消防」改了：11月30日(周一) 09:00，食堂（{NUMBER}）。原来是 11月27日(周五) 14:00，食堂。"
    await chat.play(f"""
        陈安> /改培训 {NUMBER} 时间 11月30日9:00
        机器人→张三、李四> {changed}
        机器人> 已改 {NUMBER}：11月30日(周一) 09:00 食堂，对象 张三、李四。已经通知的人都会收到。
    """)


async def test_who_has_no_invitation_yet_hears_only_that_it_is_off(chat: Chat) -> None:
    await draft(chat)
    chat.channels[Via.APP].up = False
    await let_go(chat)
    await chat.play(f"""
        陈安> /取消培训 {NUMBER} 讲师出差
        机器人> [卡片] …
        陈安> 按 [确认]
        机器人> [卡片] 已确认：…
    """)
    chat.channels[Via.APP].up = True
    await chat.play(f"""
        ⏰ 2026-11-22 10:05
        机器人→张三、李四> 培训「消防」取消了，不用来（{NUMBER}，原定 11月27日(周五) 14:00，食堂）。原因：讲师出差
    """)
