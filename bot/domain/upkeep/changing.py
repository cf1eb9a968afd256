"""When a setting may be changed at once, and what a change must leave standing (S302, D18§4)."""

from collections.abc import Collection

from bot.domain.company import Company
from bot.domain.granting import Conflict, conflicts
from bot.domain.rights import Role
from bot.domain.upkeep.configuration import Origin, SettingChange
from bot.domain.upkeep.parameters import Parameter
from bot.identifiers import UserId


def needs_leader(
    parameter: Parameter, given: Collection[UserId], by: UserId, company: Company, last: SettingChange | None
) -> bool:
    """In the first set-up. What nobody has set yet is set at once, and so is put right what was set that way. Not a
    role for oneself, nor one that somebody holds already: he who lets changes pass is among them. `given`: who would
    get a role by it."""
    if parameter.guarded or by in given:
        return True
    if last is not None:
        return last.approved is not None
    held = parameter.role is not None and bool(company.grants.get(parameter.role))
    return held or company.configuration.origin(parameter.key) is not Origin.DEFAULT


def come_to(role: Role, before: Company, after: Company) -> frozenset[UserId]:
    """Who would hold it and doesn't now."""
    return frozenset(after.grants.get(role, ())) - frozenset(before.grants.get(role, ()))


def given_by(before: Company, after: Company) -> frozenset[UserId]:
    """Who would come to any role: one may bring along another."""
    return frozenset[UserId]().union(*(come_to(role, before, after) for role in after.grants))


def left_empty(before: Company, after: Company, needed: Collection[Role]) -> Role | None:
    """A role that nobody would hold any more, or only the suspended, though the bot can't be looked after without."""
    return next((role for role in needed if _lost(role, before, after)), None)


def _lost(role: Role, before: Company, after: Company) -> bool:
    is_held = after.in_office(role) if before.in_office(role) else after.serving(role)
    return bool(before.serving(role)) and not is_held


def new_conflicts(before: Company, after: Company) -> list[Conflict]:
    """Who would hold two roles that are there to check each other, and doesn't now."""
    known = set(conflicts(before.grants, before.groups))
    return [each for each in conflicts(after.grants, after.groups) if each not in known]
