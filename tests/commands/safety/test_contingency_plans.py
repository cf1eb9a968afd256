import pytest

from tests.chat import Chat
from tests.commands.safety.test_issue_plan import ISSUED


async def test_who_has_not_read_it(chat: Chat) -> None:
    await chat.play(f"""{ISSUED.rstrip()}
        张三> 看看消防应急预案
        机器人→张三> 【专项预案「消防疏散」】
        1. 按警铃；2. 走最近的楼梯
        机器人> [卡片] 专项预案「消防疏散」第 1 版 YA-20261122-001 看完按「看过了」。 [看过了]
        张三> 按 [看过了]
        机器人> [卡片] 专项预案「消防疏散」 记下你看过了。到了现场照着做，先保人。
        张三> /应急预案 消防
        机器人→张三> 【专项预案「消防疏散」】…
        机器人> [卡片] 专项预案「消防疏散」第 1 版 YA-20261122-001 你看过了。
        陈安> /应急预案 消防 谁没看 生产部
        机器人> 专项预案「消防疏散」第 1 版：生产部 8 人，看过 1 人，没看：王强、李四、…
        李四> /应急预案 消防 谁没看
        机器人> 谁没看由安全管理员查。你自己看预案发 /应急预案 加名字。
    """)


async def test_which_one_is_meant(chat: Chat) -> None:
    await chat.play(f"""{ISSUED.rstrip()}
        陈安> /发布预案 3号车间消防 现场处置：先断电
        机器人> [卡片] 现场处置方案「3号车间消防」 还没发布 YA-20261122-002 先断电…
        陈安> 按 [发布]
        机器人→吴管> …
        机器人> [卡片] 现场处置方案「3号车间消防」 已发布 YA-20261122-002。…
        张三> 公司有哪些应急预案
        机器人> 应急预案 2 份：
        · YA-20261122-001 专项预案「消防疏散」第 1 版，2026-11-22
        · YA-20261122-002 现场处置方案「3号车间消防」第 1 版，2026-11-22
        看一份发 /应急预案 消防，或者发编号。
        张三> /应急预案 消防
        机器人> [卡片] 看哪一份？ …
        张三> /应急预案 3号车间
        机器人→张三> 【现场处置方案「3号车间消防」】
        先断电
        机器人> [卡片] 现场处置方案「3号车间消防」第 1 版 YA-20261122-002 看完按「看过了」。 [看过了]
        张三> /应急预案 地震
        机器人> 没有「地震」的预案。遇险先撤离，再打 119、120。发 /应急预案 看有哪些。
    """)


@pytest.mark.parametrize("line", ["火灾应急预案在哪", "看一下公司的消防应急预案", "查一下消防的应急预案内容"])
async def test_as_people_say_it(chat: Chat, line: str) -> None:
    await chat.play(ISSUED)
    await chat.say("张三", line)
    assert [said.words[:14] for said in chat.said()] == ["【专项预案「消防疏散」】\n1", "[卡片] 专项预案「消防疏散"]


async def test_in_a_group_it_comes_in_private(chat: Chat) -> None:
    await chat.play(f"""{ISSUED.rstrip()}
        张三@项目A工作群> /应急预案 消防
        机器人→张三> 【专项预案「消防疏散」】…
        机器人@项目A工作群> 已私聊你。
        机器人→张三> [卡片] 专项预案「消防疏散」第 1 版 YA-20261122-001 看完按「看过了」。 [看过了]
    """)
