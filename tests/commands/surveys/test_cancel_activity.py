"""Called off: whoever signed up is told, and nobody else may."""

from tests.chat import Chat
from tests.commands.surveys.asked import ACTIVITY


async def test_who_signed_up_is_told(chat: Chat) -> None:
    await chat.play(f"""{ACTIVITY}
        张三> 按 [报名]
        机器人> …
        张三> /取消活动 HD-20261122-001
        机器人> [卡片] …
        张三> 按 [确认]
        机器人> [卡片] 没有办成 没有找到发给你的 HD-20261122-001。…
        郑群> /取消活动 HD-20261122-001
        机器人> [卡片] …
        郑群> 按 [确认]
        机器人→项目A工作群> HD-20261122-001「羽毛球赛」取消了，12月5日(周六) 14:00 不用去了。
        机器人→张三> HD-20261122-001「羽毛球赛」取消了，12月5日(周六) 14:00 不用去了。
        机器人> [卡片] …
        ⏰ 2026-12-06 10:00
    """)
