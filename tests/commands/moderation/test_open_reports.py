"""Who may look into nothing sees nothing, not even that there is something."""

from tests.chat import Chat
from tests.commands.moderation.reports import TOLD


async def test_whom_it_is_about_and_its_teller_have_nothing(chat: Chat) -> None:
    await chat.play(f"""{TOLD}
    何苗> /举报待办
    机器人> 没有要你处理的举报。
    张三> /举报待办
    机器人> 没有要你处理的举报。
    王强> /举报待办
    机器人> 没有要你处理的举报。
    """)
