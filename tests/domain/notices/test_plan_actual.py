from dataclasses import replace
from datetime import timedelta

from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Draft, Notice, NoticeState
from bot.domain.notices.plan_actual import Kept, compared
from bot.domain.notices.posting import Posting
from bot.files.company import load
from bot.identifiers import UserId
from tests.chat import SAMPLE_COMPANY

FILE = load(SAMPLE_COMPANY)
NOW, CALENDAR = FILE.now, FILE.company.pace.calendar
START, END = NOW - timedelta(days=10), NOW + timedelta(days=10)
LONG_AGO = NOW - timedelta(days=60)
WEEKLY = Notice(
    "GG-1",
    UserId("zhengqun"),
    Draft("开早会", Audience(everybody=True), recurrence="WEEKLY;MO;08:00"),
    LONG_AGO,
    NoticeState.SCHEDULED,
)
ONCE = Notice("GG-2", UserId("zhengqun"), Draft("盘点", Audience(everybody=True), at=NOW - timedelta(days=1)), LONG_AGO)


def _kept(posted: list[tuple[Notice, Posting]], planned: list[Notice]) -> list[tuple[str, Kept]]:
    return [(each.notice.number, each.kept) for each in compared(posted, planned, START, END, NOW, CALENDAR)]


def test_late_and_in_time() -> None:
    due = NOW - timedelta(days=6)
    for minutes, kept in ((5, Kept.IN_TIME), (45, Kept.LATE)):
        posting = Posting(1, "GG-2", 1, due, due + timedelta(minutes=minutes))
        assert _kept([(replace(ONCE, posted_at=posting.begun_at), posting)], []) == [("GG-2", kept)]


def test_what_never_went_out_and_what_is_still_ahead() -> None:
    assert _kept([], [WEEKLY, ONCE]) == [
        ("GG-1", Kept.NOT_POSTED),
        ("GG-2", Kept.NOT_POSTED),
        ("GG-1", Kept.AHEAD),
        ("GG-1", Kept.AHEAD),
    ]


def test_what_was_called_off_or_made_later_was_no_plan() -> None:
    assert _kept([], [replace(ONCE, state=NoticeState.CANCELLED)]) == []
    assert _kept([], [replace(ONCE, created_at=NOW)]) == []
