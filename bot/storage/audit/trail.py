"""The one door of the trail: who did what to what by which right, in the transaction of the change itself."""

from collections.abc import Mapping
from typing import Any

from bot.domain.audit.entries import Digests, body, new_salt, settled, who_digest, whom_digest
from bot.domain.audit.links import STAMP
from bot.shapes.act import Act
from bot.storage.engine.database import keyring
from bot.storage.models.operating import Trail


async def record(act: Act, change: str, subject: str, **details: Any) -> None:
    """`change` is `<kind>.<verb>`; `details` hold no private text."""
    await _entry(act, change, subject, details).save(force_create=True)


async def record_all(act: Act, change: str, subjects: Mapping[str, Mapping[str, Any]]) -> None:
    """The same of many subjects, each with its details, by one statement."""
    await Trail.bulk_create([_entry(act, change, subject, details) for subject, details in subjects.items()])


def _entry(act: Act, change: str, subject: str, details: Mapping[str, Any]) -> Trail:
    action = f"{act.action}:{change}"
    who, whom, details = new_salt(), new_salt(), settled(details)
    digests = Digests(who_digest(who, act.actor, act.cause), whom_digest(whom, subject, details))
    ring = keyring()
    return Trail(
        at=act.at,
        actor=act.actor,
        action=action,
        subject=subject,
        authority=act.authority,
        cause=act.cause,
        details=details,
        who_salt=who,
        whom_salt=whom,
        stamp=ring.sign(STAMP, body(act.at, action, act.authority, digests)) if ring else None,
    )


async def latest(subject: str) -> int:
    """The number of the last change to `subject`, 0 before the first: so whoever keeps a copy knows that it is old."""
    entry = await Trail.filter(subject=subject).order_by("-id").first()
    return int(entry.id) if entry else 0
