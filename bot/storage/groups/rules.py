"""The rules of groups, version by version, and what each person said to each."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from bot.domain.groups.rules import Consent, ConsentState, RulesVersion, Way
from bot.identifiers import GroupId, TaskId, UserId
from bot.patterns import regex
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.models.rules import ConsentRecord, RulesRecord

AT_ONCE: Final = 500  # names or rows of one statement
_WAITING: Final = [ConsentState.TO_ASK, ConsentState.ASKED]
_UNANSWERED: Final = (ConsentState.VOID, ConsentState.UNTOLD)
_VERBS: Final = {ConsentState.DEEMED: "deemed", ConsentState.UNTOLD: "untold", ConsentState.VOID: "voided"}
# Cards that have not left, or may not have arrived. The condition is that of the index over what is open.
_ON_THE_WAY: Final = """SELECT content AS text FROM outbox WHERE state NOT IN ('done', 'refused') AND id > 0
 AND content LIKE '%"task_id":"rules-%'"""
_CARD: Final = regex(r'"task_id":"(rules-[^"]+)"')


class RulesTable:
    async def latest(self, groups: Collection[GroupId]) -> Mapping[GroupId, RulesVersion]:
        of_groups = RulesRecord.filter(group_id__in=list(groups)).order_by("number")
        newest = {str(group): row for group, row in await of_groups.values_list("group_id", "id")}
        rows = await RulesRecord.filter(id__in=list(newest.values()))
        return {GroupId(row.group_id): _version(row) for row in rows}

    async def get(self, group: GroupId, number: int) -> RulesVersion | None:
        row = await RulesRecord.get_or_none(group_id=group, number=number)
        return _version(row) if row else None

    async def publish(self, group: GroupId, text: str, *, ask: bool, by: Act) -> RulesVersion:
        number = await RulesRecord.filter(group_id=group).count() + 1
        row = await RulesRecord.create(
            group_id=group, number=number, text=text, since=by.at, entered_to="" if ask else None
        )
        await trail.record(by, "rules.published", _subject(group), version=number)
        return _version(row)

    async def to_enter(self) -> tuple[RulesVersion, str] | None:
        row = await RulesRecord.filter(entered_to__isnull=False).order_by("id").first()
        return (_version(row), row.entered_to or "") if row else None

    async def entered(self, version: RulesVersion, last: str | None) -> None:
        await RulesRecord.filter(group_id=version.group, number=version.number).update(entered_to=last)


class ConsentTable:
    async def of_user(self, user: UserId, group: GroupId | None = None) -> Sequence[Consent]:
        rows = ConsentRecord.filter(user=user, **({"group_id": group} if group else {}))
        return [_consent(row) for row in await rows.order_by("group_id", "-number")]

    async def of_version(self, group: GroupId, number: int) -> Sequence[Consent]:
        rows = await ConsentRecord.filter(group_id=group, number=number).order_by("user")
        return [_consent(row) for row in rows]

    async def states(self, group: GroupId, number: int) -> Mapping[UserId, ConsentState]:
        rows = ConsentRecord.filter(group_id=group, number=number).order_by("user")
        return {UserId(user): ConsentState(state) for user, state in await rows.values_list("user", "state")}

    async def queue(
        self, version: RulesVersion, users: Collection[UserId], *, ask_at: datetime, newcomers: bool, by: Act
    ) -> None:
        older = ConsentRecord.filter(group_id=version.group, number__lt=version.number, state__in=_WAITING)
        await older.update(state=ConsentState.VOID)
        of_this = {"group_id": version.group, "number": version.number}
        known = {row.user: row for row in await _of_users(sorted(users), of_this)}
        again = [row.id for row in known.values() if row.state in _UNANSWERED]
        entered = {"state": ConsentState.TO_ASK, "ask_at": ask_at, "newcomer": newcomers}
        for some in _portions(again):
            await ConsentRecord.filter(id__in=some).update(**entered)
        rows = [ConsentRecord(user=user, **of_this, **entered) for user in sorted(set(users) - known.keys())]
        await ConsentRecord.bulk_create(rows, batch_size=AT_ONCE)

    async def to_ask(self, now: datetime, *, people: int) -> Mapping[UserId, Sequence[tuple[Consent, bool]]]:
        due = ConsentRecord.filter(state=ConsentState.TO_ASK, ask_at__lte=now)
        users = await due.order_by("user").distinct().limit(people).values_list("user", flat=True)
        rows = await due.filter(user__in=list(users)).order_by("user", "group_id")
        by_user = groupby(rows, lambda row: UserId(row.user))
        return {user: [(_consent(row), row.newcomer) for row in his] for user, his in by_user}

    async def next_to_ask(self) -> datetime | None:
        row = await ConsentRecord.filter(state=ConsentState.TO_ASK).order_by("ask_at").first()
        return row.ask_at if row else None

    async def asked(self, by_card: Mapping[TaskId, Sequence[Consent]], *, by: Act) -> None:
        for card, consents in by_card.items():
            user = consents[0].user
            his = ConsentRecord.filter(user=user, state=ConsentState.TO_ASK)
            by_number = groupby(sorted(consents, key=_number), key=_number)
            for number, same in by_number:
                rows = his.filter(number=number, group_id__in=[each.group for each in same])
                await rows.update(state=ConsentState.ASKED, card=card, asked_at=by.at)
        await _record(by, "rules.asked", (each for consents in by_card.values() for each in consents))

    async def end(self, consents: Sequence[Consent], state: ConsentState, *, by: Act) -> None:
        changed: dict[str, Any] = {"state": state}
        if state is ConsentState.DEEMED:
            changed["deemed_at"] = by.at
        for (group, number), same in _by_version(consents):
            users = [each.user for each in same]
            rows = ConsentRecord.filter(group_id=group, number=number, user__in=users, state__in=_WAITING)
            await rows.update(**changed)
        await _record(by, f"rules.{_VERBS[state]}", consents)

    async def silent_since(self, moment: datetime, *, at_most: int) -> Sequence[tuple[Consent, bool]]:
        asked = ConsentRecord.filter(state=ConsentState.ASKED, asked_at__lte=moment)
        rows = await asked.order_by("asked_at").limit(at_most)
        undelivered = await _undelivered() if rows else frozenset()
        return [(_consent(row), row.card not in undelivered) for row in rows]

    async def of_card(self, card: TaskId) -> Sequence[Consent]:
        return [_consent(row) for row in await ConsentRecord.filter(card=card).order_by("group_id")]

    async def agree(self, user: UserId, version: RulesVersion, way: Way, *, by: Act) -> bool:
        said = {"state": ConsentState.AGREED, "agreed_at": by.at, "way": way}
        if not await _say(user, version, said):
            return False
        await trail.record(by, "rules.agreed", _subject(version.group), version=version.number, way=way)
        return True

    async def refuse(self, user: UserId, version: RulesVersion, *, by: Act) -> bool:
        if not await _say(user, version, {"state": ConsentState.REFUSED, "refused_at": by.at}):
            return False
        await trail.record(by, "rules.refused", _subject(version.group), version=version.number)
        return True


async def _say(user: UserId, version: RulesVersion, said: dict[str, Any]) -> bool:
    """False: he had said just that."""
    row, created = await ConsentRecord.get_or_create(said, user=user, group_id=version.group, number=version.number)
    if not created and row.state == said["state"]:
        return False
    if not created:
        await ConsentRecord.filter(id=row.id).update(**said)
    return True


async def _undelivered() -> frozenset[str]:
    rows = await ConsentRecord._meta.db.execute_query_dict(_ON_THE_WAY)
    return frozenset(card for row in rows for card in _CARD.findall(row["text"]))


async def _of_users(users: Sequence[UserId], of_this: Mapping[str, Any]) -> list[ConsentRecord]:
    return [row for some in _portions(users) for row in await ConsentRecord.filter(user__in=some, **of_this)]


def _portions(items: Sequence[Any]) -> Iterator[list[Any]]:
    for start in range(0, len(items), AT_ONCE):
        yield list(items[start : start + AT_ONCE])


async def _record(by: Act, change: str, consents: Iterable[Consent]) -> None:
    """One entry for each version, with everybody whom it is about."""
    for (group, number), same in _by_version(consents):
        await trail.record(by, change, _subject(group), version=number, people=[each.user for each in same])


def _by_version(consents: Iterable[Consent]) -> Iterator[tuple[tuple[GroupId, int], list[Consent]]]:
    of = sorted(consents, key=lambda each: (each.group, each.version, each.user))
    for key, same in groupby(of, lambda each: (each.group, each.version)):
        yield key, list(same)


def _number(consent: Consent) -> int:
    return consent.version


def _subject(group: GroupId) -> str:
    return f"group:{group}"


def _version(row: RulesRecord) -> RulesVersion:
    return RulesVersion(GroupId(row.group_id), row.number, row.text, row.since)


def _consent(row: ConsentRecord) -> Consent:
    return Consent(
        UserId(row.user),
        GroupId(row.group_id),
        row.number,
        ConsentState(row.state),
        asked_at=row.asked_at,
        deemed_at=row.deemed_at,
        agreed_at=row.agreed_at,
        refused_at=row.refused_at,
        way=Way(row.way) if row.way else None,
    )
