"""Why a balance is what it is, entry by entry, for `/为什么`."""

from collections.abc import Iterator
from datetime import date

from bot.domain.dates import full_day
from bot.domain.leave.amounts import NOTHING, Counting, plain
from bot.domain.leave.ledgers.entries import OPENING, Entry, EntryKind
from bot.domain.leave.ledgers.ledger import Ledger, Tally

NO_ENTRIES = "还没有记录。"
HEADER = ("日期", "事项", "数量", "余额", "编号", "依据", "有效到")


def explained(ledger: Ledger, type_: str, year: int, counting: Counting) -> tuple[str, ...]:
    """A line for each entry of the year's account as they were written, each with what was left after it, and a sum.

    `2026年11月22日(周日) 预留 0.5 天（QJ-20261122-001），剩 4.5 天`
    """
    entries = _of(ledger, type_, year)
    if not entries:
        return (NO_ENTRIES,)
    return (
        *_lines(sorted(entries, key=lambda entry: entry.on), counting),
        summed(ledger.balance(type_, year), counting),
    )


def accounted(ledger: Ledger, type_: str, year: int, counting: Counting) -> tuple[tuple[str, ...], ...]:
    """The same as rows of a table: day, what happened, how much, what was left, number, rule, last day."""
    left, rows = NOTHING, []
    for entry in sorted(_of(ledger, type_, year), key=lambda entry: entry.on):
        left += entry.effect
        until = entry.until.isoformat() if entry.until and entry.kind in OPENING else ""
        amounts = (_amount(entry, counting), counting.said(left))
        rows.append((entry.on.isoformat(), entry.kind.value, *amounts, entry.cause, entry.rule, until))
    return tuple(rows)


def summed(tally: Tally, counting: Counting) -> str:
    """`共 5 天，已用 1 天，占用 0.5 天，还剩 3.5 天。`"""
    parts = [f"共 {counting.said(tally.credit)}"]
    named = (("已用", tally.used), ("占用", tally.held), ("过期", tally.expired))
    parts += [f"{word} {counting.said(amount)}" for word, amount in named if amount]
    return f"{'，'.join(parts)}，还剩 {counting.said(tally.left)}。"


def _of(ledger: Ledger, type_: str, year: int) -> list[Entry]:
    return [entry for entry in ledger.entries if (entry.type, entry.year) == (type_, year)]


def _lines(entries: list[Entry], counting: Counting) -> Iterator[str]:
    left = NOTHING
    for entry in entries:
        left += entry.effect
        yield f"{full_day(entry.on)} {_said(entry, counting)}，剩 {counting.said(left)}"


def _said(entry: Entry, counting: Counting) -> str:
    notes = "，".join(note for note in (entry.cause, entry.rule, _end(entry)) if note)
    return f"{entry.kind} {_amount(entry, counting)}{f'（{notes}）' if notes else ''}"


def _amount(entry: Entry, counting: Counting) -> str:
    signed = entry.amount > 0 and entry.kind in {EntryKind.CARRIED, EntryKind.CORRECTED}
    return f"{'+' if signed else ''}{plain(entry.amount)} {counting.word}"


def _end(entry: Entry) -> str:
    if entry.until is None or entry.kind not in OPENING or entry.until == date(entry.year, 12, 31):
        return ""
    return f"有效到{full_day(entry.until)}"
