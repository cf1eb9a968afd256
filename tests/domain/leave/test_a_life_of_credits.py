"""Whatever HR and time do to a ledger, in any order: no credit is overdrawn, doing it again does nothing, and what is
left is what a recount gives."""

from datetime import timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.leave.ledgers.booking import consume, release, reserve
from bot.domain.leave.ledgers.crediting import carry_over, correct, lapse, take_all, take_away
from bot.domain.leave.ledgers.entitlement import AnnualRules
from bot.domain.leave.ledgers.entries import EntryKind
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.ledgers.unused import unused
from bot.domain.leave.types.catalogue import leave_types
from bot.errors import UserError
from tests.domain.calendar.days import d
from tests.domain.leave.books import YEAR_END, ledger, portions

ANNUAL = leave_types()["年假"]
NAME, RULES = ANNUAL.name, AnnualRules(carry_most=Decimal(2), carry_until=(3, 31))
MOVES = st.lists(
    st.sampled_from(
        ["ask", "begin", "release", "give", "take", "waive", "forfeit", "carry", "year ends", "march ends"]
    ),
    max_size=14,
)


def moved(book: Ledger, move: str, number: int) -> Ledger:
    on, cause = d("11-22"), f"N-{number}"
    try:
        match move:
            case "ask":
                return book.plus(reserve(book, ANNUAL, portions("11-23 x2"), cause=cause, on=on))
            case "begin":
                return book.plus(consume(book, f"N-{number - 1}", on=on))
            case "release":
                return book.plus(release(book, f"N-{number - 1}", on=on))
            case "give":
                return book.plus(correct(NAME, Decimal("1.5"), on=on, until=YEAR_END, cause=cause, rule="人力资源调整"))
            case "take" | "waive":
                return book.plus(take_away(book, NAME, Decimal(2), on=on, cause=cause, rule="x"))
            case "forfeit":
                return book.plus(take_all(book, NAME, 2026, on=on, cause=cause, rule="x"))
            case "carry":
                return book.plus(carry_over(book, NAME, 2026, RULES, cause=cause))
    except UserError:
        return book
    ended = YEAR_END if move == "year ends" else d("2027-03-31")
    return book.plus(lapse(book, NAME, on=ended + timedelta(days=1), rule="x"))


@given(MOVES)
def test_in_any_order(moves: list[str]) -> None:
    book = ledger("5", "2.5@07-01")
    for number, move in enumerate(moves, 1):
        book = moved(book, move, number)
        assert all(lot.left >= 0 for lot in book.lots(NAME))
        if move in ("carry", "year ends", "march ends", "forfeit"):
            assert moved(book, move, number) == book
    opening = (EntryKind.GRANTED, EntryKind.CARRIED, EntryKind.CORRECTED)
    credit = sum((each.amount for each in book.entries if each.kind in opening), Decimal(0))
    tallies = [book.balance(NAME, year) for year in book.years(NAME)]
    assert credit == sum(each.left + each.held + each.used + each.expired for each in tallies)
    assert sum((lot.left for lot in book.lots(NAME)), Decimal(0)) == sum(each.left for each in tallies)
    assert unused(book, NAME, 2026).carried <= 2
