"""What becomes of ticks: by the doubt, by who ticks, page by page."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.groups.doubts import Doubt, DoubtKind
from bot.domain.groups.reviews import (
    PAGE,
    Decision,
    Entry,
    Review,
    ReviewCause,
    ReviewState,
    changes,
    confirmed,
    entries_of,
    handed_in,
    joined,
)
from bot.identifiers import GroupId, UserId

NOW = datetime(2026, 12, 1, 9, 15, tzinfo=ZoneInfo("Asia/Shanghai"))
KEEPER, LI = UserId("keeper"), UserId("lisi")


def review(*entries: Entry, others: int = 8) -> Review:
    return Review("SL-20261201-001", GroupId("pa"), ReviewCause.MONTHLY, NOW, NOW + timedelta(days=7), entries, others)


def about(kind: DoubtKind | None, user: UserId = LI, page: int = 1) -> Entry:
    return Entry(page, user, doubt=kind)


@pytest.mark.parametrize(
    ("kind", "ticked", "unticked"),
    [
        (None, Decision.STAYS, Decision.TO_CONFIRM),
        (DoubtKind.LEFT_COMPANY, Decision.STAYS, Decision.OUT),
        (DoubtKind.STRANGER, Decision.STAYS, Decision.OUT),
        (DoubtKind.MOVED, Decision.STAYS, Decision.OUT),
        (DoubtKind.UNNAMED, Decision.STAYS, Decision.OUT),
        (DoubtKind.NEWCOMER, Decision.IN, Decision.NOT_IN),
        (DoubtKind.MISSING, Decision.IN, Decision.STRUCK),
    ],
)
def test_what_a_tick_means(kind: DoubtKind | None, ticked: Decision, unticked: Decision) -> None:
    for ids, expected in ((["0"], ticked), ([], unticked)):
        after = handed_in(review(about(kind)), 1, ids, by=KEEPER, owner=None, now=NOW)
        assert [(each.decision, each.by) for each in changes(review(about(kind)), after)] == [(expected, KEEPER)]
        assert after.is_open == (expected is Decision.TO_CONFIRM)


def test_whoever_changes_no_tick_follows_the_rule() -> None:
    """Doubtful ones go, those who have to come are fetched, a nickname costs nobody his place."""
    kinds = (None, *DoubtKind)
    entries = [about(kind) for kind in kinds]
    first = {kind for kind, entry in zip(kinds, entries, strict=True) if entry.is_ticked_at_first}
    stay = {None, DoubtKind.NEWCOMER, DoubtKind.UNSPONSORED, DoubtKind.UNNAMED, DoubtKind.UNCONFIRMED}
    assert first == stay


def test_nobody_decides_on_himself_and_the_owner_hands_over_first() -> None:
    own = review(about(DoubtKind.MOVED, KEEPER))
    for ids in ([], ["0"]):
        after = handed_in(own, 1, ids, by=KEEPER, owner=None, now=NOW)
        assert [entry.decision for entry in after.entries] == [Decision.RAISED]
    owned = handed_in(review(about(DoubtKind.LEFT_COMPANY)), 1, [], by=KEEPER, owner=LI, now=NOW)
    assert [entry.decision for entry in owned.entries] == [Decision.RAISED]


@pytest.mark.parametrize("doubt", [None, DoubtKind.MOVED, DoubtKind.STRANGER, DoubtKind.UNCONFIRMED])
def test_who_is_spared_is_removed_by_no_tick(doubt: DoubtKind | None) -> None:
    after = handed_in(review(about(doubt)), 1, [], by=KEEPER, owner=None, now=NOW, spared={LI})
    assert after.entries[0].decision is Decision.RAISED
    kept = handed_in(review(about(doubt)), 1, ["0"], by=KEEPER, owner=None, now=NOW, spared={LI})
    assert kept.entries[0].decision is Decision.STAYS


def test_whom_nobody_doubts_goes_only_after_a_yes() -> None:
    asked = handed_in(review(about(None)), 1, [], by=KEEPER, owner=None, now=NOW)
    assert (asked.is_open, asked.next_page()) == (True, 1)
    for out, decision in ((True, Decision.OUT), (False, Decision.STAYS)):
        after = confirmed(asked, 1, out=out, by=KEEPER, now=NOW)
        assert (after.state, after.closed_at, after.counted(decision)) == (ReviewState.DONE, NOW, 1)


def test_pages() -> None:
    doubts = [Doubt(DoubtKind.MOVED, UserId(f"u{number}")) for number in range(PAGE + 1)]
    long = review(*entries_of(doubts))
    assert [len(long.on_page(page)) for page in (1, 2, 3)] == [PAGE, 1, 0]
    assert (long.pages, long.next_page()) == (2, 1)
    halfway = handed_in(long, 1, [], by=KEEPER, owner=None, now=NOW)
    assert (halfway.is_open, halfway.next_page(), halfway.counted(Decision.OUT)) == (True, 2, PAGE)
    over = handed_in(halfway, 2, [str(PAGE)], by=KEEPER, owner=None, now=NOW)
    assert (over.state, over.next_page(), over.counted(Decision.STAYS)) == (ReviewState.DONE, None, 1)
    assert not list(changes(over, handed_in(over, 1, ["0"], by=LI, owner=None, now=NOW)))


def test_where_nobody_is_doubted_somebody_still_has_to_look() -> None:
    empty = review()
    assert (empty.is_open, empty.pages, empty.next_page()) == (True, 1, 1)
    assert handed_in(empty, 1, [], by=KEEPER, owner=None, now=NOW).state is ReviewState.DONE


def test_what_is_new_joins_on_a_page_of_its_own() -> None:
    standing = review(about(DoubtKind.MOVED))
    again = Doubt(DoubtKind.LEFT_COMPANY, LI)
    assert joined(standing, [again]) == standing
    guest = Doubt(DoubtKind.EXPIRED, guest="恒远置业-李总", why="11月30日到期")
    more = joined(standing, [again, guest])
    assert more.entries[1:] == (Entry(2, guest="恒远置业-李总", doubt=DoubtKind.EXPIRED, why="11月30日到期"),)
    decided = handed_in(standing, 1, ["0"], by=KEEPER, owner=None, now=NOW)
    assert len(joined(decided, [again]).entries) == 2, "what was decided before may come up again"
