"""Who was only guessed is told nothing and given nothing before somebody has said that he was meant."""

from tests.chat import Chat


async def test_a_number_names_nobody_whose_initials_it_begins_with(chat: Chat) -> None:
    await chat.play("""
        李四> /调解 WG-20261122-001
        机器人> 谁和谁？@ 对方；别人的事 @ 两位。…
    """)


async def test_a_dispute_is_told_to_nobody_by_a_slip(chat: Chat) -> None:
    await chat.play("""
        李四> /调解 wg 为排班的事
        机器人> [卡片] 你是想「调解 wg 为排班的事」吗？ 对方是信息技术部的吴管…
    """)


async def test_nor_is_what_somebody_asked_the_desk(chat: Chat) -> None:
    await chat.bring_about("张三> /求助 系统登录不了")
    await chat.play("""
        吴管> /转交求助 QZ-20261122-001 wq
        机器人> [卡片] 你是想「转交求助 QZ-20261122-001 wq」吗？ 对方是生产部的王强…
    """)


async def test_nobody_comes_to_a_role_by_a_slip(chat: Chat) -> None:
    await chat.play("""
        吴管> /参数 人力资源 wq
        机器人> 你说的是王强吗？谁担任什么要写全名，请改好再发，例如 王强。…
    """)
