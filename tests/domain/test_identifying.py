"""Numbers by how they are built; how they are said in a notice is tested there."""

import pytest

from bot.domain.identifying import bank_card, identity, is_card, is_identity, phones

IDENTITY = "11010519491231002X"  # the example of the standard


def test_where_it_stands() -> None:
    text = f"张三 {IDENTITY} 领"
    assert identity(text) == (3, 21)
    assert bank_card("卡 4111 1111 1111 1111") == (2, 21)


@pytest.mark.parametrize("number", ["110105194912310021", "2026112200012345", "", "1101051949123100"])
def test_no_identity(number: str) -> None:
    assert not is_identity(number)


@pytest.mark.parametrize("number", ["0000000000000000", "2026112200012349", "7111111111111114", IDENTITY])
def test_no_card(number: str) -> None:
    assert not is_card(number)


def test_phones() -> None:
    text = "0571-88886666 +86 138-0000-1111 139000022223 12345678901"
    assert [number for number, _ in phones(text)] == ["13800001111"]
