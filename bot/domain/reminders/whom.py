"""Whom somebody may have reminded: himself, and those he is responsible for."""

from bot.domain.company import Company
from bot.domain.guards import ensure_leads
from bot.domain.people import Person
from bot.domain.rights import REMINDERS, right_of
from bot.errors import UserError


def may_remind(actor: Person, target: Person, company: Company) -> bool:
    """An office whose business is everybody's, his head or direct leader, or who keeps a group that he is in."""
    if actor.user_id == target.user_id:
        return True
    if not company.is_here(target.user_id):
        return False
    if right_of(actor, REMINDERS, grants=company.grants, group=None) or actor.user_id in target.leaders:
        return True
    if any(actor.user_id in each.keepers and target.user_id in each.insiders for each in company.groups):
        return True
    return _leads(actor, target, company)


def _leads(actor: Person, target: Person, company: Company) -> bool:
    try:
        ensure_leads(actor, target, company)
    except UserError:
        return False
    return True
