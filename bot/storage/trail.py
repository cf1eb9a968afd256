"""The one door of the trail: who did what to what by which right, in the transaction of the change itself."""

from typing import Any

from bot.shapes.act import Act
from bot.storage.models.operating import Trail


async def record(act: Act, change: str, subject: str, **details: Any) -> None:
    """`change` is `<kind>.<verb>`; `details` hold no private text."""
    await Trail.create(
        at=act.at,
        actor=act.actor,
        action=f"{act.action}:{change}",
        subject=subject,
        authority=act.authority,
        cause=act.cause,
        details=details,
    )


async def latest(subject: str) -> int:
    """The number of the last change to `subject`, 0 before the first: so whoever keeps a copy knows that it is old."""
    entry = await Trail.filter(subject=subject).order_by("-id").first()
    return int(entry.id) if entry else 0
