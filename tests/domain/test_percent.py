import pytest

from bot.domain.percent import percent


@pytest.mark.parametrize(("part", "whole", "said"), [(0, 0, "—"), (1, 3, "33%"), (999, 1000, "99%"), (3, 3, "100%")])
def test_nearly_all_is_not_all(part: int, whole: int, said: str) -> None:
    assert percent(part, whole) == said
