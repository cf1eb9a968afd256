"""Which notices are told by themselves, and which wait to be told with others: the one place that decides."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.notices.caps import CapRules
from bot.domain.notices.notice import Category, Notice


def may_be_merged(notice: Notice) -> bool:
    """What can't wait, what puts right, and what people have to confirm by a card of its own goes by itself; so does
    safety, which the company has to tell people of (安全生产法 art. 44)."""
    draft = notice.draft
    return not (draft.urgent or draft.wants_confirmation or notice.corrects or draft.category is Category.SAFETY)


def is_over(notice: Notice, had: int, rules: CapRules, *, rooms: bool) -> bool:
    """`had`: notices that this reader had today. Whether this one waits for a digest."""
    most = rules.most(rooms=rooms)
    return may_be_merged(notice) and 0 < most <= had


def burst_ends(notice: Notice, others: Iterable[Notice], now: datetime, rules: CapRules) -> datetime | None:
    """When the last of `others`, which go to the same group, falls due within a burst; None: there is none.

    Only of what is posted at a time that was set before: who writes now is answered now.
    """
    if not rules.burst or not may_be_merged(notice) or not (notice.recurs or notice.draft.at):
        return None
    close = now + rules.burst
    dues = (each.next_at for each in others if each.number != notice.number and may_be_merged(each))
    return max((max(due, now) for due in dues if due and due <= close), default=None)
