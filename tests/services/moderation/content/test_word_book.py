"""Words are built aside, and the loop goes on meanwhile; a file that is wrong leaves those of before in use."""

import asyncio
from pathlib import Path

import pytest

from bot.domain.moderation.content.in_use import shipped_index
from bot.domain.moderation.content.words import UnreadableWords, WordSet, shipped
from bot.services.moderation.content.word_book import WordBook, built_aside, read_file


async def test_the_loop_runs_while_they_are_built() -> None:
    many = WordSet("C05", "试", tuple(f"词{number}号" for number in range(3000)))
    turns = 0

    async def turn() -> None:
        nonlocal turns
        while True:
            turns += 1
            await asyncio.sleep(0)

    turning = asyncio.create_task(turn())
    index = await built_aside([many])
    turning.cancel()
    assert len(index) == 3000
    assert turns > 1  # however busy the machine is


async def test_read_again_when_a_file_changes(tmp_path: Path) -> None:
    file, book = tmp_path / "own.txt", WordBook([tmp_path / "own.txt"], look_every=0.0)
    file.write_text("# C02 代号\n天狼计划\n", encoding="utf-8")
    first = await book.index()
    assert first.find("天狼计划")
    file.write_text("# C02 代号\n海狮计划行动\n", encoding="utf-8")
    assert await book.index() is first  # those of before, whole, until the new ones are there
    await book.loaded()
    second = await book.index()
    assert second.find("海狮计划行动")
    assert not second.find("天狼计划")


async def test_whoever_still_looks_by_the_old_words_has_all_of_them(tmp_path: Path) -> None:
    """They are let go of bit by bit, once nobody does."""
    file, book = tmp_path / "own.txt", WordBook([tmp_path / "own.txt"], look_every=0.0)
    file.write_text("# C02 代号\n天狼计划\n", encoding="utf-8")
    index = await book.index()
    words = index.parts()[0]
    for number in range(3):
        file.write_text(f"# C02 代号\n海狮计划{'行动' * number}\n", encoding="utf-8")
        book.look()
        await book.loaded()
        if number == 1:
            assert index.find("天狼计划")
            del index
    assert not words


async def test_a_file_that_is_wrong_changes_nothing(tmp_path: Path) -> None:
    file, book = tmp_path / "own.txt", WordBook([tmp_path / "own.txt"], look_every=0.0)
    file.write_text("# C02 代号\n天狼计划\n", encoding="utf-8")
    first = await book.index()
    file.write_text("天狼\n", encoding="utf-8")
    await book.index()
    await book.loaded()
    assert await book.index() is first


async def test_without_files_those_that_come_along(tmp_path: Path) -> None:
    assert await WordBook().index() is shipped_index()
    assert await WordBook([tmp_path / "gone.txt"]).index() is shipped_index()
    assert len(shipped_index()) == sum(len(each.words) for each in shipped())


def test_what_cant_be_read(tmp_path: Path) -> None:
    file = tmp_path / "own.txt"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnreadableWords, match="UTF-8"):
        read_file(file)
