"""The trail as those entitled read it, and the head of the chain over it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import tzinfo

from tortoise.expressions import Q, RawSQL
from tortoise.functions import Coalesce
from tortoise.queryset import QuerySet

from bot.domain.audit.erasing import Half, Named
from bot.domain.audit.links import Head, hash_of
from bot.domain.audit.queries import Found, Query
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import certificates, trail
from bot.storage.engine.times import from_ms
from bot.storage.models.operating import ChainRecord, Trail
from bot.storage.models.retention import LeaverRecord
from bot.storage.privacy import erasing


class AuditTable:
    async def head(self) -> Head | None:
        last = await ChainRecord.all().order_by("-seq").first()
        return Head(last.seq, hash_of(last.signature), from_ms(last.at)) if last else None

    async def search(self, query: Query, zone: tzinfo | None, *, most: int, by: Act) -> Sequence[Found]:
        await trail.record(by, "audit.viewed", "audit_view", **query.said)
        rows = await _matching(query).order_by("-id").limit(most)
        links = await ChainRecord.filter(entry__in=[row.id for row in rows]).values_list("entry", "seq") if rows else []
        places = dict(links)
        return [_found(row, zone, places.get(row.id)) for row in rows]

    async def certify(self, *, by: Act) -> None:
        await certificates.certify(by)

    async def leavers(self, *, at_most: int) -> Mapping[UserId, Sequence[Named]]:
        due = LeaverRecord.filter(forgotten=True, erased=False).annotate(seen=Coalesce("looked_at", "since"))
        users = await due.order_by("seen", "user").limit(at_most).values_list("user", flat=True)
        return {UserId(str(user)): await erasing.naming(UserId(str(user))) for user in users}

    async def erase(self, user: UserId, gone: Collection[Named], why: str, *, is_all: bool, by: Act) -> None:
        ids = {half: [each.entry for each in gone if each.half is half] for half in Half}
        await erasing.erase(ids, why, by=by)
        await LeaverRecord.filter(user=user).update(erased=is_all, looked_at=by.at)


def _matching(query: Query) -> QuerySet[Trail]:
    rows = Trail.all()
    if query.user:
        rows = rows.annotate(told=RawSQL("CAST(details AS TEXT)"))
        about = Q(subject__endswith=f":{query.user}") | Q(told__contains=f'"{query.user}"')
        rows = rows.filter(Q(actor=query.user) | about)
    if query.number:
        rows = rows.filter(subject__endswith=f":{query.number}")
    if query.command:
        rows = rows.filter(action__startswith=f"{query.command}:")
    if query.begins:
        rows = rows.filter(at__gte=query.begins)
    if query.ends:
        rows = rows.filter(at__lt=query.ends)
    return rows


def _found(row: Trail, zone: tzinfo | None, link: int | None) -> Found:
    command, _, change = row.action.partition(":")
    at = row.at.astimezone(zone)
    return Found(at, row.actor, command, change, row.subject, row.authority, row.cause, row.details, link)
