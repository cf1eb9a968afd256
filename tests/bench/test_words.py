"""What `words` measures: as many words as it says, messages to be folded, and a loop that is looked at."""

import asyncio

from bench import words
from bot.domain.moderation.content.folding import fold
from bot.domain.moderation.content.words import counted, shipped


def test_as_many_words_as_it_says() -> None:
    sets = words.word_sets(500)
    assert counted(sets) == 500 + counted(shipped())
    assert sets[-1].disguised


def test_messages_are_there_to_be_folded() -> None:
    [first, *_] = words.messages(40)
    assert len(first) == 40
    assert any(fold(line) != line for line in words.messages(40))


def test_a_wait_is_seen() -> None:
    async def hold() -> None:
        await asyncio.sleep(0.002)
        sum(range(2_000_000))

    assert asyncio.run(words.longest_wait(hold())) > 0.005
