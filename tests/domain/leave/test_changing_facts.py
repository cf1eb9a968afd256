"""However often HR changes its mind: the ledger ends where it would be if the last word had been the first."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.company import Company
from bot.domain.leave.ledgers.entitlement import AnnualRules, Service
from bot.domain.leave.ledgers.ledger import Ledger
from bot.domain.leave.requests.wishes import missing_credits
from bot.domain.leave.rules import Facts, LeaveRules
from bot.domain.leave.types.catalogue import leave_types
from bot.identifiers import UserId

A, TODAY = UserId("a"), date(2026, 11, 22)
TYPES = leave_types("浙江")
CARE = TYPES["育儿假"]
KINDS = [TYPES["年假"], CARE]
YEARS = (2026, 2027)

halves = st.integers(0, 30).map(lambda number: Decimal(number) / 2)
of_years = st.dictionaries(st.sampled_from(YEARS), st.fixed_dictionaries({"年假": halves}), max_size=2)


@st.composite
def facts(draw: st.DrawFn) -> Facts:
    began = draw(st.dates(date(1990, 1, 1), date(2026, 12, 31)))
    joined = draw(st.dates(began, date(2027, 6, 30)))
    left = draw(st.none() | st.dates(joined, date(2028, 1, 1)))
    children = draw(st.lists(st.dates(date(2022, 6, 1), date(2026, 11, 1)), min_size=1, max_size=3, unique=True))
    return Facts(
        Service(began, joined, left),
        given=draw(of_years),
        carried={year: draw(st.fixed_dictionaries({"年假": halves})) for year in YEARS},
        used={year: draw(st.fixed_dictionaries({"年假": halves})) for year in YEARS},
        children=tuple(sorted(children)),
    )


def said(ledger: Ledger, known: Facts, rules: AnnualRules) -> Ledger:
    company = Company(leave=LeaveRules(types=TYPES, annual=rules, people={A: known}))
    for kind in KINDS:
        ledger = ledger.plus(missing_credits(ledger, kind, A, YEARS, company, TODAY))
        assert missing_credits(ledger, kind, A, YEARS, company, TODAY) == ()
    return ledger


def nothing_used(known: Facts) -> Facts:
    return Facts(known.service, given=known.given, carried=known.carried, children=known.children)


@given(st.lists(facts(), min_size=1, max_size=4), st.sampled_from([(3, 31), (12, 31)]))
def test_the_last_word_counts(words: Sequence[Facts], carry_until: tuple[int, int]) -> None:
    rules = AnnualRules(carry_until=carry_until)
    often, once = Ledger(), said(Ledger(), nothing_used(words[-1]), rules)
    for known in words:
        often = said(often, nothing_used(known), rules)
    for kind in KINDS:
        for year in (2025, *YEARS):
            assert often.balance(kind.name, year) == once.balance(kind.name, year)
    for on in (TODAY, date(2026, 2, 1), date(2026, 12, 31), date(2027, 4, 1), date(2027, 12, 31)):
        assert often.available(CARE.name, on) == once.available(
            CARE.name, on
        )  # of 年假 a correction has a day of its own


@given(st.lists(facts(), min_size=1, max_size=4))
def test_whatever_is_said_nothing_is_overdrawn(words: Sequence[Facts]) -> None:
    ledger = Ledger()
    for known in words:
        ledger = said(ledger, known, AnnualRules())
        for kind in KINDS:
            assert all(lot.left >= 0 and lot.tally.used >= 0 and lot.tally.held == 0 for lot in ledger.lots(kind.name))
