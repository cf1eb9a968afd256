"""Whose roles a new directory changes: said in the log at once, and told to the administrators on the next working day.

Roles follow titles and departments (D3§5): somebody who is made a head joins the management group overnight, and an
administrator should hear of it.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

import structlog

from bot.domain.calendar.quiet import is_quiet
from bot.domain.company import Company
from bot.domain.granting import conflicts
from bot.domain.rights import BY_ITSELF, Role
from bot.identifiers import UserId
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Text, ToPerson

WATCHED: Final = tuple(role for role in Role if role not in BY_ITSELF | {Role.INTERN})
MOST_NAMES: Final = 5
PUT_RIGHT: Final = "不对的话，请改通讯录里的职务、部门负责人和标签，或者配置里的 [roles]。"

Held = Mapping[Role, frozenset[UserId]]

log = structlog.get_logger()


def report(before: Company, after: Company) -> None:
    """Of the first directory that is read, only the conflicts: everybody's roles are new then."""
    if before.people:
        for role, came, left in _changes(_held(before), _held(after)):
            log.info("role.changed", role=role, came=sorted(came), left=sorted(left))
    known = set(conflicts(before.grants, before.groups)) if before.people else set()
    for each in conflicts(after.grants, after.groups):
        if each not in known:
            log.warning("roles.conflict", user=each.user, roles=list(each.roles))


async def tell_changes(ctx: JobContext) -> None:
    """Since the last look; at the first there is nothing to compare."""
    company = ctx.company
    if not company.people or is_quiet(ctx.now, company.pace.calendar):
        return
    known, held = await ctx.store.role_holders.known(), _held(company)
    changes = list(_changes(known, held))
    if not changes:
        return
    await ctx.store.role_holders.keep(held, by=ctx.act)
    if known:
        lines = [_line(company, *change) for change in changes]
        words = "\n".join(["通讯录或配置变了，这些角色也跟着变了：", *lines, PUT_RIGHT])
        for user in sorted(held.get(Role.WECOM_ADMIN, ())):
            ctx.tell(ToPerson(user), Text(words))


def _held(company: Company) -> Held:
    return {role: frozenset(holders) for role in WATCHED if (holders := company.grants.get(role))}


def _changes(before: Held, after: Held) -> Iterator[tuple[Role, frozenset[UserId], frozenset[UserId]]]:
    """(role, who came, who left)"""
    for role in WATCHED:
        held, holds = before.get(role, frozenset()), after.get(role, frozenset())
        if held != holds:
            yield role, holds - held, held - holds


def _line(company: Company, role: Role, came: Collection[UserId], left: Collection[UserId]) -> str:
    parts = [f"{word}{_names(company, users)}" for word, users in (("多了", came), ("少了", left)) if users]
    return f"· {role.label}：{'；'.join(parts)}"


def _names(company: Company, users: Collection[UserId]) -> str:
    people = [company.person(user) for user in sorted(users)[:MOST_NAMES]]
    names = [company.told_apart(person) for person in people if person]
    more = len(users) - len(names)
    return "、".join(names) + (f"等 {len(users)} 人" if names and more else "" if names else f" {more} 人")
