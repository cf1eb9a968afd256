"""A room has two ids: a code joins them; what is refused, how often one may be wrong, and how it is undone."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.identifiers import ChatId, GroupId
from bot.storage.engine.database import Database
from tests.arguments.reading import FILE
from tests.chat import Chat

ROOM = "项目C大群"
NAME = "项目C工作群"
UNDONE = "解除后我在那个群里不认得是哪个群，要重新 /登记群 或 /绑定"
WRONG = "这个绑定码不对，或者已经用过、过期了。请群管理员发 /绑定 群名，重新要一个。"
JOINED = f"接通了：这里就是{NAME}，以后在群里 @我 就行。发 /群能力 看我在这里能做什么。"


def user(name: str):  # type: ignore[no-untyped-def]
    return FILE.company.named(name)[0].user_id


def with_app_group(company: Company) -> Company:
    keepers = frozenset({user("郑群"), user("郭涛")})
    made = Group(GroupId("C"), NAME, "E4", departments=("研发部",), admins=keepers, app_chat=ChatId("qwC"))
    return replace(company, groups=(*company.groups, made))


@pytest.fixture
async def town(database: Database) -> AsyncIterator[Chat]:
    town = await Chat.open(database, jobs=(), company=with_app_group)
    yield town
    await town.close()


async def issued(town: Chat) -> str:
    """The code, as the room shows it."""
    await town.say("郑群", f"/绑定 {NAME}")
    shown, answer = town.said()
    assert shown.to == NAME
    assert "10:30 前有效" in shown.words
    assert answer.words.startswith(f"绑定码已发到{NAME}里。先在群设置里把我（小助手）加进群")
    found = re.search(r"/绑定 (\S+)$", shown.words)
    assert found
    return found[1]


async def test_from_the_one_room_to_the_other(town: Chat) -> None:
    code = await issued(town)
    await town.play(f"""
    郑群@{ROOM}> /绑定 {code}
    机器人→郭涛> 郑群 在一个群聊里说，那里就是{NAME}。不对的话，发 /绑定 {NAME} 看怎么改。
    机器人@{ROOM}> {JOINED}
    郑群@{ROOM}> /群信息
    机器人@{ROOM}> {NAME}（项目公司工作群）…
    郑群> /绑定 {NAME}
    机器人> {NAME}已经接通：智能机器人听得到 @我，应用建的群，加人移人我能自己办。
    接错了群聊就发 /绑定 {NAME} 解除。
    """)


async def test_it_works_once_and_for_half_an_hour(town: Chat) -> None:
    code = await issued(town)
    await town.play(f"""
    ⏰ 2026-11-22 10:31
    郑群@{ROOM}> /绑定 {code}
    机器人@{ROOM}> {WRONG}
    """)


async def test_somebody_else_can_not_complete_it(town: Chat) -> None:
    code = await issued(town)
    await town.play(f"""
    张三@{ROOM}> /绑定 {code.lower()}
    机器人@{ROOM}> 绑定码对，但要由这个群的群管理员来发。请他在这里发一次。
    李娜@{ROOM}> @小助手 /绑定 {code.replace("-", "")}
    机器人→郭涛> …
    机器人→郑群> …
    机器人@{ROOM}> {JOINED}
    """)


async def test_five_wrong_ones(town: Chat) -> None:
    code = await issued(town)
    tries = "\n".join([f"    郑群@{ROOM}> /绑定 AAAA-2222\n    机器人@{ROOM}> {WRONG}"] * 5)
    await town.play(f"""
{tries}
    郑群@{ROOM}> /绑定 {code}
    机器人@{ROOM}> 你一小时里输错了 5 次绑定码，先停一停。过一小时再试，或请别的群管理员来发。
    郭涛@{ROOM}> /绑定 {code}
    机器人→郑群> …
    机器人@{ROOM}> {JOINED}
    """)


async def test_a_chat_that_is_another_group(town: Chat) -> None:
    code = await issued(town)
    await town.play(f"""
    郑群@项目A工作群> /绑定 {code}
    机器人@项目A工作群> 这个群聊已经登记成项目A工作群。要改，先发 /绑定 项目A工作群 解除。
    """)


async def test_not_in_private(town: Chat) -> None:
    code = await issued(town)
    await town.play(f"""
    郑群> /绑定 {code}
    机器人> 绑定码要在那个群里 @我 发：私聊里我看不出是哪个群。
    """)


async def test_undoing_is_confirmed(town: Chat) -> None:
    await town.play(f"""
    郑群> /绑定 项目A工作群 解除
    机器人> [卡片] 你是想「绑定 项目A工作群 解除」吗？ {UNDONE}；10:30 前有效 [确认] [算了]
    郑群> 按 [确认]
    机器人> [卡片] 已确认：绑定 项目A工作群 解除 解除了。要重新接通项目A工作群：在群里 @我 发 /登记群 项目A工作群。
    郑群@项目A工作群> /绑定
    机器人@项目A工作群> 这个群还没有登记，所以还不能办。请在群里 @我 发 /登记群。
    郑群> /绑定 项目A工作群 解除
    机器人> 项目A工作群还没有接通哪个群聊，不用解除。
    郑群> /绑定 项目A工作群
    机器人> 项目A工作群不是应用建的，不用绑定码：请把我（小助手）加进群，在群里 @我 发 /登记群 项目A工作群。
    """)


async def test_who_may(town: Chat) -> None:
    await town.play("""
    张三> /绑定 项目A工作群
    机器人> 项目A工作群的绑定由它的群管理员来办。请找他们。
    张三> /绑定 集团高管工作群
    机器人> 没有找到「集团高管工作群」。…
    郑群> /绑定
    机器人> 哪个群？写上群名。直接回复就行，10:10 前有效；不办了就回「算了」。
    """)
