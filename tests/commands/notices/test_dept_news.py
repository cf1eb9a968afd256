"""Without words a head gets the form, who publishes the list; nobody else either."""

from tests.chat import Chat


async def test_a_form_or_a_list(chat: Chat) -> None:
    await chat.play("""
        王强> /部门动态
        机器人> [卡片] 生产部 本周动态 要紧的事、活动要让大家知道的，按「写一条」告诉我；没有就按「本周没有」。 …
        王强> /部门动态 汇总
        机器人> 部门动态由这个部门的负责人报，汇总由宣传小组看。
        小运营> /部门动态 开放参观
        机器人> 部门动态由这个部门的负责人报，汇总由宣传小组看。
        小运营> /部门动态
        机器人> 11月16日(周一)这一周的部门动态：报了 0 个，没有的 0 个。
        还没回：…
    """)


async def test_only_what_matters(chat: Chat) -> None:
    await chat.play(f"""
        王强> /部门动态 {"长" * 601}
        机器人> 这里有 601 个字，最多写 600 个。请写要紧的。
    """)
