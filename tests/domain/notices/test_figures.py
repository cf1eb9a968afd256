"""How far a notice has come, in figures."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.company import Company
from bot.domain.notices.figures import figures, took
from bot.domain.notices.posting import Receipt
from bot.domain.people import Department, Person
from bot.identifiers import UserId

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
ANN, BEN, CAT, GONE = map(UserId, ("ann", "ben", "cat", "gone"))
COMPANY = Company(
    people=(Person(ANN, "安", 2), Person(BEN, "本", 3), Person(CAT, "凯", 3), Person(GONE, "走", 3, active=False)),
    departments=(Department(2, "生产部", 1), Department(3, "市场部", 1)),
)


def confirmed(user: UserId, *, minutes: int) -> Receipt:
    return Receipt(user, NOW + timedelta(minutes=minutes))


def test_departments_where_most_are_missing_come_first() -> None:
    found = figures([confirmed(ANN, minutes=10), Receipt(BEN), Receipt(CAT)], NOW, COMPANY)
    assert (found.expected, found.confirmed, found.median) == (3, 1, timedelta(minutes=10))
    assert [(part.name, part.confirmed, part.expected) for part in found.parts] == [("市场部", 0, 2), ("生产部", 1, 1)]
    assert found.missing == (BEN, CAT)


def test_who_has_left_is_not_waited_for() -> None:
    assert figures([Receipt(GONE)], NOW, COMPANY).expected == 0
    assert figures([confirmed(GONE, minutes=1)], NOW, COMPANY).confirmed == 1


@pytest.mark.parametrize(("minutes", "said"), [(0, "1 分钟"), (25, "25 分钟"), (210, "3.5 小时"), (3024, "2.1 天")])
def test_how_long_it_took(minutes: int, said: str) -> None:
    assert took(timedelta(minutes=minutes)) == said
