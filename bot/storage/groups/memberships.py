"""Who is in groups, read as one list per group: with a row per person the whole staff takes ten times as long."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from bot.identifiers import GroupId, UserId
from bot.storage.models.groups import MembershipRecord

_SEPARATOR: Final = ","  # no userid has one (D-90195)
_ON_SQLITE: Final = (
    "SELECT group_id, exempt, group_concat(user, ',') AS users FROM membership"
    " WHERE group_id IN (SELECT value FROM json_each(?)) GROUP BY group_id, exempt"
)
_ON_POSTGRES: Final = (
    """SELECT group_id, exempt, string_agg("user", ',') AS users FROM membership"""
    " WHERE group_id = ANY($1::text[]) GROUP BY group_id, exempt"
)


@dataclass(frozen=True, slots=True)
class Members:
    """`exempt`: those of them who don't fit, by an approval of their own."""

    all: frozenset[UserId] = frozenset()
    exempt: frozenset[UserId] = frozenset()


async def members_of(groups: Collection[GroupId]) -> Mapping[str, Members]:
    connection = MembershipRecord._meta.db
    if connection.capabilities.dialect == "postgres":
        rows = await connection.execute_query_dict(_ON_POSTGRES, [list(groups)])
    else:
        rows = await connection.execute_query_dict(_ON_SQLITE, [json.dumps(list(groups))])
    found: dict[str, Members] = {}
    for row in rows:
        users = frozenset(map(UserId, row["users"].split(_SEPARATOR)))
        known = found.get(row["group_id"], Members())
        found[row["group_id"]] = Members(known.all | users, users if row["exempt"] else known.exempt)
    return found
