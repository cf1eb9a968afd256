"""Which version of which policy is out and in force at the moment, and what it says."""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.domain.desk.knowledge.passage import GLOSSARY, Passage, Source
from bot.domain.finding.folding import fold
from bot.domain.policies.release import Published, Release, published
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.services.approvals.kinds import Desk
from bot.services.desk.knowledge_book import index_of

MOST_NAMED: Final = 20


async def all_published(desk: Desk, releases: Sequence[Release] | None = None) -> Sequence[Published]:
    """Every version that went out and wasn't taken back."""
    known = await desk.store.releases.all() if releases is None else releases
    notices = await desk.store.notices.several({each.notice for each in known}) if known else {}
    return [each for one in known if (each := published(one, notices.get(one.notice), desk.now))]


async def texts(desk: Desk) -> Mapping[Source, Sequence[Passage]]:
    """The policies and the company's own files as they are now; what only explains words isn't one."""
    found: dict[Source, list[Passage]] = {}
    for passage in (await index_of(desk.company)).passages:
        if passage.source.id != GLOSSARY:
            found.setdefault(passage.source, []).append(passage)
    return found


async def text_named(desk: Desk, name: str) -> Source:
    """By its number, or its title, or what only one title has. Raises UserError."""
    return chosen(name, list(await texts(desk)))


def chosen(name: str, sources: Sequence[Source]) -> Source:
    """Raises UserError."""
    wanted = fold(name)
    found = [each for each in sources if wanted in (fold(each.id), fold(each.title))] or [
        each for each in sources if wanted and wanted in fold(each.title)
    ]
    if len(found) == 1:
        return found[0]
    if found:
        raise UserError(Code.CLARIFY, f"「{shown(name, 30)}」有几份：{_list(found)}。请写编号。")
    sentence = f"没有「{shown(name, 30)}」这份制度。有：{_list(sources)}。自己的制度放进知识目录（.md）就能发布。"
    raise UserError(Code.NOT_FOUND, sentence)


def _list(sources: Sequence[Source]) -> str:
    named = "、".join(f"{shown(each.id, 20)}《{shown(each.title, 30)}》" for each in sources[:MOST_NAMED])
    return f"{named}{' 等' if len(sources) > MOST_NAMED else ''}"
