import pytest

from bot.domain.safety.equipment.reading import months_of


@pytest.mark.parametrize(
    ("said", "months"), [("12", 12), ("12个月", 12), ("2年", 24), ("0", None), ("11年", None), ("很久", None)]
)
def test_how_long_a_check_holds(said: str, months: int | None) -> None:
    assert months_of(said) == months
