from bot.domain.moderation.content.stand_ins import MOST, disguises, may_stand_for


def test_sounds_parts_and_both() -> None:
    found = set(disguises("赌博"))
    assert {"堵博", "贝者博", "赌搏", "堵搏"} <= found
    assert "赌博" not in found - {"赌博"}


def test_a_long_word_has_no_more_than_it_needs() -> None:
    assert len(list(disguises("你妈操你妈操你妈操你妈"))) < 12 * MOST


def test_who_stands_for_whom() -> None:
    assert may_stand_for("堵", "赌")
    assert not may_stand_for("读", "赌")
