"""An attacker's look: where the words of a diagnosis are while a leave is asked for, and after an hour."""

import pytest

from bot.shapes.incoming import Via
from bot.storage.engine.database import Database
from bot.storage.models.leave import LeaveRecord
from tests.chat import Chat
from tests.storage.test_models import TABLES

WORD = "痔疮"
SOON_GONE = {"inbox", "outbox", "confirmation", "dialogue"}


async def holding(database: Database, word: str = WORD) -> set[str]:
    """Tables with a row that says it, as a dump would show them."""
    found = set()
    for table in TABLES:
        rows = await database.fetch(f'SELECT * FROM "{table}"')  # noqa: S608 - names of our own models
        if any(word in str(value) for row in rows for value in row.values()):
            found.add(table)
    return found


@pytest.fixture
async def told(chat: Chat) -> Chat:
    """By a command, in plain words with a yes, in answers to questions, in a group, and where it is refused."""
    await chat.say("张三", f"/请假 病假 11.25-11.27 {WORD}手术")
    await chat.say("李四", f"我明天{WORD}犯了想请病假")
    chat.said()
    await chat.press("李四", chat.newest_card, "yes")
    for name, words in (
        ("王五", f"我想请病假，{WORD}"),
        ("王五", f"11.24 {WORD}"),
        ("何苗", f"/请假 病假 2月30号 {WORD}"),
    ):
        await chat.say(name, words)
    await chat.say("欧阳静", f"@小助手 /请假 病假 明天 {WORD}", room="项目A工作群")
    chat.said()
    return chat


async def test_only_what_was_typed_and_answered_has_it(told: Chat, database: Database) -> None:
    """Not the leave, nor the request, the trail, the refusals, the cards of whoever decides."""
    assert {"inbox", "outbox", "confirmation"} <= await holding(database) <= SOON_GONE
    assert await LeaveRecord.exclude(reason="").count() == 3  # the others wait for a yes, or were refused
    others = await database.fetch("SELECT content FROM outbox WHERE address NOT LIKE '%ToAsker%'")
    assert not [row for row in others if WORD in row["content"] and "wangqiang" in row["content"]]


async def test_after_an_hour_nothing_has_it_but_the_sealed_reason(told: Chat, database: Database) -> None:
    await told.play("""
        李娜> /请假原因 QJ-20261122-001
        机器人> 张三 病假 11月25日(周三)至11月27日(周五)（QJ-20261122-001）的原因：痔疮手术。
        这次查看已记下，本人可以看到。
    """)
    told.clock.time = told.clock.time.replace(hour=12, minute=30)
    await told.core.settle()
    assert await holding(database) <= {"confirmation", "dialogue"}
    told.clock.time = told.clock.time.replace(day=24, hour=4)
    await told.core.settle()
    assert await holding(database) == set()
    told.said()
    await told.play("""
        张三> /请假原因 QJ-20261122-001
        机器人> 你的病假 11月25日(周三)至11月27日(周五)（QJ-20261122-001）的原因：痔疮手术。
    """)


async def test_who_decides_and_what_is_logged_never_has_it(told: Chat, capsys: pytest.CaptureFixture[str]) -> None:
    parcels = [parcel for channel in told.channels.values() for parcel in channel.sent]
    asking = {"张三": "zhangsan", "李四": "lisi", "王五": "wangwu", "何苗": "hemiao", "欧阳静": "ouyangjing"}.values()
    assert {parcel.address.user for parcel in parcels if WORD in str(parcel.content)} <= set(asking)
    assert not [parcel for parcel in parcels if parcel.chat and WORD in str(parcel.content)]
    await told.play("""
        王强> /同意申请 QJ-20261122-001
        机器人→张三> …
        机器人> …
        王强> /待办
        机器人> …
    """)
    assert WORD not in capsys.readouterr().out


async def test_a_card_that_is_put_away_leaves_nothing_either(chat: Chat, database: Database) -> None:
    """Its new face repeats the line; so does that of a card which was settled before."""
    await chat.say("李四", f"我明天{WORD}犯了想请病假")
    chat.said()
    for key in ("no", "yes"):
        await chat.press("李四", chat.newest_card, key)
    assert sum(WORD in str(parcel.content) for parcel in chat.channels[Via.BOT].sent) == 3
    chat.clock.time = chat.clock.time.replace(hour=12, minute=30)
    await chat.core.settle()
    assert await holding(database) == set()


async def test_what_waits_for_a_yes_is_not_repeated_in_a_group(chat: Chat) -> None:
    await chat.play(f"""
        张三@项目A工作群> 我明天{WORD}犯了想请病假
        机器人@项目A工作群> 已私聊你。
        机器人→张三> [卡片] …
        张三@项目A工作群> 好的
        机器人@项目A工作群> 已私聊你。
        机器人→张三> 「请假 我明天{WORD}犯了想请病假」还没有办。…
    """)
