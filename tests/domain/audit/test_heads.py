"""A head is written in one way, and read however it was copied."""

from datetime import UTC, datetime

import pytest

from bot.domain.audit.heads import line, read_head, read_heads
from bot.domain.audit.links import Head

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
HASH = "3f" * 32


def test_what_is_written_is_read() -> None:
    text = line(Head(7, HASH, NOW), NOW) + "\n# by hand\n" + line(Head(9, "00" * 32, NOW), NOW)
    assert read_heads(text) == {7: HASH, 9: "00" * 32}


@pytest.mark.parametrize("text", [f"7:{HASH}", f"7：{HASH[:32].upper()}", f" 7 {HASH[:16]} "])
def test_as_it_was_copied(text: str) -> None:
    head = read_head(text)
    assert head
    assert head[0] == 7
    assert HASH.startswith(head[1])


@pytest.mark.parametrize("text", ["", "heads.txt", "7:3f3f", f"x:{HASH}", f"7:{HASH}00"])
def test_what_is_no_head(text: str) -> None:
    assert read_head(text) is None


def test_which_line_is_wrong() -> None:
    with pytest.raises(ValueError, match=r"^2$"):
        read_heads(line(Head(7, HASH, NOW), NOW) + "2026-11-22T10:00:00+08:00 x\n")
