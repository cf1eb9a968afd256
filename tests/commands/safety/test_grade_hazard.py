from tests.chat import Chat
from tests.commands.safety.hazards import GIVEN, REPORTED


async def test_by_the_card_it_is_given_to_somebody_at_once(chat: Chat) -> None:
    await chat.play(GIVEN)


async def test_it_may_be_graded_and_given_later(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        陈安> 选 [先不派] 按 [属实·一般]
        机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已核实，属实，定为一般隐患。
        机器人> [卡片] YH-20261122-001 3号车间：配电箱门坏了 定为一般隐患。派单发「/整改 YH-20261122-001…
    """)


async def test_a_major_one_needs_its_grounds(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        陈安> /核实 YH-20261122-001 重大
        机器人> 定为重大的依据是什么？例如：要停产才能整改。直接回复就行…
        陈安> 算了
        机器人> 好的，「核实」先不办了。
        陈安> 按 [属实·重大]
        机器人> [卡片] YH-20261122-001 定为重大的依据…
        陈安> 勾 [] 按 [定为重大]
        机器人> [卡片] 没有办成 定为重大至少要勾一条依据。也可以发「/核实 YH-20261122-001 重大 依据」。
    """)


async def test_a_major_one_is_put_to_those_who_may_stop_work(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        陈安> 按 [属实·重大]
        机器人> [卡片] YH-20261122-001 定为重大的依据…
        陈安> 勾 [要停产] 按 [定为重大]
        机器人→陈安> [卡片] 重大隐患 YH-20261122-001：30 分钟内决定停不停产…
        机器人→王强> [卡片] 重大隐患 YH-20261122-001：30 分钟内决定停不停产…
        机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已核实，属实，定为重大隐患。
        机器人> [卡片] YH-20261122-001 3号车间：配电箱门坏了 定为重大隐患。派单发…
    """)


async def test_what_is_major_does_not_become_general_again(chat: Chat) -> None:
    await chat.play(GIVEN)
    await chat.play("""
        陈安> /核实 YH-20261122-001 重大 要停产才能换
        机器人→陈安> [卡片] 重大隐患 YH-20261122-001：30 分钟内决定停不停产…
        机器人→王强> [卡片] 重大隐患 YH-20261122-001：30 分钟内决定停不停产…
        机器人→张三> 你报的 YH-20261122-001（3号车间：配电箱门坏了）：已升级为重大隐患。
        机器人→王强> [卡片] 重大隐患请你整改 YH-20261122-001…
        机器人> YH-20261122-001 定为重大隐患。3号车间：配电箱门坏了。
        陈安> /核实 YH-20261122-001 一般
        机器人> YH-20261122-001 已经定为重大隐患。整改好了由责任人发「/申请验收 YH-20261122-001」。
    """)


async def test_only_officers_grade(chat: Chat) -> None:
    await chat.play(REPORTED)
    await chat.play("""
        张三> /核实 YH-20261122-001 一般
        机器人> 「核实」由人力资源、安全管理员、企业微信管理员使用。发 /帮助 看看你能用什么。
    """)
