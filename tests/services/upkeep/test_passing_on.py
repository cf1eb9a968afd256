"""Each kind of case that can be handed on has its door."""

from bot.services.upkeep.passing_on import NOT_HERE, WAYS


def test_every_kind_is_named() -> None:
    assert all(f"（{prefix}-）" in NOT_HERE for prefix in WAYS)
