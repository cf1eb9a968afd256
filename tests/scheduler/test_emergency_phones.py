"""Phones that ring: after a minute without 收到, once for a turn, within limits, and never as if a call were a yes."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from bot.domain.company import Company
from bot.domain.safety.accidents.reports import AccidentState, NoteKind
from bot.domain.safety.calls.rules import CallRules, Link
from bot.domain.safety.calls.turns import Phone
from bot.identifiers import UserId
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import OfficeRefused, Sources
from bot.storage.engine.database import Database
from bot.storage.safety.accidents import AccidentTable
from bot.storage.safety.calls import CallTable
from scheduler.call_tree import go_on
from scheduler.emergency_phones import ring_phones
from tests.chat import Chat

NUMBER = "SG-20261122-001"
LOUD = CallRules(chain=(Link.SAFETY, Link.ADMIN, Link.HR), together=1, rounds=1, voice=True)
REFUSED = Outcome(Verdict.MISCONFIGURED, 301051, "301051 nothing left")


@dataclass
class Exchange:
    """The port `Phones`: whose phone rang, and who took it. `trouble` is met by every call."""

    rang: list[str] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    trouble: Outcome | None = None
    dead: bool = False

    async def ring(self, user: UserId) -> str:
        self.rang.append(user)
        if self.trouble:
            raise OfficeRefused(self.trouble)
        if self.dead:
            raise ConnectionError("the process ends here")
        return f"call-{len(self.rang)}-{user}"

    async def answered(self, user: UserId, call_id: str) -> bool:
        return user in self.taken


def loud(company: Company) -> Company:
    return replace(company, safety=replace(company.safety, calls=LOUD))


@pytest.fixture
def exchange() -> Exchange:
    return Exchange()


@pytest.fixture
async def chat(database: Database, exchange: Exchange) -> AsyncIterator[Chat]:
    chat = await Chat.open(database, jobs=[go_on, ring_phones], company=loud, sources=Sources(phones=exchange))
    await chat.say("张三", "仓库着火了")
    chat.said()
    yield chat
    await chat.close()


async def wait(chat: Chat, seconds: float) -> list[str | None]:
    await chat.advance(chat.clock.time + timedelta(seconds=seconds))
    return [line.to for line in chat.said()]


async def log() -> list[tuple[NoteKind, str]]:
    return [(note.kind, note.by) for note in await AccidentTable().notes(NUMBER)]


async def state() -> AccidentState:
    accident = await AccidentTable().get(NUMBER)
    assert accident
    return accident.state


async def test_after_a_minute_the_phone_rings_and_after_two_the_next_one_is_told(
    chat: Chat, exchange: Exchange
) -> None:
    assert await wait(chat, 59) == []
    assert exchange.rang == []
    assert await wait(chat, 1) == []
    assert exchange.rang == ["chenan"]
    assert await wait(chat, 60) == ["吴管"]
    assert await wait(chat, 60) == []
    assert exchange.rang == ["chenan", "wuguan"]
    assert await log() == [
        (NoteKind.TOLD, "chenan"),
        (NoteKind.CALLED, "chenan"),
        (NoteKind.TOLD, "wuguan"),
        (NoteKind.NOT_ANSWERED, "chenan"),
        (NoteKind.CALLED, "wuguan"),
    ]


async def test_who_takes_the_call_has_not_confirmed_it(chat: Chat, exchange: Exchange) -> None:
    await wait(chat, 60)
    exchange.taken.add("chenan")
    await wait(chat, 20)
    assert (NoteKind.ANSWERED, "chenan") in await log()
    assert await state() is AccidentState.OPEN
    assert await wait(chat, 40) == ["吴管"]


async def test_no_phone_rings_after_somebody_has_it(chat: Chat, exchange: Exchange) -> None:
    await chat.say("陈安", "收到")
    await wait(chat, 3600)
    assert exchange.rang == []
    assert await CallTable().in_state(Phone.WANTED) == []


async def test_where_wecom_will_not_call_the_next_one_is_told_at_once(chat: Chat, exchange: Exchange) -> None:
    exchange.trouble = REFUSED
    assert await wait(chat, 60) == ["吴管"]
    assert await log() == [
        (NoteKind.TOLD, "chenan"),
        (NoteKind.NOT_CALLED, "chenan"),
        (NoteKind.TOLD, "wuguan"),
    ]


async def test_of_what_nobody_knows_it_is_not_called_again(chat: Chat, exchange: Exchange) -> None:
    exchange.trouble = Outcome(Verdict.UNKNOWN, why="the answer was lost")
    await wait(chat, 60)
    assert exchange.rang == ["chenan"]
    assert [turn.user for turn in await CallTable().in_state(Phone.UNKNOWN)] == ["chenan"]
    exchange.trouble = None
    assert await wait(chat, 60) == ["吴管"]
    assert exchange.rang == ["chenan"]


async def test_after_a_death_in_the_middle_of_a_call_it_is_not_dialled_again(
    database: Database, chat: Chat, exchange: Exchange
) -> None:
    exchange.dead = True
    await wait(chat, 60)
    await chat.close()
    exchange.dead = False
    again = await Chat.open(
        database,
        jobs=[go_on, ring_phones],
        company=loud,
        sources=Sources(phones=exchange),
        now=chat.clock.time + timedelta(seconds=5),
    )
    await wait(again, 0)
    assert exchange.rang == ["chenan"]
    assert [turn.user for turn in await CallTable().in_state(Phone.UNKNOWN)] == ["chenan"]
    await again.close()


async def test_nobody_is_called_a_fourth_time_in_eight_minutes(chat: Chat, exchange: Exchange) -> None:
    for place in ("3号车间", "食堂", "配电房"):
        await chat.say("李四", f"{place}有人触电")
    chat.said()
    await wait(chat, 60)
    assert exchange.rang == ["chenan"] * 3
    [turn] = await CallTable().in_state(Phone.LIMITED)
    notes = await AccidentTable().notes(turn.number)
    assert [note.text for note in notes if note.kind is NoteKind.NOT_CALLED] == ["刚打过几次，暂时不能再打"]


async def test_without_a_way_to_call_it_goes_on_by_messages(database: Database) -> None:
    chat = await Chat.open(database, jobs=[go_on, ring_phones], company=loud)
    await chat.say("张三", "仓库着火了")
    chat.said()
    assert await wait(chat, 60) == ["吴管"]
    await chat.close()


async def test_for_a_small_one_no_phone_rings(database: Database, exchange: Exchange) -> None:
    chat = await Chat.open(database, jobs=[go_on, ring_phones], company=loud, sources=Sources(phones=exchange))
    await chat.say("王强", "/事故 2号线 李师傅手指划伤 已送医")
    await wait(chat, 3600 * 48)
    assert exchange.rang == []
    await chat.close()
