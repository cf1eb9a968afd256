"""The small parts: clock, journal, limits, xml, texts, tasks, cards held, calls, media."""

import asyncio
from datetime import datetime, timedelta

import pytest

from sandbox import xml
from sandbox.calls import Calls
from sandbox.cardbook import CardBook, HeldCard, Reader
from sandbox.clock import Clock
from sandbox.company import load
from sandbox.directory import Directory
from sandbox.errors import ApiError
from sandbox.journal import Journal
from sandbox.limits import Limits
from sandbox.media import MediaStore, is_picture
from sandbox.mentions import spelled_out
from sandbox.settings import Settings
from sandbox.tasks import Tasks
from sandbox.texts import cut, too_long

START = datetime.fromisoformat("2026-11-22T10:00:00+08:00")


def clock() -> Clock:
    return Clock(START, monotonic=lambda: 0.0)


def test_clock_runs_and_jumps() -> None:
    ticks = [5.0]
    running = Clock(START, monotonic=lambda: ticks[0])
    ticks[0] = 7.5
    assert running.now() == START + timedelta(seconds=2.5)
    running.set(datetime.fromisoformat("2026-11-30T00:00:00+00:00"))
    assert running.iso() == "2026-11-30T08:00:00.000+08:00"


async def test_journal_numbers_filters_and_waits() -> None:
    journal = Journal(clock())
    assert await journal.after(0, 0) == ([], 0)
    assert [journal.add("said", text="a"), journal.add("sent", text="b")] == [1, 2]
    sent, last = await journal.after(0, 0, lambda item: item["kind"] == "sent")
    assert [item["seq"] for item in sent] == [2]
    assert last == 2

    waiting = asyncio.create_task(journal.after(2, 5, lambda item: item["kind"] == "sent"))
    await asyncio.sleep(0)
    journal.add("said", text="not wanted")
    await asyncio.sleep(0)
    journal.add("sent", text="wanted")
    found, last = await waiting
    assert ([item["text"] for item in found], last) == (["wanted"], 4)
    assert await journal.after(4, 0.01) == ([], 4)

    waiting = asyncio.create_task(journal.after(4, 60))
    await asyncio.sleep(0)
    journal.close()
    assert await waiting == ([], 4)


def test_a_full_window_blocks_for_its_whole_length() -> None:
    limits = Limits()
    assert [limits.take("webhook", "room", 100.0 + i, (2, 60.0)) for i in range(3)] == [True, True, False]
    assert not limits.take("webhook", "room", 161.5, (2, 60.0)), "blocked until 162, though a slot is free"
    assert limits.take("webhook", "room", 162.5, (2, 60.0))
    assert limits.take("webhook", "other", 102.0, (2, 60.0))


def test_windows_forgive_a_clock_that_goes_back() -> None:
    limits = Limits()
    assert limits.take("member", "x", 1000.0, (1, 60.0))
    assert limits.take("member", "x", 10.0, (1, 60.0))


def test_xml_both_ways() -> None:
    text = xml.render("xml", {"A": "x]]>y<", "N": 7, "L": [{"I": "1"}, {"I": "2"}]})
    assert xml.parse(text) == {"A": "x]]>y<", "N": "7", "L": [{"I": "1"}, {"I": "2"}]}
    with pytest.raises(ValueError, match="not XML"):
        xml.parse("<xml><a>")
    assert xml.parse("<xml></xml>") == {}


def test_cutting_never_halves_a_character() -> None:
    assert cut("群务群务", 7) == "群务"
    assert cut("abc", 7) == "abc"
    assert too_long("群务", 5)
    assert not too_long("群务", 6)


async def test_tasks_drain_and_stop() -> None:
    tasks, done = Tasks(), asyncio.Event()

    async def wait() -> None:
        await done.wait()

    tasks.deliver(wait())
    assert tasks.busy
    assert not await tasks.drained(0.01)
    done.set()
    assert await tasks.drained(1)
    tasks.chore(asyncio.sleep(60))
    await tasks.stop()


def test_cards_are_found_by_holder() -> None:
    book, mine = CardBook(), Reader(user="zhangsan")
    card = HeldCard("app", mine, {"task_id": "t", "card_type": "text_notice"}, seq=1)
    book.add(card)
    assert book.held("app", mine, "t") is card
    assert book.held("bot", mine, "t") is None
    card.personal["lisi"] = {"task_id": "t", "new": True}
    assert card.seen_by("lisi") != card.seen_by("zhangsan")
    book.forget(card)
    assert book.of("t") == []


def test_calls_are_decoded_when_looked_at() -> None:
    calls = Calls()
    calls.add("now", "POST", "/cgi-bin/a", {}, b'{"x": 1}')["answer"] = b"plain"
    calls.add("now", "POST", "/cgi-bin/b", {}, b"")
    assert [(call["body"], call["answer"]) for call in calls.under("/cgi-bin/a")] == [({"x": 1}, "plain")]
    assert len(calls.under("/cgi-bin")) == 2


def test_media_live_three_days() -> None:
    time = clock()
    store = MediaStore(time)
    media = store.add("file", "a.txt", b"content")
    assert store.usable(media.media_id, "file") is media
    with pytest.raises(ApiError, match="40007"):
        store.usable(media.media_id, "image")
    time.set(START + timedelta(days=3))
    with pytest.raises(ApiError, match="40007"):
        store.usable(media.media_id, "file")
    assert store.find(media.media_id) is media
    assert is_picture(b"\xff\xd8\xff\xe0")
    assert not is_picture(b"GIF89a")


def test_mentions_read_as_names() -> None:
    directory = Directory(load())
    assert spelled_out(directory, "<@ZhangSan> 和 <@nobody>") == "@张三 和 @nobody"


def test_settings_change_by_name() -> None:
    settings = Settings()
    settings.change("close_cleanly", "false")
    settings.change("callback_retries", "5")
    settings.change("close_delay", 1)
    assert (settings.close_cleanly, settings.callback_retries, settings.close_delay) == (False, 5, 1.0)
    with pytest.raises(KeyError):
        settings.change("no_such", 1)
    with pytest.raises(ValueError, match="truth"):
        settings.change("close_cleanly", "perhaps")
