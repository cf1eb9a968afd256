"""The world as we need it: a handful of protocols, named for what they give, not for who gives it."""

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol, TypeVar

from bot.domain.accounts.newcomer import Newcomer
from bot.domain.accounts.works import Against
from bot.domain.attendance.punching import Stamp
from bot.domain.moderation.content.archived import Batch
from bot.domain.office.forms import Filing, FilingState
from bot.domain.office.quotas import Vacation
from bot.domain.people import Department, Person
from bot.domain.safety.calendar.forecast import Forecast
from bot.domain.security.logins import Login
from bot.domain.tags.rules import TagTerms
from bot.domain.tags.tag import Trouble
from bot.domain.upkeep.platform import Noticed
from bot.identifiers import ChatId, UserId
from bot.shapes.incoming import Incoming, Via
from bot.shapes.outgoing import Content, Outcome, Parcel

T = TypeVar("T")


class Clock(Protocol):
    """The one clock. Business time only: time-outs and heartbeats use the loop's monotonic time."""

    def now(self) -> datetime:
        """Aware, in the company's time zone."""
        ...


class Transact(Protocol):
    """Runs work in one transaction: all that it changes is kept, or, if it raises, nothing."""

    async def __call__(self, work: Callable[[], Awaitable[T]]) -> T: ...


class Intake(Protocol):
    """Where channels put what they receive."""

    async def take(self, incoming: Incoming) -> bool:
        """Store it durably; return once it is committed. False: it was here already, and nothing happens.

        Raises whatever the database raises: then it is not stored, and must not be acknowledged.
        """
        ...


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody was told, and by which receipt."""

    content: Content
    receipt: Mapping[str, str]


class Answers(Protocol):
    """What became of a message, by its key: for channels whose answers are fetched and not sent."""

    async def answer_may_come(self, key: str) -> bool:
        """Whether it still waits, or something said because of it."""
        ...

    async def answered(self, key: str) -> Answered | None:
        """The first answer to its sender that is known to have got through."""
        ...


class Channel(Protocol):
    """A way out to WeCom."""

    @property
    def via(self) -> Via: ...

    @property
    def pushes(self) -> bool:
        """Whether it can say what nobody asked for."""
        ...

    def open(self) -> bool:
        """Whether trying makes sense now (the long connection is up, nothing is known to be misconfigured)."""
        ...

    async def send(self, parcel: Parcel) -> Outcome:
        """Try once, within bounded time. Never raises for what WeCom or the network does: that is an Outcome."""
        ...


@dataclass(frozen=True, slots=True)
class DirectoryCopy:
    """The whole visible directory, as it was read."""

    departments: tuple[Department, ...]
    people: tuple[Person, ...]


class DirectorySource(Protocol):
    async def read(self) -> DirectoryCopy:
        """Asks the network. Raises what the network raises."""
        ...


@dataclass(frozen=True, slots=True)
class Room:
    """A group of the app's own, as WeCom has it: no nicknames, no administrators but the owner."""

    chat: ChatId
    name: str
    owner: UserId
    members: frozenset[UserId]


class RoomRefused(Exception):
    """WeCom did not do it, or nobody knows: `outcome` tells which."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(f"{outcome.verdict}: {outcome.why}")
        self.outcome = outcome


class Rooms(Protocol):
    """Groups that the app makes and may change. It asks the network: never inside a transaction.

    Every call may be repeated after an unknown outcome: it asks for a state, and says yes where it holds already.
    Raises RoomRefused.
    """

    async def create(self, chat: ChatId, *, name: str, owner: UserId, members: Collection[UserId]) -> None:
        """`chat` is ours to choose: at most 32 letters and digits, never used before. Members see the room with its
        first message."""
        ...

    async def rename(self, chat: ChatId, name: str) -> None: ...

    async def add(self, chat: ChatId, members: Collection[UserId]) -> None: ...

    async def remove(self, chat: ChatId, members: Collection[UserId], *, owner: UserId | None = None) -> None:
        """`owner` takes over; needed where the present one is among those who leave."""
        ...

    async def hand_over(self, chat: ChatId, owner: UserId) -> None:
        """`owner` is a member."""
        ...

    async def room(self, chat: ChatId) -> Room: ...


@dataclass(frozen=True, slots=True)
class CustomerGroupMember:
    """`nickname` is what others see in the group. An outsider's id is WeCom's external one."""

    id: UserId
    nickname: str
    outsider: bool = False


@dataclass(frozen=True, slots=True)
class CustomerGroup:
    """A group with customers in it, as WeCom tells it."""

    name: str
    members: tuple[CustomerGroupMember, ...]


class CustomerGroups(Protocol):
    async def read(self) -> tuple[CustomerGroup, ...]:
        """Asks the network: never inside a transaction. Raises RoomRefused."""
        ...


class UserIds(Protocol):
    async def plain(self, ids: Sequence[str]) -> Mapping[str, UserId]:
        """Whom encrypted ids stand for; those that nobody can tell are missing. Raises what the network raises."""
        ...


class OfficeRefused(Exception):
    """One of WeCom's own apps for the office did not do it, or nobody knows: `outcome` tells which.

    `of_one`: it is about this person or this form alone, for who was answered a moment ago, so that it isn't the app
    that has no right. `means`: how people read it, without its code; often nobody knows.
    """

    def __init__(self, outcome: Outcome, *, of_one: bool = False, means: str = "") -> None:
        super().__init__(f"{outcome.verdict}: {outcome.why}")
        self.outcome = outcome
        self.of_one = of_one
        self.means = means

    @property
    def said(self) -> str:
        """`和企业微信里已有的请假、出差时间冲突（301079）`"""
        return f"{self.means or '企业微信不接受'}（{self.outcome.errcode}）"


@dataclass(frozen=True, slots=True)
class Punched:
    """What was read at a moment, of whoever was looked at then."""

    at: datetime
    stamps: tuple[Stamp, ...]


class Punches(Protocol):
    async def read(self) -> Punched:
        """Asks the network: never inside a transaction. Raises OfficeRefused."""
        ...


class Logins(Protocol):
    async def read(self) -> Sequence[Login]:
        """Of the last hours, on other devices. Asks the network: never inside a transaction. Raises OfficeRefused."""
        ...


class Vacations(Protocol):
    """WeCom's own leave balances. It asks the network: never inside a transaction. Raises OfficeRefused."""

    async def kinds(self) -> Sequence[Vacation]: ...

    async def left(self, user: UserId) -> Mapping[int, int]:
        """Seconds, by WeCom's number of the kind."""
        ...

    async def put(self, user: UserId, vacation: Vacation, seconds: int) -> None:
        """Sets what is left; may be repeated."""
        ...


class Forms(Protocol):
    """WeCom's own form of 请假. It asks the network: never inside a transaction. Raises OfficeRefused."""

    async def ready(self) -> None:
        """Reads the template anew; raises where nothing can be filed at the moment."""
        ...

    async def file(self, filing: Filing) -> str:
        """WeCom's number of it. Repeated, it files another one. Raises CannotSay, before anything was asked."""
        ...

    async def find(self, filing: Filing) -> str | None:
        """WeCom's number of the form that has our number in it; None: it has none."""
        ...

    async def state(self, sp_no: str) -> FilingState:
        """FILED while it waits there, else PASSED or UNDONE."""
        ...


class AccountRefused(Exception):
    """WeCom did not do it to an account, or nobody knows: `outcome` tells which."""

    def __init__(self, outcome: Outcome, against: Against = Against.UNTOLD) -> None:
        super().__init__(f"{outcome.verdict}: {outcome.why}")
        self.outcome = outcome
        self.against = against


class Accounts(Protocol):
    """Members of the directory, by the contacts-sync right. It asks the network: never inside a transaction.

    Creating is the one call that must not be repeated blindly: whoever doesn't know what became of it reads first.
    Raises AccountRefused.
    """

    async def find(self, user: UserId) -> Person | None:
        """None: there is no such account."""
        ...

    async def of_mobile(self, mobile: str) -> UserId | None:
        """Whose it is. WeCom stops answering for a day where too many are nobody's: only asked where it must be
        somebody's."""
        ...

    async def create(self, user: UserId, newcomer: Newcomer) -> None:
        """WeCom invites him; what he signs in with he sets himself."""
        ...

    async def change(self, user: UserId, change: Mapping[str, str]) -> None:
        """`change`: of `bot.domain.accounts.works.NAMED`. May be repeated, like the two below."""
        ...

    async def enable(self, user: UserId, *, on: bool) -> None: ...

    async def delete(self, user: UserId) -> None:
        """Who is gone already stays gone."""
        ...


class TagRefused(Exception):
    """WeCom did not do it to a tag, or nobody knows: `outcome` tells which, `trouble` what it has against the tag."""

    def __init__(self, outcome: Outcome, trouble: Trouble = Trouble.REFUSED) -> None:
        super().__init__(f"{outcome.verdict}: {outcome.why}")
        self.outcome = outcome
        self.trouble = trouble


class Tags(Protocol):
    """Tags that the app makes and may change. It asks the network: never inside a transaction. Members are set by who
    they are, so every call but `create` may be repeated. Raises TagRefused."""

    @property
    def terms(self) -> TagTerms: ...

    async def all(self) -> Mapping[int, str]:
        """The name of each, by WeCom's id; others' too."""
        ...

    async def members(self, tag: int) -> frozenset[UserId]:
        """As far as the app sees them; departments that bear it are not among them."""
        ...

    async def create(self, name: str) -> int:
        """Whoever doesn't know what became of it looks whether it is there."""
        ...

    async def add(self, tag: int, users: Collection[UserId]) -> None:
        """Who is out of the app's range is passed over."""
        ...

    async def remove(self, tag: int, users: Collection[UserId]) -> None: ...


class Platform(Protocol):
    async def look(self) -> Noticed:
        """What WeCom's answers told of WeCom since the last look, and what it says of the app now. Asks the network;
        what doesn't answer is left out. Never raises for that."""
        ...


class Recaller(Protocol):
    async def recall(self, msgid: str) -> Outcome:
        """Takes back a message of the app's to people: for 24 hours, and once. Asks the network."""
        ...


class LinkState(StrEnum):
    OPENS = "opens"
    DEAD = "dead"
    UNKNOWN = "unknown"  # nobody can tell from here


class Links(Protocol):
    async def look(self, address: str, *, within: float) -> LinkState:
        """Whether there is a page behind an address, within so many seconds. Asks the network; never raises."""
        ...


class WeatherFeed(Protocol):
    async def read(self) -> Sequence[Forecast]:
        """What the service says now. Asks the network: never inside a transaction. Raises OSError or ValueError."""
        ...


class Archive(Protocol):
    """会话内容存档, as whoever is licensed to reads and decrypts it. Off by default (docs/moderation.md)."""

    async def read(self, after: str) -> Batch:
        """What came after a place; "" is the beginning. What lies before it has been dealt with, and may be deleted.

        Never inside a transaction. Raises OSError.
        """
        ...


class CannotSay(Exception):
    """The company's form has no place for this leave; the reason in Chinese, for HR."""


class Phones(Protocol):
    """Rings somebody's phone. It asks the network: never inside a transaction. Raises OfficeRefused."""

    async def ring(self, user: UserId) -> str:
        """WeCom's number of the call. Repeated, it rings again."""
        ...

    async def answered(self, user: UserId, call_id: str) -> bool:
        """Whether he took it; False as long as it rings, too."""
        ...


@dataclass(frozen=True, slots=True)
class Sources:
    """What jobs and commands may ask of the world outside; None where no credential gives it."""

    directory: DirectorySource | None = None
    rooms: Rooms | None = None
    user_ids: UserIds | None = None
    customer_groups: CustomerGroups | None = None
    punches: Punches | None = None
    vacations: Vacations | None = None
    forms: Forms | None = None
    phones: Phones | None = None
    recaller: Recaller | None = None
    weather: WeatherFeed | None = None
    links: Links | None = None
    archive: Archive | None = None
    logins: Logins | None = None
    accounts: Accounts | None = None
    tags: Tags | None = None
    platform: Platform | None = None
