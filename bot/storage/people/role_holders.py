"""Who held which role when somebody last looked, so that a change can be told."""

from collections.abc import Collection, Mapping

from bot.domain.rights import Role
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.people import RoleHolderRecord

_ROLES = frozenset(Role)


class RoleHolderTable:
    async def known(self) -> Mapping[Role, frozenset[UserId]]:
        """Empty before the first look; a role that is gone from this program is left out."""
        held: dict[Role, set[UserId]] = {}
        for role, user in await RoleHolderRecord.all().values_list("role", "user_id"):
            if role in _ROLES:
                held.setdefault(Role(role), set()).add(UserId(user))
        return {role: frozenset(users) for role, users in held.items()}

    async def keep(self, held: Mapping[Role, Collection[UserId]], *, by: Act) -> None:
        """In place of what was known."""
        await RoleHolderRecord.all().delete()
        rows = [RoleHolderRecord(role=role, user_id=user) for role, users in held.items() for user in sorted(users)]
        await RoleHolderRecord.bulk_create(rows, batch_size=500)
        await trail.record(by, "roles.seen", "roles", **{role: len(users) for role, users in held.items()})
