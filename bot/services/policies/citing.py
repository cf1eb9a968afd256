"""A question is answered from what is in force today: a version to come is named and not cited, and a file that
somebody has changed and nobody has published isn't either (S331, S332)."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.dates import full_day
from bot.domain.desk.knowledge.index import Hit, Index
from bot.domain.desk.knowledge.passage import Passage, Source
from bot.domain.policies.release import Published, digest_of, in_force, to_come
from bot.services.approvals.kinds import Desk
from bot.services.desk.knowledge_book import index_of
from bot.services.policies.standing import all_published


async def find(desk: Desk, question: str) -> Sequence[Hit]:
    """The best first; each says which version it is of, as far as versions were published."""
    known = await all_published(desk)
    if not known:
        return (await index_of(desk.company)).find(question)
    today = desk.now.date()
    now, ahead = in_force(known, today), to_come(known, today)
    hits = (await _index(desk, now)).find(question)
    return [replace(hit, passage=_dated(hit.passage, now, ahead)) for hit in hits]


async def _index(desk: Desk, now: Mapping[str, Published]) -> Index:
    """The one in use; where its texts aren't those in force, one of its own, kept as long as nothing changes."""
    base, kept = await index_of(desk.company), desk.company.desk.in_use
    own: dict[str, list[Passage]] = {}
    for passage in base.passages:
        own.setdefault(passage.source.id, []).append(passage)
    if kept.digests is None or kept.digests[0] is not base:
        kept.digests = base, await asyncio.to_thread(lambda: {key: digest_of(text) for key, text in own.items()})
    digests = kept.digests[1]
    other = [each.release for key, each in sorted(now.items()) if digests.get(key) != each.release.digest]
    if not other:
        return base
    key = base, tuple(each.number for each in other)
    if kept.in_force is None or kept.in_force[0] != key:
        instead = [passage for each in other for passage in await desk.store.releases.text(each.number)]
        gone = {each.policy for each in other}
        rest = [each for each in base.passages if each.source.id not in gone]
        kept.in_force = key, await asyncio.to_thread(Index, [*instead, *rest])
    return kept.in_force[1]


def _dated(passage: Passage, now: Mapping[str, Published], ahead: Mapping[str, Published]) -> Passage:
    source = passage.source
    return replace(passage, source=replace(source, since=_since(source, now), coming=_coming(source, now, ahead)))


def _since(source: Source, now: Mapping[str, Published]) -> str:
    found = now.get(source.id)
    return f"{found.release.version}，自{full_day(found.since)}起" if found else source.since


def _coming(source: Source, now: Mapping[str, Published], ahead: Mapping[str, Published]) -> str:
    found = ahead.get(source.id)
    if found is None:
        return ""
    when = f"{found.release.version} 自{full_day(found.since)}起施行"
    return f"新版 {when}，现在还按这一版。" if source.id in now else f"{when}，现在还没生效。"
