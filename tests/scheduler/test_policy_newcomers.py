"""Who comes into the scope of a policy is asked on a working day, for a few versions at a time."""

from datetime import timedelta

from bot.services.policies import newcomers
from bot.storage.engine.database import Database
from tests.services.notices.posted import work_in
from tests.services.policies.library import open_chat, publish


async def test_not_on_a_day_of_rest_and_not_too_many(database: Database) -> None:
    chat = await open_chat(database)
    await publish(chat, "/发布制度 考勤 今天起 实习生 都未办")
    await chat.advance(chat.clock.now() + timedelta(days=1))
    await chat.say("李娜", "/账号期限 @张三 实习生 到2027年3月31日")
    chat.said()
    await work_in(chat, newcomers.look)
    assert {line.to for line in chat.said()} == {"张三"}
    await work_in(chat, newcomers.look)
    assert chat.said() == []
    await chat.say("李娜", "/账号期限 @李四 实习生 到2027年3月31日")
    chat.said()
    await chat.advance(chat.clock.now() + timedelta(days=5))  # a saturday
    await work_in(chat, newcomers.look)
    assert chat.said() == []
    await chat.close()
