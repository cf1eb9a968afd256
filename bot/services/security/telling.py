"""Who hears of an incident: whoever has it, and who told it; nobody else, and what is said is forgotten soon."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.domain.security.incident import Incident, Logged
from bot.errors import Overtaken
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.security import wording
from bot.services.security.clock import acts_until, wind
from bot.services.security.officers import officers
from bot.shapes.outgoing import Card, Content, Text, ToPerson

TOPIC: Final = "incident"
OWN_TOPIC: Final = "incident-own"


async def keep(desk: Desk, before: Incident, after: Incident, kind: Logged, text: str = "") -> None:
    """Raises Overtaken where somebody was quicker."""
    if not await desk.store.incidents.save(after, kind, text, was=before.version, by=desk.act):
        raise Overtaken(before.number)
    if before.state is not after.state or bool(before.ticks) != bool(after.ticks):
        await wind(desk, after)


async def hand(desk: Desk, incident: Incident, users: Sequence[UserId], said: str = "") -> None:
    for user in users:
        await tell(desk, user, await card_for(desk, incident, user, said))


async def card_for(desk: Desk, incident: Incident, user: UserId, said: str = "") -> Card:
    face = wording.for_officer(incident, desk.company, desk.now, acts_until(desk, incident), said)
    return await issued(desk, incident, user, face)


async def issued(desk: Desk, incident: Incident, user: UserId, face: Card) -> Card:
    return replace(face, task_id=await desk.store.cards.issue(topic=TOPIC, subject=incident.number, holder=user))


async def tell(desk: Desk, user: UserId, content: Content) -> None:
    """It is forgotten in the outbox once it has arrived."""
    await desk.store.private_words.note(desk.act.cause, user, desk.now)
    desk.tell(ToPerson(user), content)


async def tell_officers(desk: Desk, incident: Incident, words: str) -> None:
    """Whoever has taken it, or all who could."""
    users = await officers(desk, incident)
    for user in (incident.taken_by,) if incident.taken_by in users else users:
        if user:
            await tell(desk, user, Text(words))


async def tell_teller(desk: Desk, incident: Incident, words: str) -> None:
    await tell(desk, incident.teller, Text(f"{incident.number}：{words}"))
