from tests.chat import Chat
from tests.commands.safety.experiences import NUMBER, OUT, WAITING


async def test_not_once_it_is_out_and_not_of_others(chat: Chat) -> None:
    await chat.play(f"""{OUT}
        张三> /撤回经验 {NUMBER}
        机器人> {NUMBER} 已发布，不能撤回。
        李四> /撤回经验 {NUMBER}
        机器人> 你没有编号是 {NUMBER} 的经验。请核对编号。
    """)


async def test_nobody_can_decide_on_it_afterwards(chat: Chat) -> None:
    await chat.play(f"""{WAITING}
        张三> /撤回经验 {NUMBER}
        机器人> {NUMBER} 已撤回，不会发布。
        陈安> /退回经验 {NUMBER} 补上正确做法
        机器人> {NUMBER} 现在是已放弃，不用再审。
    """)
