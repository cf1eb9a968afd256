"""What a department tells and what a month is about, as they are typed."""

from datetime import date

import pytest

from bot.arguments.publishing import FocusSaid, NewsSaid
from bot.shapes.arguments import Words
from tests.arguments.reading import scene


@pytest.mark.parametrize(
    ("typed", "department", "words"),
    [
        ("生产部 开放参观", "生产部", "开放参观"),
        ("生产部：开放参观", "生产部", "开放参观"),
        ("生产部开放参观", None, "生产部开放参观"),
        ("开放参观", None, "开放参观"),
    ],
)
def test_a_department_stands_apart(typed: str, department: str | None, words: str) -> None:
    said = NewsSaid.read(Words(typed), scene())
    assert (said.department and said.department.name, said.words, said.kept) == (department, words, True)


@pytest.mark.parametrize("typed", ["没有", "生产部 无", "本周没有", "2026-11-16那周：没有"])
def test_nothing_is_an_answer(typed: str) -> None:
    said = NewsSaid.read(Words(typed), scene())
    assert said.silent
    assert said.kept
    assert not said.words


@pytest.mark.parametrize("typed", ["汇总", "哪些部门没报", "谁还没报"])
def test_all_departments(typed: str) -> None:
    assert NewsSaid.read(Words(typed), scene()) == NewsSaid(overview=True)


@pytest.mark.parametrize(
    ("typed", "month", "words"),
    [
        ("12月 冬季安全", date(2026, 12, 1), "冬季安全"),
        ("下个月：冬季安全", date(2026, 12, 1), "冬季安全"),
        ("冬季安全", None, "冬季安全"),
        ("2027年1月", date(2027, 1, 1), ""),
    ],
)
def test_a_month_stands_in_front(typed: str, month: date | None, words: str) -> None:
    assert FocusSaid.read(Words(typed), scene()) == FocusSaid(month, words)
