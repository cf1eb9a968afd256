import pytest

from bot.arguments.contingency import PlanAsked, PlanWithdrawn, PlanWritten
from bot.domain.safety.drills.drill import DrillKind
from bot.shapes.arguments import Words
from tests.arguments.reading import read, scene


@pytest.mark.parametrize(
    ("written", "title", "kind", "text"),
    [
        ("消防疏散 专项：1. 按警铃；2. 撤", "消防疏散", DrillKind.SPECIAL, "1. 按警铃；2. 撤"),
        ("触电现场处置方案 1. 断电 2. 打120", "触电", DrillKind.ON_SITE, "1. 断电 2. 打120"),
        ("综合应急预案：见附件", "综合", DrillKind.FULL, "见附件"),
        ("危化品泄漏应急预案\n先撤上风口", "危化品泄漏", None, "先撤上风口"),
        ("中毒", "中毒", None, ""),
    ],
)
def test_title_kind_and_text(written: str, title: str, kind: DrillKind | None, text: str) -> None:
    found, left = read(PlanWritten, written)
    assert (found.title, found.kind, found.text, left) == (title, kind, text, "")


def test_one_is_taken_out_by_its_number() -> None:
    assert PlanWithdrawn.read(Words("作废 YA-20261122-001"), scene()) == PlanWithdrawn("YA-20261122-001")
    assert PlanWithdrawn.read(Words("作废物资着火：先断电"), scene()) is None


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("", PlanAsked()),
        ("有哪些", PlanAsked()),
        ("消防的预案在哪里？", PlanAsked("消防")),
        ("ya-20261122-001", PlanAsked("YA-20261122-001")),
        ("消防 谁没看 生产部", PlanAsked("消防", unread=True, specs=("dept:生产部",))),
    ],
)
def test_which_one_is_asked_for(asked: str, expected: PlanAsked) -> None:
    assert PlanAsked.read(Words(asked), scene()) == expected
