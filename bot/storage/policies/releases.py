"""Versions of policies with their texts, which never change once they are kept."""

from collections.abc import Collection, Sequence

import msgspec

from bot.domain.desk.knowledge.passage import Passage, Source
from bot.domain.moderation.pack import Procedure
from bot.domain.policies.release import Release
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.audit import trail
from bot.storage.engine import locks
from bot.storage.models.policies import PolicyReleaseRecord

_HEAD = ("number", "policy", "title", "version", "digest", "discussed", "consulted", "publicised", "notice", "by", "at")
Row = tuple[str, str, str, tuple[str, ...]]


class ReleaseTable:
    async def hold(self, policy: str) -> None:
        await locks.hold(PolicyReleaseRecord, f"policy {policy}")

    async def add(self, release: Release, text: Sequence[Passage], *, by: Act) -> None:
        rows = [(each.place, each.heading, each.body, each.asked_by) for each in text]
        await PolicyReleaseRecord.create(
            number=release.number,
            policy=release.policy,
            title=release.title,
            version=release.version,
            digest=release.digest,
            about=msgspec.json.encode(text[0].source).decode(),
            text=msgspec.json.encode(rows).decode(),
            discussed=release.procedure.discussed,
            consulted=release.procedure.consulted,
            publicised=release.procedure.published,
            notice=release.notice,
            by=release.by,
            at=release.at,
        )
        details = {"policy": release.policy, "digest": release.digest, "notice": release.notice}
        await trail.record(by, "policy.drafted", f"policy:{release.number}", **details)

    async def all(self) -> Sequence[Release]:
        """The texts stay where they are: they are long."""
        return [_release(row) for row in await PolicyReleaseRecord.all().only(*_HEAD).order_by("number")]

    async def text(self, number: str) -> Sequence[Passage]:
        row = await PolicyReleaseRecord.get_or_none(number=number)
        if row is None:
            return ()
        source = msgspec.json.decode(row.about, type=Source)
        return [Passage(source, *each) for each in msgspec.json.decode(row.text, type=list[Row])]

    async def forget(self, numbers: Collection[str], *, by: Act, held: Collection[str] = ()) -> int:
        rows = PolicyReleaseRecord.filter(number__in=list(set(numbers) - set(held)))
        gone = await rows.delete() if numbers else 0
        if gone:
            await trail.record(by, "policies.forgotten", "policies", number=gone)
        return gone


def _release(row: PolicyReleaseRecord) -> Release:
    return Release(
        row.number,
        row.policy,
        row.title,
        row.version,
        row.digest,
        Procedure(row.discussed, row.consulted, row.publicised),
        row.notice,
        UserId(row.by),
        row.at,
    )
