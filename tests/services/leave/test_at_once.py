"""Of two leaves of one person that overlap at most one is agreed to, however many ask, move and decide at once.

Asking and moving: three transactions at once, past the order in which one person's messages are worked on. Deciding:
three processes of the bot on one PostgreSQL.
"""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.domain.calendar.span import Span
from bot.domain.leave.requests.wishes import Wanted
from bot.errors import Code, UserError
from bot.services.leave.changes.relocating import move
from bot.services.leave.requests.asking import ask
from bot.services.requestable import approvals
from bot.shapes.act import Act
from bot.shapes.context import Chat as Place
from bot.shapes.context import Context
from bot.shapes.incoming import Via
from bot.storage.engine.database import Database
from bot.storage.leave.leave import LeaveLedgerTable
from bot.storage.models.leave import LeaveRecord
from tests.chat import Chat
from tests.postgres import Emptied
from tests.services.leave.desk import book

ROOT = Path(__file__).parents[3]
MONDAY, TUESDAY, WEDNESDAY = date(2026, 12, 7), date(2026, 12, 8), date(2026, 12, 9)

Child = asyncio.subprocess.Process


@pytest.fixture
async def url(emptied: Emptied) -> AsyncIterator[str]:
    async with emptied.one() as url:
        yield url


@pytest.fixture
async def shared(url: str) -> AsyncIterator[Chat]:
    """The bot on a PostgreSQL that others may open too."""
    database = await Database.open(url)
    chat = await Chat.open(database, jobs=(), commands=book())
    yield chat
    await chat.close()
    await database.close()


def context(chat: Chat, who: str) -> Context:
    (sender,) = chat.company.named(who)
    act = Act(sender.user_id, "test", "员工", "test", chat.clock.now())
    return Context(sender, Place(Via.BOT), chat.clock.now(), chat.company, chat.core.records, act, lambda *_: None)


async def at_once(chat: Chat, works: Sequence[Callable[[], Awaitable[Any]]]) -> list[UserError]:
    """Each in a transaction of its own; the refusals."""
    database = chat.core.database
    outcomes = await asyncio.gather(*(database.transact(work) for work in works), return_exceptions=True)
    failed = [each for each in outcomes if isinstance(each, BaseException)]
    assert all(isinstance(each, UserError) for each in failed), failed
    return [each for each in failed if isinstance(each, UserError)]


@pytest.mark.postgres
async def test_asked_at_once(shared: Chat) -> None:
    ctx = context(shared, "张三")
    spans = [Span(MONDAY, TUESDAY), Span(TUESDAY, WEDNESDAY), Span(TUESDAY, TUESDAY)]
    refused = await at_once(shared, [lambda span=span: ask(ctx, approvals(), Wanted("年假", span)) for span in spans])
    assert [error.code for error in refused] == [Code.OVERLAP] * 2
    (kept,) = await LeaveRecord.all()
    ledger = await LeaveLedgerTable().of(ctx.sender.user_id)
    assert ledger.balance("年假", 2026).held == kept.amount


@pytest.mark.postgres
async def test_moved_at_once(shared: Chat) -> None:
    """Three on three days are moved onto one day: one gets there, the others are as they were."""
    for day in ("2026-12-14", "2026-12-16", "2026-12-18"):
        await shared.say("张三", f"/试请 年假 {day}")
    ctx = context(shared, "张三")
    leaves = await shared.core.records.leaves.of(ctx.sender.user_id, ctx.now, since=ctx.now)
    to = Span(MONDAY, MONDAY)
    refused = await at_once(shared, [lambda leave=leave: move(ctx, approvals(), leave, to) for leave in leaves])
    assert [error.code for error in refused] == [Code.DUPLICATE] * 2  # the very same wish as the one that got there
    states = sorted((row.state, row.begins.date() == MONDAY) for row in await LeaveRecord.all())
    assert states == [("已撤回", False), ("待审批", False), ("待审批", False), ("待审批", True)]
    assert (await LeaveLedgerTable().of(ctx.sender.user_id)).balance("年假", 2026).held == 3


@pytest.mark.postgres
@pytest.mark.parametrize("applicant", ["张三", pytest.param("李四", marks=pytest.mark.soak)])
async def test_decided_at_once_by_three_processes(shared: Chat, url: str, applicant: str) -> None:
    """They can't be asked for, so two are put onto the days of the third."""
    await shared.say(applicant, "/试请 事假 2026-12-01")
    for days in ("2026-12-07/2026-12-10", "2026-12-21/2026-12-24"):
        await shared.say(applicant, f"/试请 事假 {days}")
    numbers = [f"QJ-20261122-00{number}" for number in (1, 2, 3)]
    for number in numbers[1:]:  # longer than three days: the human resources have the last word
        await shared.say("王强", f"/同意申请 {number}")
    first = await LeaveRecord.get(number=numbers[0])
    await LeaveRecord.all().update(begins=first.begins, ends=first.ends, period=first.period)
    children = [await started(url) for _ in numbers]
    try:
        lines = [f"{who}> /同意申请 {number}" for who, number in zip(("王强", "李娜", "周敏"), numbers, strict=True)]
        await asyncio.gather(*(told(child, line) for child, line in zip(children, lines, strict=True)))
    finally:
        for child in children:
            child.kill()
            await child.wait()
    assert sorted(row.state for row in await LeaveRecord.all()) == ["已批准", "待审批", "待审批"]


async def started(url: str) -> Child:
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.services.leave.one_of_three", url),
        cwd=ROOT,
        env=os.environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert await said(child) == "ready"
    return child


async def told(child: Child, line: str) -> None:
    assert child.stdin
    child.stdin.write(f"{line}\n".encode())
    await child.stdin.drain()
    assert await said(child) == "done"


async def said(child: Child) -> str:
    """The next of its two words; logs are not meant for us."""
    assert child.stdout
    while written := await asyncio.wait_for(child.stdout.readline(), 30):
        if (word := written.decode().strip()) in ("ready", "done"):
            return word
    return "gone"
