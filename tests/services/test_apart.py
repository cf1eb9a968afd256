"""What one piece of a job's work says and changes stands whole or not at all."""

from functools import partial

import pytest

from bot.identifiers import UserId
from bot.services.apart import apart
from bot.shapes.act import Act
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Address, Content, Text, ToPerson
from tests.chat import Chat

JOB = "test-clock"


async def work(ctx: JobContext, *, fails: bool) -> None:
    await ctx.store.timers.set(JOB, "SG-1", "30", ctx.now)
    ctx.tell(ToPerson(UserId("chenan")), Text("SG-1"))
    if fails:
        raise ZeroDivisionError


async def test_it_stands_whole_or_not_at_all(chat: Chat) -> None:
    now = chat.clock.now()
    said: list[tuple[Address, Content]] = []
    by = Act("test", "test", "测试", "test", now)
    ctx = JobContext(now, now, chat.company, chat.core.records, by, lambda *what: said.append(what))

    async def whole() -> None:
        with pytest.raises(ZeroDivisionError):
            await apart(ctx, partial(work, fails=True))

    await chat.core.database.transact(whole)
    assert (said, await ctx.store.timers.of(JOB, "SG-1")) == ([], [])
    await chat.core.database.transact(lambda: apart(ctx, partial(work, fails=False)))
    assert [content for _, content in said] == [Text("SG-1")]
    assert len(await ctx.store.timers.of(JOB, "SG-1")) == 1
