"""Members are asked to agree: who has just come in, and everybody when the rules were changed. Silence is noted down.

All of it in portions, a transaction each: of twenty thousand people nobody else is to wait for the last one.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.approvals.pace import working_moment
from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.groups.rules import Consent, ConsentState, RulesVersion
from bot.identifiers import GroupId, TaskId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.groups.rules.known_texts import KnownTexts
from bot.services.groups.rules.versions import JOB, in_force, note_texts
from bot.services.groups.rules.wording import asking_card, for_newcomer, what_changed
from bot.shapes.outgoing import Text, ToPerson

TOPIC: Final = "rules"
PEOPLE: Final = 150  # asked in one portion
ENTERED: Final = 2_000  # entered as people to ask
SILENT: Final = 500  # whose silence is noted
PAUSE: Final = timedelta(seconds=1)  # between portions: others are served in it

News = Sequence[tuple[Group, RulesVersion]]


async def ask_newcomers(desk: Desk, group: Group, users: Collection[UserId]) -> None:
    """In the transaction by which they came in; the question follows at once."""
    version = await in_force(desk, group)
    if version and users:
        await desk.store.consents.queue(version, users, ask_at=desk.now, newcomers=True, by=desk.act)
        await desk.store.jobs.hasten(JOB, desk.now)


async def walk(desk: Desk) -> datetime | None:
    """One portion; when to go on. Nobody is asked before all are entered: each hears of everything at once."""
    preparing = await note_texts(desk) or await _enter(desk)
    more = preparing or await _ask(desk)
    silent = await _note_silence(desk)
    return desk.now + PAUSE if more or silent else await desk.store.consents.next_to_ask()


async def _enter(desk: Desk) -> bool:
    """Members of groups whose rules were changed; whether there are more of them."""
    room = ENTERED
    while room > 0 and (found := await desk.store.rules.to_enter()):
        version, last = found
        room -= await _enter_some(desk, version, last, room)
    return room <= 0


async def _enter_some(desk: Desk, version: RulesVersion, last: str, at_most: int) -> int:
    """How many; they are asked in working hours."""
    group = desk.company.group(version.group)
    left = [user for user in sorted(group.insiders) if user > last and desk.company.is_here(user)] if group else []
    some, pace = left[:at_most], desk.company.pace
    at = working_moment(desk.now, 0, pace.calendar, pace.shift)
    await desk.store.consents.queue(version, some, ask_at=at, newcomers=False, by=desk.act)
    await desk.store.rules.entered(version, some[-1] if len(left) > at_most else None)
    return max(len(some), 1)


async def _ask(desk: Desk) -> bool:
    waiting = await desk.store.consents.to_ask(desk.now, people=PEOPLE)
    everything = [consent for his in waiting.values() for consent, _ in his]
    latest = await desk.store.rules.latest({each.group for each in everything})
    over = {each for each in everything if not _still_matters(each, desk.company, latest)}
    unseen = await _unseen(desk, over)
    await desk.store.consents.end(list(over - unseen), ConsentState.VOID, by=desk.act)
    by_card: dict[TaskId, Sequence[Consent]] = {}
    known = KnownTexts(desk.store)
    for user, his in waiting.items():
        open_ = [(consent, new) for consent, new in his if consent not in over]
        by_card |= await _ask_one(desk, user, open_, latest, known)
    await desk.store.consents.asked(by_card, by=desk.act)
    return len(waiting) == PEOPLE


async def _unseen(desk: Desk, consents: Collection[Consent]) -> set[Consent]:
    """Of whoever came in after the company at hand was read: his turn is the next one."""
    kept = {each: await desk.store.groups.get(each) for each in {consent.group for consent in consents}}
    return {
        each
        for each in consents
        if (group := kept[each.group]) and group.has(each.user)
        if not ((known := desk.company.group(each.group)) and known.has(each.user))
    }


def _still_matters(consent: Consent, company: Company, latest: Mapping[GroupId, RulesVersion]) -> bool:
    """He is in the group, and no later version has come."""
    group, version = company.group(consent.group), latest.get(consent.group)
    inside = group is not None and consent.user in group.insiders and company.is_here(consent.user)
    return inside and version is not None and version.number == consent.version


async def _ask_one(
    desk: Desk,
    user: UserId,
    his: Iterable[tuple[Consent, bool]],
    latest: Mapping[GroupId, RulesVersion],
    known: KnownTexts,
) -> dict[TaskId, Sequence[Consent]]:
    """A question for each group that he has come into, and one for all groups whose rules changed alike."""
    cards: dict[TaskId, Sequence[Consent]] = {}
    alike: dict[tuple[str, str], list[Consent]] = {}
    for consent, newcomer in his:
        version = latest[consent.group]
        if newcomer:
            cards[await _put(desk, user, [consent], latest, old=None)] = [consent]
        else:
            alike.setdefault((await known.before(consent), version.text), []).append(consent)
    for (old, _), same in alike.items():
        cards[await _put(desk, user, same, latest, old=old)] = same
    return cards


async def _put(
    desk: Desk,
    user: UserId,
    consents: Sequence[Consent],
    latest: Mapping[GroupId, RulesVersion],
    *,
    old: str | None,
) -> TaskId:
    """`old`: the text that he knows; None: he has just come in."""
    groups = [group for each in consents if (group := desk.company.group(each.group))]
    news = [(group, latest[group.id]) for group in groups]
    group, version = news[0]
    said = for_newcomer(group, version, _nickname(desk.company, user)) if old is None else what_changed(news, old)
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=str(version.number), holder=user)
    desk.tell(ToPerson(user), Text(said))
    card = asking_card(news, desk.now, desk.company.group_rules, said)
    desk.tell(ToPerson(user), replace(card, task_id=task_id))
    return task_id


async def _note_silence(desk: Desk) -> bool:
    """It is no consent: it says only that he was asked and let the time pass."""
    after = desk.company.group_rules.deemed_after
    if after is None:
        return False
    silent = await desk.store.consents.silent_since(desk.now - after, at_most=SILENT)
    latest = await desk.store.rules.latest({each.group for each, _ in silent})
    ended: dict[ConsentState, list[Consent]] = {}
    for consent, was_told in silent:
        state = ConsentState.DEEMED if was_told else ConsentState.UNTOLD
        if not _still_matters(consent, desk.company, latest):
            state = ConsentState.VOID
        ended.setdefault(state, []).append(consent)
    for state, consents in ended.items():
        await desk.store.consents.end(consents, state, by=desk.act)
    return len(silent) == SILENT


def _nickname(company: Company, user: UserId) -> str:
    person = company.person(user)
    return company.register.proper(person) if person else user
