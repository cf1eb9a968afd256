"""What the books of the runs that kill are kept by."""

from bot.understanding.emergency.heed import heed
from tests.pipeline.accounts import answered_in, asked_in, asking


def test_each_number_is_read_as_it_was_written_and_sounds_like_no_emergency() -> None:
    for number in (*range(2000), 110_120, 119_120, 354_208):
        asked = asking(number)
        assert asked_in(f'"{asked}"') == [number]
        assert answered_in(f"没有「{asked[1:]}」这个命令。") == number
        assert heed(asked) is None
