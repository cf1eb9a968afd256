"""Why a balance is what it is."""

from decimal import Decimal

from bot.domain.leave.amounts import Counting
from bot.domain.leave.ledgers.booking import consume, give_back, reserve
from bot.domain.leave.ledgers.crediting import carry_over
from bot.domain.leave.ledgers.entitlement import AnnualRules
from bot.domain.leave.ledgers.entries import Entry, EntryKind
from bot.domain.leave.ledgers.explaining import HEADER, NO_ENTRIES, accounted, explained, summed
from bot.domain.leave.ledgers.ledger import Ledger, Tally
from bot.domain.leave.types.catalogue import leave_types
from tests.domain.calendar.days import d
from tests.domain.leave.books import ledger, portions

ANNUAL = leave_types()["年假"]


def test_entry_by_entry() -> None:
    book = ledger("5")
    book = book.plus(reserve(book, ANNUAL, portions("11-23 x2"), cause="QJ-20261122-001", on=d("11-22")))
    book = book.plus(consume(book, "QJ-20261122-001", on=d("11-23")))
    book = book.plus(give_back(book, "QJ-20261122-001", unused=Decimal("0.5"), on=d("11-24")))
    book = book.plus(carry_over(book, "年假", 2026, AnnualRules(carry_until=(3, 31)), cause="TY-1"))
    rule = "《职工带薪年休假条例》第五条：因工作需要并经本人同意，可跨 1 个年度安排"
    assert explained(book, "年假", 2026, Counting.WORKING) == (
        "2026年1月1日(周四) 发放 5 天（依据），剩 5 天",
        "2026年11月22日(周日) 预留 2 天（QJ-20261122-001），剩 3 天",
        "2026年11月23日(周一) 使用 2 天（QJ-20261122-001），剩 3 天",
        "2026年11月24日(周二) 退回 0.5 天（QJ-20261122-001），剩 3.5 天",
        f"2026年12月31日(周四) 结转 -3.5 天（TY-1，{rule}），剩 0 天",
        "共 1.5 天，已用 1.5 天，还剩 0 天。",
    )
    (carried, _) = explained(book, "年假", 2027, Counting.WORKING)
    assert carried.startswith("2027年1月1日(周五) 结转 +3.5 天（TY-1，")
    assert carried.endswith("有效到2027年3月31日(周三)），剩 3.5 天")


def test_nothing_is_said_to_be_nothing() -> None:
    assert explained(Ledger(), "年假", 2026, Counting.WORKING) == (NO_ENTRIES,)


def test_a_sum_names_only_what_there_is() -> None:
    assert summed(Tally(Decimal(8)), Counting.HOURS) == "共 8 小时，还剩 8 小时。"
    whole = Tally(Decimal(5), Decimal("0.5"), Decimal(1), Decimal(2))
    assert summed(whole, Counting.WORKING) == "共 5 天，已用 1 天，占用 0.5 天，过期 2 天，还剩 1.5 天。"


def test_the_same_as_rows_of_a_table() -> None:
    account = ledger("5", "2.5@07-01")
    account = account.plus(
        [Entry(EntryKind.RESERVED, "年假", 2026, Decimal("0.5"), d("11-22"), "年假 2026-01-01", "QJ-1")]
    )
    assert [row[:5] for row in accounted(account, "年假", 2026, Counting.WORKING)] == [
        ("2026-01-01", "发放", "5 天", "5 天", ""),
        ("2026-07-01", "发放", "2.5 天", "7.5 天", ""),
        ("2026-11-22", "预留", "0.5 天", "7 天", "QJ-1"),
    ]
    assert len(HEADER) == 7
