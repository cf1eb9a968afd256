"""Who answers a question, and who hears of it when nobody does (D1§一.4, S8: each case has somebody)."""

from collections.abc import Collection, Sequence
from typing import Final

from bot.domain.company import Company
from bot.domain.desk.enquiry import Enquiry, Kind
from bot.domain.desk.topics import REST, Topic, topic_named
from bot.domain.groups.keeping import keepers_here
from bot.domain.rights import Role
from bot.identifiers import UserId

OF_FACTS: Final = (Role.PRESIDENT_OFFICE, Role.PUB_LEADER, Role.HR)  # who speaks for the company
SPEAKS: Final = frozenset({"人事", "财务", "安全"})  # topics whose own office says what is so
ABOVE: Final = (Role.MGMT_GROUP, Role.EXECUTIVE)


def topic_of(enquiry: Enquiry, company: Company) -> Topic:
    """What the configuration no longer knows belongs to the rest."""
    topics = company.desk.topics
    return topic_named(enquiry.topic, topics) or topic_named(REST, topics) or topics[-1]


def answerers(topic: Topic, kind: Kind, company: Company, *, but: Collection[UserId] = ()) -> Sequence[UserId]:
    """Who may take it, at this moment: of the topic, else of the rest."""
    rest = topic_named(REST, company.desk.topics) or topic
    if kind is Kind.FACT and topic.name not in SPEAKS and not topic.people:
        return _first(OF_FACTS, company, but) or _of(topic, company, but) or _of(rest, company, but)
    return _of(topic, company, but) or _of(rest, company, but) or _first(ABOVE, company, but)


def able(enquiry: Enquiry, company: Company) -> Sequence[UserId]:
    """The same, whoever asked it left out; and who has taken it, whoever he is."""
    if enquiry.kind is Kind.MENTION:
        return _of_group(enquiry, company)
    found = answerers(topic_of(enquiry, company), enquiry.kind, company, but=(enquiry.asker,))
    holder = (enquiry.holder,) if enquiry.holder and company.decides(enquiry.holder) else ()
    return tuple(dict.fromkeys((*holder, *found)))


def _of_group(enquiry: Enquiry, company: Company) -> Sequence[UserId]:
    group = company.group(enquiry.group) if enquiry.group else None
    keepers = keepers_here(group, company) if group else ()
    holder = (enquiry.holder,) if enquiry.holder and company.decides(enquiry.holder) else ()
    return tuple(user for user in dict.fromkeys((*holder, *keepers)) if user != enquiry.asker)


def above(enquiry: Enquiry, company: Company) -> Sequence[UserId]:
    """Who hears that nobody answers: neither its asker nor those who should have."""
    return _first(ABOVE, company, (enquiry.asker, *able(enquiry, company)))


def _of(topic: Topic, company: Company, but: Collection[UserId]) -> Sequence[UserId]:
    named = tuple(user for user in topic.people if company.decides(user) and user not in but)
    return named or _first(topic.roles, company, but)


def _first(roles: Sequence[Role], company: Company, but: Collection[UserId]) -> Sequence[UserId]:
    """Everybody of the first role that somebody holds; whoever is suspended couldn't answer."""
    of_each = (tuple(user for user in company.in_office(role) if user not in but) for role in roles)
    return next(filter(None, of_each), ())
