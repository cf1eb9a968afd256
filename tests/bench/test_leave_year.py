"""A year of leave in short: what the bot answers, and its ledgers, are what somebody else's book says."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bench import leave_book
from bench.leave_book import Away, Book, Service
from bench.leave_year import simulate
from bot.identifiers import UserId

WHO = UserId("u1")


async def test_a_few_people_for_some_weeks(tmp_path: Path) -> None:
    done, differs = await simulate(tmp_path, 30, 40, seed=7)
    assert differs == []
    assert done["asked"] > 10
    assert done["ledgers"] == 30


def test_the_book_counts_by_the_days_as_published() -> None:
    spring = Away(WHO, "年假", date(2026, 2, 13), date(2026, 2, 28))
    assert spring.cost == 7
    assert Away(WHO, "年假", date(2026, 9, 17), date(2026, 9, 28)).cost == 8
    assert Away(WHO, "年假", date(2026, 3, 2), date(2026, 3, 2), "PM").cost == Decimal("0.5")
    assert sum(map(leave_book.works, (date.fromordinal(n) for n in range(739617, 739617 + 365)))) == 248


@pytest.mark.parametrize(
    ("began", "joined", "days"),
    [
        (date(2016, 7, 1), date(2026, 11, 22), 1),
        (date(2020, 1, 1), date(2026, 7, 1), 2),
        (date(2004, 1, 1), date(2026, 9, 1), 5),
        (date(2005, 1, 1), date(2020, 1, 1), 15),
        (date(2016, 7, 2), date(2020, 1, 1), 7.5),
    ],
)
def test_the_book_gives_what_the_law_gives(began: date, joined: date, days: float) -> None:
    assert Book({WHO: Service(began, joined)}).total(WHO) == Decimal(str(days))


def test_the_book_objects_to_what_cannot_be() -> None:
    book = Book({WHO: Service(date(2020, 1, 1), date(2020, 1, 1))})
    book.add(Away(WHO, "年假", date(2026, 3, 2), date(2026, 3, 5), number="QJ-1"))
    assert book.objections(Away(WHO, "年假", date(2026, 3, 7), date(2026, 3, 8))) == {"rest"}
    assert book.objections(Away(WHO, "事假", date(2026, 3, 5), date(2026, 3, 5))) == {"overlap"}
    assert book.objections(Away(WHO, "年假", date(2026, 3, 9), date(2026, 3, 10))) == {"quota"}
    assert book.objections(Away(WHO, "年假", date(2026, 3, 5), date(2026, 3, 10))) == {"quota", "overlap"}
    assert not book.objections(Away(WHO, "年假", date(2026, 3, 9), date(2026, 3, 9)))
