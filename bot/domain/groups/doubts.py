"""Who in a group should perhaps not be in it, and who should and isn't: questions for its keepers, never verdicts."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.company import Company
from bot.domain.groups.composition import who_belongs, who_must_be_in
from bot.domain.groups.group import Group, Guest
from bot.domain.groups.roster import Roster
from bot.identifiers import UserId


class DoubtKind(StrEnum):
    """Somebody of the company has at most one of them in a group, the first that is true of him."""

    LEFT_COMPANY = "已经离职"
    STRANGER = "没有入群审批"  # in the list, never approved
    MISSING = "已经不在群里"  # in the registry, not in the list
    MOVED = "不再符合成员范围"
    NEWCOMER = "应在群里，还没进"
    EXPIRED = "约定的日期已到"
    UNSPONSORED = "没有负责人"
    UNNAMED = "群昵称不合规范"
    UNCONFIRMED = "没有同意群规"


@dataclass(frozen=True, slots=True)
class Doubt:
    """About `user`, or about `guest`, somebody from outside, by the name that he has in the group.

    `why` is what a keeper reads beside the kind, such as 「现在在质量部」; it may be empty.
    """

    kind: DoubtKind
    user: UserId | None = None
    guest: str = ""
    why: str = ""


def doubts(
    group: Group,
    company: Company,
    roster: Roster | None,
    today: date,
    *,
    under_way: Collection[UserId] = frozenset(),
    guests_under_way: Collection[str] = frozenset(),
) -> tuple[Doubt, ...]:
    """By the registry alone where nobody has seen a list. `under_way`: whom an errand is about to add or to remove.

    Nothing while the directory is empty: everybody would look like a leaver. Of guests only, where nobody knows who
    else is in the group: everybody who belongs there would seem to be missing.
    """
    if not company.people:
        return ()
    known = group.members or roster
    of_people = (each for each in _of_people(group, company, roster) if known and each.user not in under_way)
    of_guests = (each for each in _of_guests(group, company, roster, today) if each.guest not in guests_under_way)
    return (*of_people, *of_guests)


def entitled(group: Group, company: Company, roster: Roster) -> frozenset[UserId]:
    """Who came into the group without us and has to be in it anyway: there is nothing to ask."""
    return (roster.members - group.insiders) & who_must_be_in(group, company)


def _of_people(group: Group, company: Company, roster: Roster | None) -> Iterator[Doubt]:
    registered = group.insiders
    seen = registered if roster is None else roster.members | roster.maybe & group.members
    belong = who_belongs(group, company)
    must = who_must_be_in(group, company)
    for user in sorted(registered | seen):
        if user not in seen:
            if user in group.members:  # who only looks after a group need not be in it
                yield Doubt(DoubtKind.MISSING, user)
        elif user not in registered and user not in must:
            yield Doubt(DoubtKind.STRANGER, user, why=_stranger(user, company))
        elif has_left(user, company):
            yield Doubt(DoubtKind.LEFT_COMPANY, user)
        elif belong is not None and user not in belong and user not in group.exempt:
            yield Doubt(DoubtKind.MOVED, user, why=_where(user, company))
    for user in sorted(must - registered - seen):
        yield Doubt(DoubtKind.NEWCOMER, user, why=_where(user, company))


def _of_guests(group: Group, company: Company, roster: Roster | None, today: date) -> Iterator[Doubt]:
    listed = roster.guests if roster else None
    for guest in group.guests:
        if listed is not None and guest.name not in listed:
            yield Doubt(DoubtKind.MISSING, guest=guest.name)
        elif guest.expires_on and guest.expires_on < today:
            yield Doubt(DoubtKind.EXPIRED, guest=guest.name, why=f"{guest.expires_on:%-m月%-d日}到期")
        elif guest.sponsor is None or not company.is_here(guest.sponsor):
            yield Doubt(DoubtKind.UNSPONSORED, guest=guest.name, why=_sponsor_left(guest))
    for name in sorted((listed or frozenset()) - {guest.name for guest in group.guests}):
        yield Doubt(DoubtKind.STRANGER, guest=name)


def has_left(user: UserId, company: Company) -> bool:
    """The directory keeps leavers; whom it never had is no leaver."""
    person = company.person(user)
    return person is not None and not person.active


def _where(user: UserId, company: Company) -> str:
    person = company.person(user)
    department = company.department_of(person) if person else None
    return f"现在在{department.name}" if department else _unknown(user, company)


def _stranger(user: UserId, company: Company) -> str:
    return "已经离职" if has_left(user, company) else _where(user, company)


def _unknown(user: UserId, company: Company) -> str:
    return "" if company.person(user) else "通讯录里没有这个人"


def _sponsor_left(guest: Guest) -> str:
    return "原来的负责人已离职" if guest.sponsor else ""
