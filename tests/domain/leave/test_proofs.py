"""Which leave a page belongs to, when it is late, how long it stays."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar.span import Span
from bot.domain.leave.requests.proofs import (
    PAGES,
    Proof,
    candidates,
    due_on,
    ending_of,
    goes_on,
    is_late,
    wanted,
)
from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.types.catalogue import leave_types
from bot.identifiers import FileId, UserId

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 22, 10, tzinfo=ZONE)
TYPES = leave_types()
SICK = LeaveRequest(
    number="QJ-20261122-001",
    user=UserId("zhangsan"),
    type="病假",
    when=Span(date(2026, 11, 25), date(2026, 11, 27)),
    amount=Decimal(3),
    begins=datetime(2026, 11, 25, 8, 30, tzinfo=ZONE),
    ends=datetime(2026, 11, 27, 17, 30, tzinfo=ZONE),
    submitted_at=NOW,
    state=LeaveState.APPROVED,
)
LATER = replace(SICK, number="QJ-20261122-002", submitted_at=NOW + timedelta(hours=1))
PAGE = Proof(1, SICK.number, SICK.user, FileId("f"), "jpg", NOW)


def test_what_wants_to_be_proved() -> None:
    assert wanted(SICK, TYPES)
    assert not wanted(replace(SICK, amount=Decimal(1)), TYPES)
    assert not wanted(replace(SICK, type="年假"), TYPES)
    assert not wanted(replace(SICK, type="探亲假"), TYPES)  # switched off
    assert not wanted(replace(SICK, state=LeaveState.REJECTED), TYPES)


def test_what_lacks_it_first_then_what_nobody_checked() -> None:
    assert candidates([SICK, LATER], [], TYPES) == [LATER, SICK]
    assert candidates([SICK, LATER], [replace(PAGE, number=LATER.number)], TYPES) == [SICK, LATER]
    assert candidates([SICK, LATER], [replace(PAGE, checked_at=NOW)], TYPES) == [LATER]


@pytest.mark.parametrize(
    ("page", "after", "expected"),
    [
        (PAGE, timedelta(minutes=29), SICK.number),
        (PAGE, PAGES, None),
        (replace(PAGE, number=""), timedelta(minutes=1), ""),
        (replace(PAGE, checked_at=NOW), timedelta(minutes=1), None),
    ],
)
def test_pages_that_come_together(page: Proof, after: timedelta, expected: str | None) -> None:
    earlier = replace(PAGE, id=0, number="QJ-20261101-001", handed_at=NOW - timedelta(days=9))
    assert goes_on([page, earlier], NOW + after) == expected


def test_the_days_that_it_may_take() -> None:
    papers = TYPES["病假"].papers
    assert papers
    assert due_on(SICK, papers) == date(2026, 11, 30)
    assert not is_late(SICK, TYPES, date(2026, 11, 30))
    assert is_late(SICK, TYPES, date(2026, 12, 1))
    assert not is_late(replace(SICK, state=LeaveState.PENDING), TYPES, date(2026, 12, 1))
    wedding = TYPES["婚假"].papers
    assert wedding
    assert due_on(SICK, wedding) == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("data", "ending"),
    [(b"%PDF-1.4", "pdf"), (b"\xff\xd8\xff\xe1", "jpg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"GIF89a", None), (b"", None)],
)
def test_by_its_first_bytes(data: bytes, ending: str | None) -> None:
    assert ending_of(data) == ending
