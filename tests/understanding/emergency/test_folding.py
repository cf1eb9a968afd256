import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.emergency.folding import clauses, fold


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("３号车间", "3号车间"),
        ("倉庫著火了", "仓库着火了"),
        ("仓库着伙了", "仓库着火了"),
        ("仓 库 着 火 了", "仓库着火了"),
        ("大出血了 快", "大出血了 快"),
        ("zhaohuole", "着火了"),
        ("着火咧", "着火了"),
        ("触点烧了", "触点烧了"),  # a contact is no misheard 触电
        ("对不起伙计", "对不起伙计"),
    ],
)
def test_what_dictation_and_old_scripts_make_of_it(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_clauses_stand_between_marks_and_spaces() -> None:
    assert clauses("仓库着火 人都出来了，快！") == ["仓库着火", "人都出来了", "快"]


@given(st.text(max_size=200))
def test_it_never_fails(text: str) -> None:
    assert all(clauses(fold(text)))
