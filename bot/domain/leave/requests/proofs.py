"""What proves why somebody was off: which of his leaves it belongs to, when it is overdue, how long it is kept.

个人信息保护法 art. 19 and 28: health is sensitive, and nothing is kept for longer than it serves.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from bot.domain.leave.requests.request import LeaveRequest, LeaveState
from bot.domain.leave.types.catalogue import Catalogue
from bot.domain.leave.types.leave_type import Papers
from bot.identifiers import FileId, UserId

PAGES: Final = timedelta(minutes=30)  # what comes within it goes on with what came before
DRAFTS: Final = timedelta(days=1)  # as long as a page waits for its sender's word
LOOKS_BACK: Final = timedelta(days=60)  # as far as a leave is still asked about
KEPT_CHECKED: Final = timedelta(days=365)
_ENDINGS: Final = {b"%PDF-": "pdf", b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}


@dataclass(frozen=True, slots=True)
class Proof:
    """A page of it. `number`: of the leave; empty as long as whoever sent it hasn't said that it is to be handed in.

    `ending`: of a file's name. `checked_at`: when the human resources were done with it.
    """

    id: int
    number: str
    user: UserId
    file: FileId
    ending: str
    handed_at: datetime
    checked_at: datetime | None = None
    checked_by: UserId | None = None


def ending_of(data: bytes) -> str | None:
    """By how it begins; None: nothing that could be a page."""
    return next((ending for begin, ending in _ENDINGS.items() if data.startswith(begin)), None)


def wanted(leave: LeaveRequest, types: Catalogue) -> Papers | None:
    """What this leave wants to be proved by; None: nothing, or it isn't to be."""
    kind = types.get(leave.type)
    if kind is None or leave.state.is_off or not kind.wants_papers(leave.amount):
        return None
    return kind.papers


def candidates(mine: Iterable[LeaveRequest], proofs: Iterable[Proof], types: Catalogue) -> Sequence[LeaveRequest]:
    """What a page may belong to, the likeliest first: what lacks it, the newest before; then what nobody checked."""
    handed = list(proofs)
    proved, checked = {each.number for each in handed}, {each.number for each in handed if each.checked_at}
    open_ones = [each for each in mine if wanted(each, types) and each.number not in checked]
    newest = sorted(open_ones, key=lambda each: (each.submitted_at, each.number), reverse=True)
    return sorted(newest, key=lambda each: each.number in proved)


def goes_on(proofs: Sequence[Proof], now: datetime) -> str | None:
    """The number of the leave whose next page it is, where one came just now; empty: the one before waits, too."""
    last = max(proofs, key=lambda each: (each.handed_at, each.id), default=None)
    return last.number if last and last.checked_at is None and now - last.handed_at < PAGES else None


def due_on(leave: LeaveRequest, papers: Papers) -> date:
    """The last day on which it isn't late: before the leave begins, or so many days after it."""
    if papers.within is None:
        return leave.begins.date() - timedelta(days=1)
    return leave.ends.date() + timedelta(days=papers.within)


def is_late(leave: LeaveRequest, types: Catalogue, today: date) -> bool:
    """Of what is agreed to: as long as it isn't, whoever looks at the papers asks for them himself."""
    papers = wanted(leave, types)
    return papers is not None and leave.state is not LeaveState.PENDING and due_on(leave, papers) < today
