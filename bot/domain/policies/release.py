"""A version of a policy (ZD-…) on its way to the staff: its text, how it became binding, the notice that carries it.

From when on it holds and whom it is for stands in the notice, which others let pass; who has confirmed it, in that
notice's receipts (S303, S330, S332, S333; 劳动合同法 art. 4).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from itertools import pairwise
from typing import Final

from bot.domain.desk.knowledge.passage import Passage
from bot.domain.moderation.pack import Procedure
from bot.domain.notices.notice import Notice, NoticeState
from bot.identifiers import UserId

PREFIX: Final = "ZD"


@dataclass(frozen=True, slots=True)
class Release:
    """`policy`: the id of the text, D8 or the name of its file. `digest`: of the text. `notice`: its number."""

    number: str
    policy: str
    title: str
    version: str
    digest: str
    procedure: Procedure
    notice: str
    by: UserId
    at: datetime


@dataclass(frozen=True, slots=True)
class Published:
    """One that is out. `since`: the first day on which it holds; nothing holds before it was published."""

    release: Release
    since: date
    notice: Notice

    @property
    def said(self) -> str:
        """《企业微信社群管理制度》V2"""
        return f"《{self.release.title}》{self.release.version}"


def digest_of(text: Sequence[Passage]) -> str:
    """Of what people read of it: neither where its file lies nor the words by which it is found."""
    parts = [(each.place, each.heading, each.body) for each in text]
    return sha256(repr((text[0].source.title if text else "", parts)).encode()).hexdigest()


def published(release: Release, notice: Notice | None, now: datetime) -> Published | None:
    """None: its notice isn't out, or was taken back."""
    if notice is None or notice.posted_at is None or notice.state is NoticeState.CANCELLED:
        return None
    out = notice.posted_at.astimezone(now.tzinfo).date()
    return Published(release, max(out, notice.draft.grounds.effective or out), notice)


def in_force(known: Iterable[Published], on: date) -> Mapping[str, Published]:
    """Of each policy the version of that day: of several the one that came into force last (S332)."""
    found: dict[str, Published] = {}
    for each in sorted(known, key=_order):
        if each.since <= on:
            found[each.release.policy] = each
    return found


def to_come(known: Iterable[Published], on: date) -> Mapping[str, Published]:
    """Of each policy the next version that is out and doesn't hold yet."""
    ahead = sorted((each for each in known if each.since > on), key=_order, reverse=True)
    return {each.release.policy: each for each in ahead}


def ended(known: Sequence[Published]) -> Mapping[str, date]:
    """The numbers of those that another took the place of, and since when."""
    ends: dict[str, date] = {}
    for policy in {each.release.policy for each in known}:
        versions = sorted((each for each in known if each.release.policy == policy), key=_order)
        ends |= {each.release.number: after.since for each, after in pairwise(versions)}
    return ends


def _order(each: Published) -> tuple[date, str]:
    return each.since, each.release.number
