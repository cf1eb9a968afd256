"""Reviews of who is in a group (D7§5, 定期梳理): entries that a keeper ticks, page by page, and what follows of it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from bot.domain.groups.doubts import Doubt, DoubtKind
from bot.identifiers import GroupId, UserId

PAGE: Final = 19  # entries on a card: WeCom takes 20 boxes, and one of them is for those who aren't listed


class ReviewCause(StrEnum):
    MONTHLY = "每月梳理"
    ROSTER = "名单有变"
    ASKED = "临时梳理"  # somebody in charge wanted it


class ReviewState(StrEnum):
    OPEN = "进行中"
    DONE = "已完成"
    DROPPED = "不用做了"  # the group is no more


class Decision(StrEnum):
    OPEN = "待定"
    TO_CONFIRM = "等确认"  # unticked though nobody doubts that he belongs there: asked back
    STAYS = "留下"
    OUT = "移出"
    STRUCK = "从名单去掉"  # he isn't in the room any more; the registry follows
    IN = "拉进群"
    NOT_IN = "不进群"
    RAISED = "转任命部门"  # nobody decides on himself or removes his superior; the owner has to hand over first


OUT_UNLESS_TICKED: Final = frozenset(
    {DoubtKind.LEFT_COMPANY, DoubtKind.MOVED, DoubtKind.STRANGER, DoubtKind.EXPIRED, DoubtKind.MISSING}
)


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody in question: `user`, or `guest` from outside. `doubt` is None for who is only listed with the others."""

    page: int
    user: UserId | None = None
    guest: str = ""
    doubt: DoubtKind | None = None
    why: str = ""
    decision: Decision = Decision.OPEN
    by: UserId | None = None

    @property
    def is_ticked_at_first(self) -> bool:
        """What happens where nobody changes the ticks: doubtful ones go, those who have to come are fetched."""
        return self.doubt not in OUT_UNLESS_TICKED

    @property
    def waits(self) -> bool:
        return self.decision in (Decision.OPEN, Decision.TO_CONFIRM)

    def is_about(self, doubt: Doubt) -> bool:
        return (self.user, self.guest) == (doubt.user, doubt.guest)


@dataclass(frozen=True, slots=True)
class Review:
    """Of one group; at most one is open at a time. `others`: how many are in it whom nobody doubts and no entry lists.

    `month`: the round that it belongs to, 2026-12; empty where it was opened in between. `sent`: pages that its keepers
    were asked. `told_on`: the day on which whoever appoints the keepers was last told that it is overdue.
    """

    number: str
    group: GroupId
    cause: ReviewCause
    opened_at: datetime
    due_at: datetime
    entries: tuple[Entry, ...] = ()
    others: int = 0
    month: str = ""
    sent: tuple[int, ...] = ()
    reminded: bool = False
    told_on: date | None = None
    state: ReviewState = ReviewState.OPEN
    closed_at: datetime | None = None
    version: int = 1

    @property
    def is_open(self) -> bool:
        return self.state is ReviewState.OPEN

    @property
    def pages(self) -> int:
        return max((entry.page for entry in self.entries), default=1)

    def on_page(self, page: int) -> dict[str, Entry]:
        """By the id that a tick has: the place in the review, which never changes."""
        return {str(place): entry for place, entry in enumerate(self.entries) if entry.page == page}

    @property
    def waiting_pages(self) -> frozenset[int]:
        """Where nobody is in question, somebody still has to look."""
        if not self.is_open:
            return frozenset()
        return frozenset(entry.page for entry in self.entries if entry.waits) or frozenset({1})

    def next_page(self) -> int | None:
        """The first one that waits for somebody; None: none does."""
        return min(self.waiting_pages, default=None)

    def is_overdue(self, now: datetime) -> bool:
        return self.is_open and self.due_at < now

    def counted(self, decision: Decision) -> int:
        return sum(entry.decision is decision for entry in self.entries)


def entries_of(doubts: Sequence[Doubt], listed: Iterable[UserId] = (), *, after: int = 0) -> tuple[Entry, ...]:
    """`listed`: those who stand with the doubtful ones since they are few. `after`: so many pages are there already."""
    plain = [Entry(0, user=user) for user in listed]
    doubtful = [Entry(0, doubt.user, doubt.guest, doubt.kind, doubt.why) for doubt in doubts]
    together = [*doubtful, *plain]
    return tuple(replace(entry, page=after + 1 + place // PAGE) for place, entry in enumerate(together))


def joined(review: Review, doubts: Sequence[Doubt]) -> Review:
    """The open one with what is new: on pages of its own, so that cards people hold stay true."""
    new = [doubt for doubt in doubts if not any(entry.is_about(doubt) and entry.waits for entry in review.entries)]
    return replace(review, entries=(*review.entries, *entries_of(new, after=review.pages)))


def handed_in(
    review: Review,
    page: int,
    ticked: Collection[str],
    *,
    by: UserId,
    owner: UserId | None,
    now: datetime,
    sure: bool = True,
    spared: Collection[UserId] = (),
) -> Review:
    """What a keeper ticked on a page. What was decided before stays so, and what another was asked back about is his.

    `sure`: he saw each name with its doubt. Else nobody goes before he has said yes to it. `spared`: whom he may not
    remove.
    """
    entries = list(review.entries)
    for id_, entry in review.on_page(page).items():
        if entry.decision is Decision.OPEN or (entry.decision is Decision.TO_CONFIRM and entry.by == by):
            decision = _decided(entry, id_ in ticked, by=by, spared={owner, *spared})
            if decision is Decision.OUT and not sure:
                decision = Decision.TO_CONFIRM
            entries[int(id_)] = replace(entry, decision=decision, by=by)
    return _settled(replace(review, entries=tuple(entries)), now)


def confirmed(review: Review, page: int, *, out: bool, by: UserId, now: datetime) -> Review:
    """The answer to whether those go whom nobody doubted."""
    decision = Decision.OUT if out else Decision.STAYS
    entries = [
        replace(entry, decision=decision, by=by)
        if entry.page == page and entry.decision is Decision.TO_CONFIRM
        else entry
        for entry in review.entries
    ]
    return _settled(replace(review, entries=tuple(entries)), now)


def changes(before: Review, after: Review) -> Iterator[Entry]:
    """Entries as they are decided now, and were not before."""
    for old, new in zip(before.entries, after.entries, strict=True):
        if new.decision is not old.decision:
            yield new


def _decided(entry: Entry, ticked: bool, *, by: UserId, spared: Collection[UserId | None]) -> Decision:
    stays = _stays(entry.doubt, ticked)
    if stays in (Decision.OUT, Decision.TO_CONFIRM, Decision.STAYS) and entry.doubt and entry.user == by:
        return Decision.RAISED
    if stays in (Decision.OUT, Decision.TO_CONFIRM) and entry.user is not None and entry.user in spared:
        return Decision.RAISED
    return stays


def _stays(doubt: DoubtKind | None, ticked: bool) -> Decision:
    match doubt:
        case None:
            return Decision.STAYS if ticked else Decision.TO_CONFIRM
        case DoubtKind.NEWCOMER:
            return Decision.IN if ticked else Decision.NOT_IN
        case DoubtKind.MISSING:
            return Decision.IN if ticked else Decision.STRUCK
        case _:
            return Decision.STAYS if ticked else Decision.OUT


def _settled(review: Review, now: datetime) -> Review:
    if any(entry.waits for entry in review.entries):
        return review
    return replace(review, state=ReviewState.DONE, closed_at=now)
