"""What reaches us from WeCom, whatever the channel: one frozen value, stored before it is acknowledged."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final

from bot.identifiers import ChatId, FileId, TaskId, UserId

LONGEST: Final = 2000  # characters that are read of one message: three times what an app hears at most (D-90239)


class Via(StrEnum):
    """The channel that a message came by or goes by."""

    APP = "app"  # the self-built app: private chats, cards to anybody in its visible range
    BOT = "bot"  # the AI bot: private chats and groups that address it
    APPCHAT = "appchat"  # groups that the app made: sends only
    WEBHOOK = "webhook"  # a group's webhook: sends only


class Kind(StrEnum):
    TEXT = "text"
    MEDIA = "media"  # a picture, file, voice or video without words
    PRESS = "press"  # a button of one of our cards
    ENTER = "enter"  # somebody opened the private chat
    CONTACTS = "contacts"  # the directory changed
    OTHER = "other"  # understood as a message, of no use to us


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed on a card. `selected` maps a question's key to the chosen option ids."""

    task_id: TaskId
    key: str
    selected: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture or a document in a message. `file` is where we keep it; without one it is missing: it could not be
    fetched in time.

    `url` dies in five minutes; `aes_key` is base64, where it is encrypted; `media_id` lives three days.
    """

    url: str
    aes_key: str | None = None
    media_id: str | None = None
    file: FileId | None = None


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message or event.

    `key` is unique per message over all time (`app:<MsgId>`, `bot:<msgid>`, and for events without an id a
    composition of their fields): a second copy has no effect. `text` is cut where it is too long to be read. `handle`
    is what the channel needs to answer this very message (a long connection's req_id, a card's response_code) and
    opaque to everybody else. `masked`: a password or a code was struck out of its words before it was stored.
    `replayed`: it waited in a database that was restored from a backup; the life that was lost may have answered it.
    """

    key: str
    via: Via
    kind: Kind
    sender: UserId
    at: datetime  # when we received it, from our clock, with offset
    text: str = ""
    chat: ChatId | None = None  # the channel's id of the group; None in private
    quote: str | None = None
    press: Press | None = None
    pictures: tuple[Picture, ...] = ()
    documents: tuple[Picture, ...] = ()
    handle: str | None = None
    masked: bool = False
    replayed: bool = False

    @property
    def in_group(self) -> bool:
        return self.chat is not None
