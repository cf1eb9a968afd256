"""What is sealed opens by its key, at its place, unchanged; and by nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.storage.privacy.sealing import MARK, Seal, UnopenableError, is_sealed

OLD, NEW = b"1" * 32, b"2" * 32
SECRET = "腰椎间盘突出"
ABOUT = "leave:QJ-20261122-001:reason"


def test_it_opens_where_it_belongs() -> None:
    sealed = Seal([OLD]).seal_text(SECRET, ABOUT)
    assert Seal([OLD]).open_text(sealed, ABOUT) == SECRET
    with pytest.raises(UnopenableError):
        Seal([OLD]).open_text(sealed, "leave:QJ-20261122-002:reason")


def test_nothing_stays_nothing() -> None:
    assert Seal([OLD]).seal_text("", ABOUT) == Seal([OLD]).open_text("", ABOUT) == ""


def test_the_same_words_never_look_the_same() -> None:
    seal = Seal([OLD])
    assert seal.seal_text(SECRET, ABOUT) != seal.seal_text(SECRET, ABOUT)


def test_a_key_is_changed_while_old_ones_still_open() -> None:
    before = Seal([OLD]).seal_text(SECRET, ABOUT)
    both = Seal([NEW, OLD])
    assert both.open_text(before, ABOUT) == SECRET
    assert Seal([NEW]).open_text(both.seal_text(SECRET, ABOUT), ABOUT) == SECRET
    with pytest.raises(UnopenableError):
        Seal([NEW]).open_text(before, ABOUT)


@pytest.mark.parametrize("written", [SECRET, "plain", "AAAA", "="])
def test_what_was_never_sealed_is_told_from_what_was(written: str) -> None:
    with pytest.raises(UnopenableError):
        Seal([OLD]).open_text(written, ABOUT)


@given(data=st.binary(), place=st.integers(min_value=0), flip=st.integers(min_value=1, max_value=255))
def test_one_changed_byte_is_enough(data: bytes, place: int, flip: int) -> None:
    seal = Seal([OLD])
    sealed = bytearray(seal.seal(data, ABOUT))
    assert seal.open(bytes(sealed), ABOUT) == data
    assert is_sealed(bytes(sealed))
    sealed[place % len(sealed)] ^= flip
    with pytest.raises(UnopenableError):
        seal.open(bytes(sealed), ABOUT)


def test_a_picture_is_not_taken_for_something_sealed() -> None:
    assert not is_sealed(b"\x89PNG\r\n\x1a\n" + b"0" * 100)
    assert not is_sealed(MARK)
