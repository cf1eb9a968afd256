"""Scenes: what is found goes to a human in private, and the group hears nothing of it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.company import Company
from bot.domain.moderation.content.rules import ContentRules
from bot.identifiers import GroupId, UserId
from bot.shapes.act import Act
from bot.storage.engine.database import Database
from bot.storage.models.content import ContentItemRecord
from tests.chat import Chat, Line

A = "项目A工作群"
IDENTITY = "11010519491231002X"  # the example of the standard


async def asked(chat: Chat, who: str, text: str, *, room: str | None = A, quote: str | None = None) -> Sequence[str]:
    """Who gets a card, and what it says, because of what somebody says."""
    chat.said()
    await chat.say(who, text, room=room, quote=quote)
    return [f"{line.to}: {line.words}" for line in chat.said() if "请看一条内容" in line.words]


async def pressed(chat: Chat, who: str, button: str) -> Sequence[Line]:
    chat.said()
    await chat.core.inbox.take(chat.pressing_newest(who, button))
    await chat.core.settled()
    return chat.said()


async def test_a_human_is_asked_and_the_group_hears_nothing(chat: Chat) -> None:
    await chat.play("""
    张三@项目A工作群> 李四你就是个傻*逼
    机器人@项目A工作群> 这句我没听懂。…
    机器人→郑群> [卡片] 请看一条内容：像是辱骂 NR-20261122-001；张三在项目A工作群说：「李四你就是个傻＊逼」。只是检查认出来的，还没有处理任何人。按「成立」就由你警告一次，对方可以申诉。 [成立] [成立，不处理] [不是]
    郑群> 按 [成立]
    机器人→张三> 你在项目A工作群受到警告，编号 WG-20261122-001。…
    机器人> [卡片] NR-20261122-001 辱骂 WG-20261122-001 张三 警告，180 天内第 1 次「辱骂和诽谤」。…
    """)  # noqa: E501 - a whole card
    row = await ContentItemRecord.get(number="NR-20261122-001")
    assert (row.state, row.sealed, row.by) == ("成立，已处理", "", "zhengqun")


async def test_with_a_no_it_is_remembered_without_its_words(chat: Chat) -> None:
    await chat.play("""
    张三@项目A工作群> 李四你就是个傻逼
    机器人@项目A工作群> 这句我没听懂。…
    机器人→郑群> [卡片] 请看一条内容：像是辱骂 …
    郑群> 按 [不是]
    机器人> [卡片] NR-20261122-001 辱骂 已记下：不是。原话已经删掉。同样的话不再问。
    """)
    row = await ContentItemRecord.get(number="NR-20261122-001")
    assert (row.state, row.sealed, row.by) == ("不是", "", "zhengqun")
    assert await asked(chat, "李四", "李四，你就是个傻-逼！") == []
    assert len(await asked(chat, "李四", "张三你就是个傻逼")) == 1


async def test_it_may_be_so_and_need_nothing(chat: Chat) -> None:
    await chat.play("""
    张三@项目A工作群> 李四你就是个傻逼
    机器人@项目A工作群> 这句我没听懂。…
    机器人→郑群> [卡片] 请看一条内容：像是辱骂 …
    郑群> 按 [成立，不处理]
    机器人> [卡片] NR-20261122-001 辱骂 已记下：成立，不处理。原话已经删掉。
    郑群> 按 [成立]
    机器人> [卡片] NR-20261122-001 辱骂 郑群 已经定过：成立，不处理。
    """)


async def test_one_act_is_one_case(chat: Chat) -> None:
    await chat.say("张三", "李四你就是个傻逼", room=A)
    await chat.say("郑群", "/警告 @张三 骂人", room=A, quote="李四你就是个傻逼")
    chat.said()
    await chat.play("""
    郑群> 按 [成立]
    机器人> [卡片] NR-20261122-001 辱骂 已记下：成立。这条消息已经处理过了，编号 WG-20261122-001。一件事只处理一次。
    """)


async def test_the_security_officers_say_what_it_is_and_the_management_group_what_follows(chat: Chat) -> None:
    await chat.say("张三", "客户库的密码是 Kx83hd92", room=A)
    ((officer, card),) = [(line.to, line.words) for line in chat.said() if "请看一条内容" in line.words]
    assert officer
    assert "按「成立」就转给管理小组来定。" in card
    said = await pressed(chat, officer, "成立")
    assert any("怎么处理由" in line.words for line in said)
    manager = next(line.to for line in said if "认定成立" in line.words)
    assert manager
    assert any("WG-20261122-001 张三 警告" in line.words for line in await pressed(chat, manager, "成立"))
    assert any("已经定过：成立，已处理" in line.words for line in await pressed(chat, officer, "不是"))


async def test_what_is_kept_is_sealed(chat: Chat) -> None:
    await asked(chat, "张三", "李四你就是个傻逼")
    row = await ContentItemRecord.get(number="NR-20261122-001")
    assert "傻逼" not in row.sealed
    assert (row.category, row.rules, row.author) == ("C12", "辱骂", "zhangsan")


async def test_who_leaks_a_number_may_take_it_back(chat: Chat) -> None:
    await chat.say("张三", f"李四的身份证 {IDENTITY}", room=A)
    said = chat.said()
    assert not any(IDENTITY in line.words for line in said)
    assert not any(line.to == "郑群" for line in said)  # security looks into that
    (hint,) = [line.words for line in said if line.to == "张三"]
    assert hint.startswith("你刚才在项目A工作群发的内容里像有身份证号。")


async def test_an_administrator_is_not_his_own_judge(chat: Chat) -> None:
    cards = await asked(chat, "郑群", "李四你就是个傻逼")
    assert cards
    assert not any(card.startswith("郑群") for card in cards)


@pytest.mark.parametrize(
    "text",
    [
        "三号车间有人触电了，狗日的电闸没关",
        "隐患：他妈的二楼配电箱门开着，电线裸露",
        "/警告 @张三 骂人傻逼",
        "/举报 张三 在群里骂傻逼",
        "禁止赌博",
    ],
)
async def test_whoever_tells_of_danger_or_keeps_order_is_not_looked_at(chat: Chat, text: str) -> None:
    assert await asked(chat, "郑群", text) == []


async def test_what_is_said_in_private_is_nobodys_business(chat: Chat) -> None:
    assert await asked(chat, "张三", f"傻逼 {IDENTITY}", room=None) == []


async def test_the_same_again_and_again(chat: Chat) -> None:
    text = "周年庆活动报名快来参加"
    assert await asked(chat, "张三", text) == []
    assert await asked(chat, "张三", text) == []
    (card,) = await asked(chat, "张三", text)
    assert "重复刷屏" in card
    assert await asked(chat, "张三", text) == []


async def test_who_sends_a_command_again_floods_nobody(chat: Chat) -> None:
    assert [await asked(chat, "张三", "/违规记录 我自己的") for _ in range(4)] == [[], [], [], []]


async def test_one_card_for_one_row_of_insults(chat: Chat) -> None:
    assert len(await asked(chat, "张三", "李四你个傻逼")) == 1
    assert await asked(chat, "张三", "李四你个王八蛋") == []
    assert len(await asked(chat, "李四", "张三你个王八蛋")) == 1


async def test_a_companys_own_words_and_off(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "own.txt"
    file.write_text("# C02 项目代号\n天狼计划\n", encoding="utf-8")

    def own(company: Company) -> Company:
        content = ContentRules(words=(file,))
        return replace(company, moderation=replace(company.moderation, content=content))

    chat = await Chat.open(database, company=own)
    assert len(await asked(chat, "张三", "天·狼·计·划下周发布")) >= 1
    await chat.close()


async def test_switched_off(database: Database) -> None:
    def off(company: Company) -> Company:
        return replace(company, moderation=replace(company.moderation, content=ContentRules(on=False)))

    chat = await Chat.open(database, company=off)
    assert await asked(chat, "张三", "李四你个傻逼") == []
    await chat.close()


async def test_whose_words_they_were_may_know_of_it(chat: Chat) -> None:
    await asked(chat, "张三", "李四你就是个傻逼")
    await chat.say("张三", "/我的数据")
    (said,) = [line.words for line in chat.said()]
    assert "· 内容检查认出的内容 1 条，最早 11月22日(周日)；原话加密保存，有人看过就删" in said


async def test_who_lost_the_post_meanwhile_decides_nothing(chat: Chat) -> None:
    await asked(chat, "张三", "李四你就是个傻逼")
    group = await chat.core.records.groups.get(GroupId("projecta"))
    assert group is not None
    by = Act("wangqiang", "任命群管", "集团行政人事部", "test:1", chat.clock.now())
    others = replace(group, admins=frozenset({UserId("hemiao")}), deputies=frozenset())
    await chat.core.database.transact(lambda: chat.core.records.groups.save(others, change="appointed", by=by))
    await chat.core.book.refresh()
    (said,) = await pressed(chat, "郑群", "成立")
    assert "由别的同事来看" in said.words
