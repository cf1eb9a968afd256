"""Announcements in all their versions."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from bot.domain.notices.checks.links import links_in
from bot.domain.notices.notice import OVER, Approval, Draft, Notice, NoticeState, NoticeVersion
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.shapes.records.notices import Untried
from bot.storage.audit import trail
from bot.storage.models.notices import NoticeFileRecord, NoticeRecord, NoticeVersionRecord
from bot.storage.notices import old_notices

UNTRIED: Final = "untried"
_LIVE: Final = [state for state in NoticeState if state not in OVER]


class NoticeTable:
    async def add(self, notice: Notice, *, by: Act) -> None:
        await NoticeRecord.create(number=notice.number, created_at=notice.created_at, **_columns(notice))
        await _keep_version(notice, by)
        await _keep_file(notice)
        await trail.record(by, "notice.drafted", _subject(notice), state=notice.state.name)

    async def get(self, number: str) -> Notice | None:
        row = await NoticeRecord.get_or_none(number=number)
        return _notice(row) if row else None

    async def several(self, numbers: Collection[str]) -> Mapping[str, Notice]:
        return {row.number: _notice(row) for row in await NoticeRecord.filter(number__in=list(numbers))}

    async def save(self, notice: Notice, *, was: Notice, change: str, by: Act) -> bool:
        rows = NoticeRecord.filter(number=was.number, revision=was.revision)
        if not await rows.update(**_columns(notice) | {"revision": was.revision + 1}):
            return False
        if notice.version != was.version:
            await _keep_version(notice, by)
            await _keep_file(notice)
        details = {"state": notice.state.name, "version": notice.version}
        await trail.record(by, f"notice.{change}", _subject(notice), **details)
        return True

    async def versions(self, number: str) -> Sequence[NoticeVersion]:
        rows = await NoticeVersionRecord.filter(number=number).order_by("version")
        return [NoticeVersion(row.version, _draft(row.draft), UserId(row.by), row.at) for row in rows]

    async def of(self, author: UserId, *, most: int, states: Collection[NoticeState] = ()) -> Sequence[Notice]:
        rows = NoticeRecord.filter(author=author, **({"state__in": list(states)} if states else {}))
        return [_notice(row) for row in await rows.order_by("-id").limit(most)]

    async def in_state(self, *states: NoticeState) -> Sequence[Notice]:
        rows = await NoticeRecord.filter(state__in=list(states)).order_by("next_at", "id")
        return [_notice(row) for row in rows]

    async def posted(self, since: datetime, *, most: int) -> Sequence[Notice]:
        rows = await NoticeRecord.filter(posted_at__gte=since).order_by("-posted_at", "-id").limit(most)
        return [_notice(row) for row in rows]

    async def same(self, author: UserId, draft: Draft, since: datetime) -> Notice | None:
        rows = NoticeRecord.filter(author=author, digest=draft.digest, created_at__gte=since, state__in=_LIVE)
        row = await rows.order_by("-id").first()
        return _notice(row) if row else None

    async def untried(self, most: int) -> Sequence[Untried]:
        rows = await NoticeVersionRecord.filter(links=UNTRIED).order_by("id").limit(most)
        return [Untried(row.number, row.version, _draft(row.draft).whole) for row in rows]

    async def forget(self, before: datetime, *, at_most: int, by: Act, held: Collection[str] = ()) -> int:
        gone = await old_notices.forget(before, at_most, held)
        if gone:
            await trail.record(by, "notices.forgotten", "notices", number=gone)
        return gone

    async def tried(self, version: Untried) -> None:
        await NoticeVersionRecord.filter(number=version.number, version=version.version).update(links="")


async def _keep_version(notice: Notice, by: Act) -> None:
    await NoticeVersionRecord.create(
        number=notice.number,
        version=notice.version,
        draft=_json(notice.draft),
        by=by.actor,
        at=by.at,
        links=UNTRIED if links_in(notice.draft.whole) else "",
    )


async def _keep_file(notice: Notice) -> None:
    """Of what nobody has been told yet, only the last one: whoever tries ten pictures keeps one."""
    if notice.posted_at is None:
        await NoticeFileRecord.filter(number=notice.number).delete()
    if enclosure := notice.draft.enclosure:
        known = NoticeFileRecord.filter(number=notice.number, file=enclosure.file)
        if not await known.exists():
            await NoticeFileRecord.create(number=notice.number, file=enclosure.file)


def _subject(notice: Notice) -> str:
    return f"notice:{notice.number}"


def _columns(notice: Notice) -> dict[str, Any]:
    return {
        "author": notice.author,
        "state": notice.state,
        "version": notice.version,
        "revision": notice.revision,
        "draft": _json(notice.draft),
        "digest": notice.draft.digest,
        "approval": _json(notice.approval) if notice.approval else None,
        "request": notice.request,
        "next_at": notice.next_at,
        "posted_at": notice.posted_at,
        "corrects": notice.corrects,
    }


def _json(value: Draft | Approval) -> str:
    return msgspec.json.encode(value).decode()


def _draft(text: str) -> Draft:
    return msgspec.json.decode(text, type=Draft)


def _notice(row: NoticeRecord) -> Notice:
    return Notice(
        row.number,
        UserId(row.author),
        _draft(row.draft),
        row.created_at,
        NoticeState(row.state),
        row.version,
        row.revision,
        msgspec.json.decode(row.approval, type=Approval) if row.approval else None,
        row.request,
        row.next_at,
        row.posted_at,
        row.corrects,
    )
