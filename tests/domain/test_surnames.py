"""A surname of two characters is one wherever names are read."""

import pytest

from bot.domain.finding.surnames import surname
from bot.domain.nicknames.forms import is_title
from bot.domain.surnames import COMPOUND


@pytest.mark.parametrize("each", sorted(COMPOUND))
def test_it_is_known_where_people_are_found_and_where_nicknames_are_judged(each: str) -> None:
    assert len(each) == 2
    assert surname(f"{each}静") == each
    assert is_title(f"{each}师傅")
