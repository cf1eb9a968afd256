"""An answer that waits to be fetched: who may offer it, who takes it, and what happens when nobody comes."""

from bot.shapes.outgoing import Text
from bot.wecom.aibot.bubbles import Bubble, Bubbles, happens

WORDS, OTHER = Text("好"), Text("不好")


async def test_what_is_offered_is_taken_and_taken_again_by_a_copy() -> None:
    bubble = Bubble()
    assert bubble.is_open
    assert bubble.offer(1, WORDS)
    assert not await happens(bubble.taken, within=0)
    assert (bubble.take(), bubble.take()) == (WORDS, WORDS)
    assert await happens(bubble.taken, within=0)


def test_the_first_parcel_has_it_and_may_repeat_itself() -> None:
    bubble = Bubble()
    assert [bubble.offer(1, WORDS), bubble.offer(2, OTHER), bubble.offer(1, WORDS)] == [True, False, True]


def test_what_was_withdrawn_can_be_taken_by_nobody() -> None:
    bubble = Bubble()
    bubble.offer(1, WORDS)
    bubble.withdraw()
    assert (bubble.take(), bubble.offer(1, WORDS), bubble.is_open) == (None, False, False)


def test_nothing_is_taken_before_it_is_offered() -> None:
    bubble = Bubble()
    assert bubble.take() is None
    assert not bubble.taken.is_set()


def test_what_was_said_before_is_nobody_elses_bubble() -> None:
    bubble = Bubble()
    bubble.known(WORDS)
    assert (bubble.take(), bubble.offer(7, OTHER)) == (WORDS, False)


def test_the_oldest_is_forgotten() -> None:
    bubbles = Bubbles(most=2)
    first = bubbles.of("a")
    assert bubbles.of("a") is first
    bubbles.of("b")
    bubbles.of("c")
    assert bubbles.of("a") is not first
