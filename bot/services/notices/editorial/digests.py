"""What waited for a reader is told him in one message, or in as few as hold it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import groupby
from typing import Final

from bot.domain.calendar.quiet import after_quiet
from bot.domain.company import Company
from bot.domain.notices.notice import Notice
from bot.domain.notices.posting import Posting
from bot.domain.notices.tailoring import by_wording, for_room
from bot.domain.wording import without_marks
from bot.identifiers import GroupId, UserId
from bot.services.approvals.kinds import Desk
from bot.services.many import tell_many
from bot.services.notices.editorial.holding import JOB
from bot.services.notices.faces import enclosed
from bot.shapes.context import JobContext
from bot.shapes.outgoing import Content, Markdown, ToGroup
from bot.shapes.records.digests import Held

STEP: Final = 1000  # held postings of one transaction
MOST_BYTES: Final = 1900  # of WeCom's 2048
KEPT: Final = timedelta(days=7)  # counts of days before

Readers = tuple[bool, tuple[int, ...]]


async def tell_due(ctx: JobContext) -> None:
    """A step of what is due; the next one follows in a transaction of its own."""
    if await ctx.store.pushes.paused():
        return
    calendar = ctx.company.pace.calendar
    held = await ctx.store.digests.due(ctx.now, STEP)
    if held and (later := after_quiet(ctx.now, calendar)) > ctx.now:  # nobody was there when it was due
        await ctx.store.jobs.hasten(JOB, later)
        return
    await _tell(ctx, held)
    await ctx.store.digests.forget(ctx.now.date() - KEPT)
    if due := await ctx.store.digests.next_due():
        await ctx.store.jobs.hasten(JOB, max(due, ctx.now))


async def tell_room(desk: Desk, room: GroupId, held: Sequence[Held], posting: Posting, last: Notice) -> None:
    """`last`, which is posted now, and what waited for the group as one post."""
    about = name_of(held)
    await desk.store.digests.hold(posting.id, [room], desk.now, rooms=True)
    mine = [each for each in await desk.store.digests.of(posting.id) if each.room and each.reader == room]
    notices = await _notices(desk, held)
    said = [*(notices[each.posting] for each in held if each.posting in notices), last]
    for content in contents([for_room(each, room) for each in said], desk.company):
        desk.tell(ToGroup(room, about), content)
    await desk.store.digests.settle([*held, *mine], about)


async def _tell(ctx: JobContext, held: Sequence[Held]) -> None:
    if not held:
        return
    about, notices = name_of(held), await _notices(ctx, held)
    for (room, postings), readers in _alike(held):
        said = [notices[each] for each in postings if each in notices]
        if room:
            _to_rooms(ctx, readers, about, said)
        else:
            _to_people(ctx, readers, about, said)
    await ctx.store.digests.settle(held, about)


def _to_rooms(ctx: JobContext, readers: Sequence[str], about: str, said: Sequence[Notice]) -> None:
    for each in readers:
        for content in contents([for_room(notice, GroupId(each)) for notice in said], ctx.company):
            ctx.tell(ToGroup(GroupId(each), about), content)


def _to_people(ctx: JobContext, readers: Sequence[str], about: str, said: Sequence[Notice]) -> None:
    users = [UserId(each) for each in readers if ctx.company.is_here(UserId(each))]
    for as_read, alike in by_wording(said, users, ctx.company):
        for content in contents(as_read, ctx.company):
            tell_many(ctx, alike, content, about)


def contents(notices: Sequence[Notice], company: Company) -> Iterator[Content]:
    """In the order in which they were posted, whole, packed into as few messages as hold them."""
    page: list[_Entry] = []
    for number, notice in enumerate(notices, 1):
        entry = _entry(number, notice, company)
        if page and sum(each.size for each in page) + entry.size > MOST_BYTES:
            yield _page(page)
            page = []
        page.append(entry)
    if page:
        yield _page(page, of=len(notices))
    for notice in notices:
        yield from enclosed(notice.draft, company.name_of(notice.author))


def name_of(held: Sequence[Held]) -> str:
    return f"digest#{held[0].id}"


@dataclass(frozen=True, slots=True)
class _Entry:
    shown: str
    plain: str

    @property
    def size(self) -> int:
        return len(self.shown.encode()) + 4


def _entry(number: int, notice: Notice, company: Company) -> _Entry:
    title, text = without_marks(notice.draft.title), without_marks(notice.draft.text)
    signed = f"——{company.name_of(notice.author)} 发布，{notice.number}"
    shown = f"**{number}. {title}**\n{text}" if title else f"{number}. {text}"
    plain = f"{number}. {title}\n{text}" if title else f"{number}. {text}"
    return _Entry(f"{shown}\n{signed}", f"{plain}\n{signed}")


def _page(page: Sequence[_Entry], of: int = 0) -> Markdown:
    head = f"公告 {of} 条：" if of and len(page) == of else "公告："
    return Markdown(
        "\n\n".join([head, *(each.shown for each in page)]), "\n\n".join([head, *(each.plain for each in page)])
    )


def _alike(held: Sequence[Held]) -> Iterator[tuple[Readers, Sequence[str]]]:
    """Readers who are told the same, together."""
    alike: dict[Readers, list[str]] = {}
    for (room, reader), theirs in groupby(held, key=lambda each: (each.room, each.reader)):
        alike.setdefault((room, tuple(sorted(each.posting for each in theirs))), []).append(reader)
    yield from alike.items()


async def _notices(desk: Desk, held: Sequence[Held]) -> Mapping[int, Notice]:
    """Each as it was when it was posted, by its posting."""
    found: dict[int, Notice] = {}
    for number in sorted({each.posting for each in held}):
        posting = await desk.store.postings.get(number)
        notice = await desk.store.notices.get(posting.number) if posting else None
        if posting and notice:
            found[number] = await _at(desk, notice, posting.version)
    return found


async def _at(desk: Desk, notice: Notice, version: int) -> Notice:
    if notice.version == version:
        return notice
    old = next(each for each in await desk.store.notices.versions(notice.number) if each.number == version)
    return replace(notice, draft=old.draft, version=version)
