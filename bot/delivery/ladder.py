"""By which channel and in which form something can reach its reader: the best first, plainer ones after it. Pure."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bot.domain.company import Company
from bot.identifiers import ChatId
from bot.shapes.incoming import Via
from bot.shapes.outgoing import (
    Address,
    Attachment,
    Card,
    Content,
    Markdown,
    Parcel,
    Text,
    ToAsker,
    ToCard,
    ToGroup,
    ToPeople,
    ToPerson,
)
from bot.shapes.queue import OutboxRow


@dataclass(frozen=True, slots=True)
class Rung:
    """One way to try: a parcel for a channel, and the route that its limits are counted by; many, to many people."""

    via: Via
    parcel: Parcel
    route: str

    @property
    def readers(self) -> tuple[str, ...]:
        """The routes of those whom one call reaches, where these are many."""
        people = self.parcel.address
        return tuple(f"{self.via}:{user}" for user in people.users) if isinstance(people, ToPeople) else ()

    @property
    def routes(self) -> tuple[str, ...]:
        return self.readers or (self.route,)


CARDLESS = frozenset({Via.APPCHAT, Via.WEBHOOK})
Heard = Callable[[str], bool]


def ladder(row: OutboxRow, company: Company, heard: Heard) -> list[Rung]:
    """Every way, best first. `heard(peer)`: that person or chat has addressed the AI bot, so it may push there."""
    return [rung for way in _ways(row.address, company, heard) for rung in _forms(row, way)]


@dataclass(frozen=True, slots=True)
class _Way:
    via: Via
    address: Address
    target: str
    chat: ChatId | None = None
    webhook: str | None = None
    handle: str | None = None


def _ways(address: Address, company: Company, heard: Heard) -> Iterator[_Way]:
    match address:
        case ToCard(via, user, _, chat, handle):
            yield _Way(via, address, chat or user, chat, handle=handle)
            yield from _ways(ToAsker(via, user, chat, None), company, heard)
        case ToAsker(via, user, chat, handle):
            yield _Way(via, address, chat or user, chat, handle=handle)
            yield from (way for way in _private(ToPerson(user), heard) if way.via is not via or chat)
        case ToPerson():
            yield from _private(address, heard)
        case ToPeople():
            yield _Way(Via.APP, address, "")
        case ToGroup(group_id):
            group = company.group(group_id)
            if group and group.bot_chat and heard(group.bot_chat):
                yield _Way(Via.BOT, address, group.bot_chat, group.bot_chat)
            if group and group.app_chat:
                yield _Way(Via.APPCHAT, address, group.app_chat, group.app_chat)
            if group and group.webhook:
                yield _Way(Via.WEBHOOK, address, group.id, webhook=group.webhook)


def _private(address: ToPerson, heard: Heard) -> Iterator[_Way]:
    yield _Way(Via.APP, address, address.user)
    if heard(address.user):
        yield _Way(Via.BOT, address, address.user)


def _forms(row: OutboxRow, way: _Way) -> Iterator[Rung]:
    for content in _plainer(row.content):
        if isinstance(content, Card) and way.via in CARDLESS:
            continue
        if isinstance(way.address, ToCard) and not isinstance(content, Card):
            continue
        parcel = Parcel(
            row.id,
            way.address,
            content,
            chat=way.chat,
            webhook=way.webhook,
            handle=way.handle,
            check_duplicates=row.check_duplicates,
            repeated=row.doubtful_since is not None,
        )
        yield Rung(way.via, parcel, f"{way.via}:{way.target}")


def _plainer(content: Content) -> Iterator[Content]:
    yield content
    match content:
        case Card():
            yield Text(content.plain)
        case Markdown() | Attachment():
            yield Text(content.plain)
        case Text():
            return


def checked(rung: Rung, *, check: bool) -> Rung:
    """The same, asking WeCom to drop a repetition, or not."""
    return replace(rung, parcel=replace(rung.parcel, check_duplicates=check))


def may_repeat(rung: Rung) -> bool:
    """Whether sending exactly this once more can't be seen twice, so that an unknown outcome is simply tried again.

    A stream's frame replaces the bubble of its id, a card's new face replaces the old one, and an app message that
    asked for the duplicate check is dropped by WeCom itself.
    """
    match rung.parcel:
        case Parcel(content=Attachment()):
            return False  # uploaded anew it has another id, and is no repetition to anybody
        case Parcel(address=ToCard()):
            return True
        case Parcel(address=ToAsker(), content=Text() | Markdown()) if rung.via is Via.BOT:
            return rung.parcel.handle is not None
        case _:
            return rung.via is Via.APP and rung.parcel.check_duplicates
