from datetime import UTC, datetime

import pytest

from bot.domain.safety.hazards.hazard import Hazard, HazardFacts, HazardKind
from bot.domain.safety.hazards.likeness import like

KNOWN = Hazard("YH-1", HazardFacts("3号车间", "配电箱门坏了", HazardKind.ELECTRIC), datetime(2026, 11, 22, tzinfo=UTC))


@pytest.mark.parametrize(
    ("place", "kind", "text", "is_like"),
    [
        ("三号车间", HazardKind.ELECTRIC, "电线露出来了", True),
        ("3号车间二楼", HazardKind.ELECTRIC, "电线露出来了", True),
        ("3号车间", HazardKind.FIRE, "灭火器过期", False),
        ("3号车间", HazardKind.EQUIPMENT, "配电箱门坏了！", True),
        ("13号车间", HazardKind.ELECTRIC, "配电箱门坏了", False),
    ],
)
def test_the_same_place_and_kind_is_the_same_hazard(place: str, kind: HazardKind, text: str, *, is_like: bool) -> None:
    assert (like(HazardFacts(place, text, kind), [KNOWN]) is KNOWN) is is_like
