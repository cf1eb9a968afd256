"""The last word on each fact counts, before what the configuration says."""

from dataclasses import replace
from decimal import Decimal

import pytest

from bot.domain.leave.facts.fact import Fact, What, day_fact, days_fact, known, standing
from bot.domain.leave.ledgers.entitlement import Service
from bot.domain.leave.rules import UNKNOWN, Facts
from bot.identifiers import UserId
from tests.domain.calendar.days import d

A = UserId("a")
BEGAN, JOINED = day_fact(A, What.BEGAN, d("2010-07-01")), day_fact(A, What.JOINED, d("2024-03-01"))
CONFIGURED = Facts(Service(d("2015-01-01"), d("2020-01-01")), given={2026: {"年假": Decimal(5)}})


def test_nothing_said_changes_nothing() -> None:
    assert known(CONFIGURED, ()) is CONFIGURED


@pytest.mark.parametrize(
    ("configured", "said", "service"),
    [
        (UNKNOWN, [BEGAN], Service(d("2010-07-01"), d("2010-07-01"))),
        (UNKNOWN, [BEGAN, JOINED], Service(d("2010-07-01"), d("2024-03-01"))),
        (UNKNOWN, [JOINED], None),  # earlier work is not proved: it isn't derived from the day of hire
        (CONFIGURED, [BEGAN], Service(d("2010-07-01"), d("2020-01-01"))),
        (CONFIGURED, [JOINED], Service(d("2015-01-01"), d("2024-03-01"))),
        (
            CONFIGURED,
            [day_fact(A, What.LEFT, d("2026-12-31"))],
            Service(d("2015-01-01"), d("2020-01-01"), d("2026-12-31")),
        ),
        (CONFIGURED, [BEGAN, replace(BEGAN, value="")], CONFIGURED.service),
    ],
)
def test_service(configured: Facts, said: list[Fact], service: Service | None) -> None:
    assert known(configured, said).service == service


def test_the_later_word_counts() -> None:
    later = replace(BEGAN, value="2011-07-01")
    assert list(standing([BEGAN, JOINED, later]).values()) == [later, JOINED]


def test_of_children_and_years_there_may_be_several() -> None:
    born = [day_fact(A, What.CHILD, d(day)) for day in ("2025-05-01", "2023-08-09")]
    given = [days_fact(A, 2027, "年假", Decimal("7.5")), days_fact(A, 2026, "陪护假", Decimal(5))]
    facts = known(CONFIGURED, [*born, *given])
    assert facts.children == (d("2023-08-09"), d("2025-05-01"))
    assert facts.given == {2026: {"年假": Decimal(5), "陪护假": Decimal(5)}, 2027: {"年假": Decimal("7.5")}}
    assert known(UNKNOWN, [*born, replace(born[0], value="")]).children == (d("2023-08-09"),)
