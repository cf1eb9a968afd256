"""Where balances come from and where they end: grants, overtime, what goes on to the next year, what lapses."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from bot.domain.calendar.kinds import DayKind
from bot.domain.dates import full_day
from bot.domain.leave.amounts import NOTHING, plain
from bot.domain.leave.anniversaries import months_after
from bot.domain.leave.ledgers.entitlement import AnnualRules, Grant, carried, carry_until
from bot.domain.leave.ledgers.entries import Entry, EntryKind
from bot.domain.leave.ledgers.ledger import Ledger, Lot
from bot.domain.leave.working_time.schedule import Schedule
from bot.errors import Code, UserError

RECOUNT: Final = "重算"  # the cause of corrections that follow from changed facts; people's own have another
CARRIED: Final = "结转"
CARRYING: Final = "《职工带薪年休假条例》第五条：因工作需要并经本人同意，可跨 1 个年度安排"
OVERTIME: Final = "《劳动法》第四十四条：休息日加班可以安排补休"


def grant(
    ledger: Ledger, type_: str, year: int, grants: Iterable[Grant], *, until: date | None, on: date
) -> tuple[Entry, ...]:
    """What the facts give for a year until a day; where they have changed since, a correction of the difference.

    A correction never takes what is held or used: the rest of it comes due when that is given back, and is not
    clawed back otherwise (企业职工带薪年休假实施办法 art. 12).
    """
    wanted = tuple(grants)
    lots = [lot for lot in ledger.lots(type_) if lot.year == year and lot.until == until]
    keys = {lot.key for lot in lots}
    given = [entry for entry in ledger.entries if entry.type == type_ and entry.lot in keys and _by_facts(entry)]
    if not given:
        return tuple(
            Entry(EntryKind.GRANTED, type_, year, each.days, each.since, f"{type_} {each.since}", "", each.why, until)
            for each in wanted
        )
    change = sum((each.days for each in wanted), NOTHING) - sum((entry.amount for entry in given), NOTHING)
    why = wanted[-1].why if wanted else "按现在的资料，这一年没有"
    if change > 0:
        since = wanted[-1].since
        key = f"{type_} {since} {RECOUNT}{len(given)}"
        return (Entry(EntryKind.CORRECTED, type_, year, change, since, key, RECOUNT, why, until),)
    return _spread(EntryKind.CORRECTED, lots, -change, on=on, cause=RECOUNT, rule=why)


def given_by_facts(ledger: Ledger, type_: str, year: int) -> frozenset[tuple[int, date]]:
    """The accounts in which the facts have given something that serves days of a year, and their last days."""
    found = {entry.lot for entry in ledger.entries if entry.type == type_ and _by_facts(entry)}
    lots = [lot for lot in ledger.lots(type_) if lot.key in found and lot.year <= year]
    return frozenset((lot.year, lot.until) for lot in lots if lot.until and lot.until >= date(year, 1, 1))


def correct(type_: str, amount: Decimal, *, on: date, until: date | None, cause: str, rule: str) -> tuple[Entry, ...]:
    """HR gives more, in a credit of its own. `cause` is its paper's number, and unique."""
    return (Entry(EntryKind.CORRECTED, type_, on.year, amount, on, f"{type_} {cause}", cause, rule, until),)


def take_away(ledger: Ledger, type_: str, amount: Decimal, *, on: date, cause: str, rule: str) -> tuple[Entry, ...]:
    """HR corrects downwards: from the credits that end last. Raises UserError where less than that is left."""
    lots = [lot for lot in ledger.lots(type_) if lot.serves(on)]
    left = sum((lot.left for lot in lots), NOTHING)
    if left < amount:
        raise UserError(
            Code.QUOTA,
            f"{type_}现在只剩 {plain(left)}，扣不了 {plain(amount)}。已经休掉的不追回，请改小数目。",
        )
    return _spread(EntryKind.CORRECTED, lots, amount, on=on, cause=cause, rule=rule)


def take_all(ledger: Ledger, type_: str, year: int, *, on: date, cause: str, rule: str) -> tuple[Entry, ...]:
    """A year gives nothing (职工带薪年休假条例 art. 4): what is left of its own credits is taken away, no more."""
    own = _own(ledger, type_, year)
    left = sum((lot.left for lot in own), NOTHING)
    return _spread(EntryKind.CORRECTED, own, left, on=on, cause=cause, rule=rule)


def earn(day: date, hours: Decimal, schedule: Schedule, *, type_: str, cause: str, valid: int | None) -> Entry:
    """Hours of overtime on a rest day, good for `valid` months. Raises UserError for days that have to be paid."""
    if schedule.calendar.kind(day) is DayKind.STATUTORY:
        raise _not_earned(f"{full_day(day)}是法定节假日，加班要付 300% 的工资，不能换成调休")
    if schedule.is_worked(day):
        raise _not_earned(f"{full_day(day)}是工作日，加班要付 150% 的工资，不能换成调休")
    until = months_after(day, valid) if valid is not None else None
    return Entry(EntryKind.GRANTED, type_, day.year, hours, day, f"{type_} {cause}", cause, OVERTIME, until)


def carry_over(ledger: Ledger, type_: str, year: int, rules: AnnualRules, *, cause: str) -> tuple[Entry, ...]:
    """Into the next year goes what is left of this one's own credits, to the cap; only with the employee's consent.

    `cause`: the paper in which the company needed it and he agreed (职工带薪年休假条例 art. 5). What is over the cap
    stays and lapses. What was itself carried over doesn't go on a second time.
    """
    key, amount = f"{type_} {year} {CARRIED}", carriable(ledger, type_, year, rules)
    if ledger.lot(type_, key) or not amount:
        return ()
    out = _spread(
        EntryKind.CARRIED, _own(ledger, type_, year), amount, on=date(year, 12, 31), cause=cause, rule=CARRYING
    )
    first, until = date(year + 1, 1, 1), carry_until(year, rules)
    return (*out, Entry(EntryKind.CARRIED, type_, year + 1, amount, first, key, cause, CARRYING, until))


def carriable(ledger: Ledger, type_: str, year: int, rules: AnnualRules) -> Decimal:
    return carried(sum((lot.left for lot in _own(ledger, type_, year)), NOTHING), rules)


def lapse(ledger: Ledger, type_: str, *, on: date, rule: str) -> tuple[Entry, ...]:
    """Credits whose time has passed, as far as nothing holds them. `rule` says what becomes of them: they are paid."""
    ended = (lot for lot in ledger.lots(type_) if lot.until and lot.until < on and lot.left > 0)
    return tuple(Entry(EntryKind.EXPIRED, type_, lot.year, lot.left, on, lot.key, rule=rule) for lot in ended)


def _own(ledger: Ledger, type_: str, year: int) -> list[Lot]:
    """A year's credits, without what was itself carried into it."""
    return [lot for lot in ledger.lots(type_) if lot.year == year and not lot.key.endswith(CARRIED)]


def _spread(
    kind: EntryKind, lots: Sequence[Lot], amount: Decimal, *, on: date, cause: str, rule: str
) -> tuple[Entry, ...]:
    """Takes so much, or all there is, from the credits that end last."""
    entries = []
    for lot in reversed(lots):
        part = min(amount, lot.left)
        if part > 0:
            entries.append(Entry(kind, lot.type, lot.year, -part, on, lot.key, cause, rule))
            amount -= part
    return tuple(entries)


def _by_facts(entry: Entry) -> bool:
    """Not carried over, and not corrected by people."""
    return entry.kind is EntryKind.GRANTED or (entry.kind is EntryKind.CORRECTED and entry.cause == RECOUNT)


def _not_earned(why: str) -> UserError:
    return UserError(Code.NOT_ELIGIBLE, f"{why}（《劳动法》第四十四条）。请按加班费登记。")
