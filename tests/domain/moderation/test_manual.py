"""docs/moderation.md says what the packs and categories say."""

from pathlib import Path

import pytest

from bot.domain.moderation.categories import Category, categories
from bot.domain.moderation.pack import SEVERITIES, Pack
from bot.domain.moderation.shelf import shipped

ROWS = [
    [cell.strip() for cell in line.strip("| ").split("|")]
    for line in (Path(__file__).parents[3] / "docs" / "moderation.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("|")
]


@pytest.mark.parametrize("pack", shipped(), ids=lambda pack: pack.id)
def test_each_pack_stands_there_with_its_steps(pack: Pack) -> None:
    (row,) = (row for row in ROWS if row[0].split()[:1] == [pack.id])
    steps = [" · ".join(step.name for step in pack.steps_for(severity)) or "–" for severity in SEVERITIES]
    assert row[2:5] == [each.replace("追究法律责任", "法律责任").replace("合同或终止", "或终止") for each in steps]
    assert ("after" in "".join(row[6:])) == bool(pack.partial)


@pytest.mark.parametrize("category", [each for each in categories().values() if each.on], ids=lambda each: each.code)
def test_each_category_stands_there(category: Category) -> None:
    (row,) = (row for row in ROWS if row[0] == category.code and len(row) > 2)
    assert row[1] == category.name
    assert row[2].split(" to ") == list(dict.fromkeys([category.severity.value, category.worst.value]))
    assert row[3] == "、".join(role.label for role in category.handled)
    assert (row[4:] == ["yes"]) == category.raised
