"""Identifiers: what they look like, and what can be told from them."""

import re

import pytest

from bot.identifiers import card_id, is_card_of, is_encrypted, user_id


def test_a_cards_id_is_its_own_and_tells_its_topic() -> None:
    first, second = card_id("accident", "SG-20261122-001"), card_id("accident", "SG-20261122-001")
    assert first != second
    assert re.fullmatch(r"[A-Za-z0-9_@-]{1,128}", first)
    assert is_card_of("accident", first)
    assert not is_card_of("accident", card_id("accidental", "1"))
    assert not is_card_of("accident", card_id("confirm", "accident-1"))


@pytest.mark.parametrize(
    "subject", ["2026-09-28 节前值班表", "2026-11-22T10:00:00+08:00", "12 2026-11-01", "长" * 200, "a" * 200]
)
def test_a_card_may_be_about_anything(subject: str) -> None:
    assert re.fullmatch(r"safety-done-[A-Za-z0-9_@-]{17,110}", card_id("safety-done", subject))


def test_an_account_is_folded_as_wecom_compares_it() -> None:
    assert user_id(" ZhangSan ") == "zhangsan"
    assert not is_encrypted("zhangsan")
    assert is_encrypted("wofvxBDAAADk6_3mS8g")
