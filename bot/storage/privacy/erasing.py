"""Erases by law what entries of the trail say of people, and keeps that they were there (个人信息保护法 art. 47).

Only of entries that are linked: before, nothing would prove what is left. A new entry says which and why; that one is
never erased.
"""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from datetime import UTC
from typing import Any, Final

from tortoise.expressions import Q, RawSQL

from bot.domain.audit.erasing import Half, Named, erasure
from bot.errors import Defect
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.audit.chain import SUBJECT
from bot.storage.engine.database import keyring
from bot.storage.models.operating import Trail

_EMPTY: Final[Mapping[Half, Mapping[str, Any]]] = {
    Half.WHO: {"actor": "", "cause": "", "who_salt": None},
    Half.WHOM: {"subject": "", "details": {}, "whom_salt": None},
}
_LINKED: Final = "EXISTS (SELECT 1 FROM chain c WHERE c.entry = trail.id)"
STEP: Final = 500  # ids in one statement
WINDOW: Final = 20_000  # ids that are looked through at once


async def naming(user: UserId) -> Sequence[Named]:
    """The halves that name him, the oldest first. Window by window: outside of a transaction nobody waits for it."""
    newest = await Trail.all().order_by("-id").first()
    found = list[Named]()
    for first in range(0, int(newest.id) if newest else 0, WINDOW):
        found += [each async for each in _in_window(user, first)]
    return found


async def _in_window(user: UserId, after: int) -> AsyncIterator[Named]:
    told = Q(subject__endswith=f":{user}") | Q(told__contains=f'"{user}"')
    rows = Trail.annotate(told=RawSQL("CAST(details AS TEXT)"), linked=RawSQL(f"CASE WHEN {_LINKED} THEN 1 ELSE 0 END"))
    rows = rows.filter(id__gt=after, id__lte=after + WINDOW).exclude(subject=SUBJECT)
    wanted = ("id", "at", "actor", "subject", "details", "linked")
    for id_, at, actor, subject, details, linked in await rows.filter(Q(actor=user) | told).values_list(*wanted):
        is_linked = bool(linked) and keyring() is not None
        if actor == user:
            yield Named(id_, Half.WHO, at.astimezone(UTC), subject, is_linked)
        if subject.endswith(f":{user}") or _says(details, user):
            yield Named(id_, Half.WHOM, at.astimezone(UTC), subject, is_linked)


async def erase(ids: Mapping[Half, Collection[int]], why: str, *, by: Act) -> None:
    """Of linked entries, in the transaction of the caller."""
    if not any(ids.values()):
        return
    ring = keyring()
    if ring is None:
        raise Defect("nothing of the trail is erased without its key")
    for half, found in ids.items():
        for first in range(0, len(found), STEP):
            await Trail.filter(id__in=sorted(found)[first : first + STEP]).update(**_EMPTY[half])
    await trail.record(by, "trail.erased", SUBJECT, **erasure(ring, ids, why))


def _says(value: Any, user: UserId) -> bool:
    """As a value: a key may look like a userid."""
    match value:
        case Mapping():
            return any(_says(each, user) for each in value.values())
        case list():
            return any(_says(each, user) for each in value)
    return bool(value == user)
