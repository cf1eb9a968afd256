"""What we say: contents, to whom, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from bot.identifiers import ChatId, FileId, GroupId, TaskId, UserId
from bot.shapes.incoming import Incoming, Via

# ---- contents -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words; marks in it mean nothing."""

    text: str


@dataclass(frozen=True, slots=True)
class Markdown:
    """WeCom's markdown subset. `plain` is what a client without markdown reads; user's words in `text` are escaped."""

    text: str
    plain: str


@dataclass(frozen=True, slots=True)
class Button:
    text: str  # at most 10 characters
    key: str
    style: int = 1  # 1 blue, 2 red on white, 3 grey on white, 4 plain (D-101032)


@dataclass(frozen=True, slots=True)
class Select:
    """A drop-down. `options` maps an id to what people read, in order."""

    key: str
    title: str
    options: Mapping[str, str]
    selected: str | None = None


@dataclass(frozen=True, slots=True)
class Boxes:
    """Things to tick, any number of them. `options` maps an id to what people read, in order; `ticked`: those that are
    at first. What is ticked in the end comes with the press, under `key`."""

    key: str
    options: Mapping[str, str]  # at most 20, each up to 17 characters (D-90236)
    ticked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A card with buttons, or, without any, one that only shows how things stand.

    `plain` says the same in words, for whoever can't be shown a card. `note` is the grey line at the top. One with
    `boxes` has a single button, and neither fields nor a drop-down: WeCom has no place for them there.
    `shared`: many people hold the same one, so each call that sends it gives it a number of its own.
    """

    title: str
    plain: str
    desc: str = ""
    note: str = ""
    fields: tuple[tuple[str, str], ...] = ()  # at most 6: (name up to 5 characters, value up to 26)
    buttons: tuple[Button, ...] = ()  # at most 6
    select: Select | None = None
    boxes: Boxes | None = None
    task_id: TaskId | None = None  # given by the one who stores the card
    shared: bool = False


class Media(StrEnum):
    """What an attachment is, in WeCom's words."""

    IMAGE = "image"  # PNG or JPEG
    FILE = "file"
    VOICE = "voice"  # AMR, up to a minute


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture, file or voice of ours, kept under `file`. `name` is what a reader sees a file called.

    `plain` says in words what is in it, for whoever can't be shown it. `media_id` is the channel's own, once it has
    uploaded the bytes; it is never stored.
    """

    media: Media
    file: FileId
    name: str
    plain: str
    media_id: str | None = None


Content = Text | Markdown | Card | Attachment

# ---- addresses ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ToPerson:
    """Somebody in private, by whichever channel reaches him.

    `about`, here and below: of what it is a part, for who asks later what became of all of it (`GG-20261122-001/1`).
    """

    user: UserId
    about: str = ""


@dataclass(frozen=True, slots=True)
class ToPeople:
    """Many people in private, each for himself, in as few calls as WeCom allows. They are all told the same."""

    users: tuple[UserId, ...]  # at most 1000 (D-90236)
    about: str = ""


@dataclass(frozen=True, slots=True)
class ToGroup:
    """A room of the registry, by whichever channel reaches it."""

    group: GroupId
    about: str = ""


@dataclass(frozen=True, slots=True)
class ToAsker:
    """The answer to a message, where it was asked; `handle` is that message's."""

    via: Via
    user: UserId
    chat: ChatId | None = None
    handle: str | None = None

    @classmethod
    def of(cls, incoming: Incoming) -> Self:
        return cls(incoming.via, incoming.sender, incoming.chat, incoming.handle)


@dataclass(frozen=True, slots=True)
class ToCard:
    """The new face of a card that somebody holds, by the press that `handle` belongs to."""

    via: Via
    user: UserId
    task_id: TaskId
    chat: ChatId | None = None
    handle: str | None = None


Address = ToPerson | ToPeople | ToGroup | ToAsker | ToCard

# ---- one thing to send, and what became of it -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Parcel:
    """One content on its way through one channel to one target.

    `id` never changes over retries and restarts: channels derive idempotent names from it (a stream's id).
    `check_duplicates` asks WeCom to drop a byte-equal repetition (app messages only). `repeated`: an earlier attempt of
    this very parcel may have got through, so "used already" means that it did.
    """

    id: int
    address: Address
    content: Content
    chat: ChatId | None = None  # the channel's id of the group, where the target is one
    webhook: str | None = None  # a webhook's key
    handle: str | None = None
    check_duplicates: bool = False
    repeated: bool = False


class Verdict(StrEnum):
    DONE = "done"  # WeCom said it has it
    RETRY = "retry"  # nothing happened; again after `wait`
    REFUSED = "refused"  # WeCom will not have this; `form` tells whether another form may pass
    UNKNOWN = "unknown"  # it may have been accepted; nobody knows
    MISCONFIGURED = "misconfigured"  # nothing passes until a human puts a setting right


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one attempt. `why` is English for the log and `qunwu parked`; it never holds a secret.

    `missed`: of many people, those who did not get what the others got.
    """

    verdict: Verdict
    errcode: int = 0
    why: str = ""
    wait: float = 0.0  # seconds, for RETRY
    form: bool = False  # REFUSED because of the content's form: a plainer one may pass
    receipt: Mapping[str, str] = field(default_factory=dict)  # msgid, response_code …, for DONE
    missed: frozenset[UserId] = frozenset()
    pause: float = 0.0  # seconds for which nothing else passes by this channel either
