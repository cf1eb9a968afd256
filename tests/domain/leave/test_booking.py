"""Which credits a request draws on: if there is a way to book it, one is found; what ends later is kept."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.leave.counting.cost import Portion
from bot.domain.leave.ledgers.booking import rebook, reserve
from bot.domain.leave.ledgers.entries import Entry, EntryKind
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.types.catalogue import leave_types
from bot.errors import UserError
from tests.domain.calendar.days import d
from tests.domain.leave.books import ledger, portions

ANNUAL = leave_types()["年假"]
FIRST = d("11-01")
TODAY = d("10-01")
Window = tuple[int, int]


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def credits_of(windows: list[Window]) -> Ledger:
    """One day each, to be taken between two days."""
    return Ledger(
        tuple(
            Entry(EntryKind.GRANTED, "年假", 2026, Decimal(1), day(first), f"{number}", until=day(last))
            for number, (first, last) in enumerate(windows)
        )
    )


def can_be_matched(days: list[int], windows: list[Window]) -> bool:
    """Whether each day can have a credit of its own: by augmenting paths, the slow and certain way."""
    owner: dict[int, int] = {}

    def place(wanted: int, tried: set[int]) -> bool:
        for number, (first, last) in enumerate(windows):
            if first <= days[wanted] <= last and number not in tried:
                tried.add(number)
                if number not in owner or place(owner[number], tried):
                    owner[number] = wanted
                    return True
        return False

    return all(place(wanted, set()) for wanted in range(len(days)))


WINDOWS = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda each: (min(each), max(each))), max_size=7)


@given(st.lists(st.integers(0, 9), min_size=1, max_size=6, unique=True), WINDOWS)
def test_if_there_is_a_way_to_book_it_one_is_found(days: list[int], windows: list[Window]) -> None:
    wanted = [Portion(day(number), Decimal(1)) for number in days]
    try:
        entries = reserve(credits_of(windows), ANNUAL, wanted, cause="QJ-1", on=TODAY)
    except UserError:
        assert not can_be_matched(days, windows)
    else:
        assert can_be_matched(days, windows)
        assert sum(entry.amount for entry in entries) == len(days)


def test_a_new_count_moves_only_the_difference() -> None:
    five = ledger("5")
    asked = five.plus(reserve(five, ANNUAL, portions("11-23 x3"), cause="QJ-1", on=TODAY))
    assert rebook(asked, ANNUAL, portions("11-23 x3"), cause="QJ-1", on=TODAY) == ()
    shorter = asked.plus(rebook(asked, ANNUAL, portions("11-23 x2"), cause="QJ-1", on=TODAY))
    assert shorter.balance("年假", 2026).held == 2
    longer = shorter.plus(rebook(shorter, ANNUAL, portions("11-23 x5"), cause="QJ-1", on=TODAY))
    assert (longer.balance("年假", 2026).held, longer.balance("年假", 2026).left) == (Decimal(5), Decimal(0))
    assert rebook(five, ANNUAL, portions("11-23"), cause="QJ-1", on=TODAY) == ()
