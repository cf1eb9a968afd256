"""What is kept of somebody's account, name and groups when nothing else of him is held any more."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from tortoise.models import Model

from bot.shapes.act import Act
from bot.storage.accounts.leavings import OPEN as LEAVINGS
from bot.storage.accounts.works import OPEN as WORKS
from bot.storage.audit import trail
from bot.storage.models.accounts import AccountRecord, AccountWorkRecord, LeavingRecord
from bot.storage.models.groups import MembershipRecord
from bot.storage.models.nicknames import NicknameCaseRecord, NicknameRecord
from bot.storage.models.people import (
    DepartmentMoveRecord,
    IdentityRecord,
    NameDoubtRecord,
    PersonRecord,
    RoleHolderRecord,
)
from bot.storage.models.pipeline import Peer
from bot.storage.models.retention import LeaverRecord
from bot.storage.models.rules import ConsentRecord
from bot.storage.models.tags import TagBearerRecord
from bot.storage.models.talking import CardRecord
from bot.storage.privacy.held import not_held
from bot.storage.safety.old_safety import is_taught

_WHOSE: Final[tuple[tuple[type[Model], str], ...]] = (
    (AccountRecord, "user"),
    (CardRecord, "holder"),
    (ConsentRecord, "user"),
    (DepartmentMoveRecord, "user_id"),
    (IdentityRecord, "user_id"),
    (MembershipRecord, "user"),
    (NameDoubtRecord, "user_id"),
    (NicknameCaseRecord, "user_id"),
    (NicknameRecord, "holder"),
    (Peer, "peer"),
    (RoleHolderRecord, "user_id"),
    (TagBearerRecord, "user"),
)


async def forget_account(users: Collection[str]) -> None:
    """But what is still to be done to it."""
    for model, column in _WHOSE:
        await model.filter(**_of(column, users)).delete()
    await AccountWorkRecord.filter(**_of("user", users)).exclude(state__in=WORKS).delete()
    await LeavingRecord.filter(**_of("user", users)).exclude(state__in=LEAVINGS).delete()


async def forget_names(before: datetime, *, by: Act, held: Collection[str]) -> None:
    """Only of those whose account isn't in use; it is a change of the directory, which is read anew."""
    left = not_held(LeaverRecord.filter(since__lt=before, erased=True), held, "user")
    named = [str(user) for user in await left.values_list("user", flat=True)]
    users = [user for user in named if not await is_taught(user)]
    if users:
        await PersonRecord.filter(user_id__in=users, active=False).delete()
        await LeaverRecord.filter(user__in=users).delete()
        await trail.record(by, "names.forgotten", "directory", people=len(users))


def _of(column: str, users: Collection[str]) -> dict[str, Any]:
    return {f"{column}__in": list(users)}
