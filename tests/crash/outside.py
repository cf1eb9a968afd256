"""The world that outlives the bot: WeCom, which accepts and acknowledges, and the people in front of it.

Whatever becomes of a send or of a call about a group is a `Mode`; what WeCom has of the app's groups is `app`.
"""

import asyncio
from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum, auto

from bot.core import Core
from bot.identifiers import ChatId, UserId
from bot.shapes.incoming import Incoming, Kind, Picture, Press, Via
from bot.shapes.outgoing import Boxes, Outcome, Parcel, Select, Verdict
from tests.app_groups import AppGroups
from tests.crash.seen import Shown, bubble_of, is_equal, seen

GIVES_UP_AFTER = 200  # looks, half a second apart, for a card that does not come
SELDOM = 5.0  # seconds between two looks for one that takes its time


class Mode(Enum):
    """What happens to one send, or to one call about a group."""

    ANSWERED = auto()
    LOST_AFTER = auto()  # accepted, but the answer does not arrive
    LOST_BEFORE = auto()  # the question does not arrive
    BUSY = auto()  # WeCom says: later
    RAISES = auto()  # accepted, then the channel breaks its promise
    REFUSED = auto()  # WeCom won't have it; for groups only


@dataclass(frozen=True, slots=True)
class Action:
    """`press` is the text of a button on the newest card that the person sees; otherwise `text` is said.

    `chosen`: how what he picks of its list, or ticks, begins. `photo`: he sends a picture. `after`: the key of somebody
    else's action that he has seen; `sees`: words that stand in something that he was shown.
    """

    key: str
    user: UserId
    via: Via
    text: str = ""
    chat: ChatId | None = None
    press: str | None = None
    after: str | None = None
    chosen: tuple[str, ...] = ()
    photo: bytes | None = None
    sees: str | None = None


@dataclass(slots=True)
class Outside:
    """`modes` are of the first sends, in order, `room_modes` of the first calls about groups; the rest is answered.

    `patience`: looks of somebody who waits for a card.
    """

    actions: Sequence[Action]
    modes: Sequence[Mode] = ()
    app: AppGroups = field(default_factory=AppGroups)
    room_modes: Sequence[Mode] = ()
    acked: frozenset[str] = frozenset()
    shown: tuple[Shown, ...] = ()
    bubbles: frozenset[tuple[str, ...]] = frozenset()
    sends: int = 0
    gave_up: frozenset[str] = field(default=frozenset())
    patience: int = GIVES_UP_AFTER

    def copy(self) -> "Outside":
        """As it was at this moment: nothing in it is changed in place."""
        return replace(self, app=copy(self.app))

    def state(self) -> tuple[object, ...]:
        return self.acked, self.shown, self.bubbles, self.sends, self.gave_up, self.app.rooms, self.app.asked

    async def person(self, core: Core, user: UserId) -> None:
        """One after the other: WeCom delivers somebody's next message when the one before was acknowledged."""
        for action in self.actions:
            if action.user == user and action.key not in self.acked:
                incoming = await self._awaited(core, action)
                if incoming is None:
                    self.gave_up |= {action.key}
                    return
                await self._deliver(core, await _with_photo(core, action, incoming))

    async def _deliver(self, core: Core, incoming: Incoming) -> None:
        await asyncio.sleep(0)
        await core.inbox.take(incoming)
        await asyncio.sleep(0)
        self.acked |= {incoming.key}

    async def _awaited(self, core: Core, action: Action) -> Incoming | None:
        for look in range(self.patience):
            if self._is_ready(action) and (incoming := self._incoming(action, core.clock.now())):
                return incoming
            await asyncio.sleep(0.5 if look < GIVES_UP_AFTER else SELDOM)
        return None

    def _is_ready(self, action: Action) -> bool:
        waits = action.after is not None and action.after not in self.acked
        return not waits and (action.sees is None or self._was_shown(action.user, action.sees))

    def _was_shown(self, user: UserId, words: str) -> bool:
        return any(user in each.readers and words in each.words for each in self.shown)

    def _incoming(self, action: Action, now: datetime) -> Incoming | None:
        """None: the card to be pressed is not there."""
        basis = Incoming(action.key, action.via, Kind.TEXT, action.user, now, text=action.text, chat=action.chat)
        handle = f"handle of {action.key}"
        if action.press is None:
            return _with(basis, kind=Kind.TEXT, handle=handle)
        card = next((each for each in reversed(self.shown) if _holds(each, action)), None)
        if card is None or card.task_id is None:
            return None
        key = next(button.key for button in card.buttons if button.text == action.press)
        press = Press(card.task_id, key, _picked(card.asks, action.chosen))
        return _with(basis, kind=Kind.PRESS, press=press, handle=handle)

    # ---- the sending side --------------------------------------------------------------------------------

    def next_mode(self) -> Mode:
        self.sends += 1
        return self.modes[self.sends - 1] if self.sends <= len(self.modes) else Mode.ANSWERED

    def accept(self, via: Via, parcel: Parcel, now: datetime) -> None:
        """Show it, unless it is a repetition that WeCom drops or shows in the place of what was there."""
        arrived = seen(via, parcel, now)
        if bubble := bubble_of(via, parcel):
            if bubble in self.bubbles:
                return
            self.bubbles |= {bubble}
        elif parcel.check_duplicates and any(is_equal(arrived, each) for each in self.shown):
            return
        self.shown = (*self.shown, arrived)


@dataclass(slots=True)
class OutsideChannel:
    """A way into that world, as `bot.shapes.ports.Channel`."""

    via: Via
    outside: Outside
    core: Core | None = None

    @property
    def pushes(self) -> bool:
        return True

    def open(self) -> bool:
        return True

    async def send(self, parcel: Parcel) -> Outcome:
        assert self.core
        mode = self.outside.next_mode()
        await asyncio.sleep(0)
        if mode is Mode.BUSY:
            return Outcome(Verdict.RETRY, errcode=-1)
        if mode is Mode.LOST_BEFORE:
            return Outcome(Verdict.UNKNOWN, why="timeout")
        self.outside.accept(self.via, parcel, self.core.clock.now())
        await asyncio.sleep(0)
        if mode is Mode.RAISES:
            raise RuntimeError("the channel is broken")
        return Outcome(Verdict.UNKNOWN, why="timeout") if mode is Mode.LOST_AFTER else Outcome(Verdict.DONE)


def _with(basis: Incoming, *, kind: Kind, handle: str, press: Press | None = None) -> Incoming:
    return Incoming(
        basis.key, basis.via, kind, basis.sender, basis.at, basis.text, basis.chat, press=press, handle=handle
    )


def _holds(shown: Shown, action: Action) -> bool:
    return (action.chat or action.user) in shown.readers and any(each.text == action.press for each in shown.buttons)


def _picked(asks: Select | Boxes | None, chosen: Sequence[str]) -> dict[str, tuple[str, ...]]:
    if asks is None or not chosen:
        return {}
    picked = tuple(id_ for id_, text in asks.options.items() if text.startswith(tuple(chosen)))
    assert picked, f"none of {list(asks.options.values())} begins like one of {chosen}"
    return {asks.key: picked}


async def _with_photo(core: Core, action: Action, incoming: Incoming) -> Incoming:
    """Its bytes are kept before the message is, as they are where it arrives."""
    if action.photo is None:
        return incoming
    file = await core.records.files.keep(action.photo, at=core.clock.now())
    return replace(incoming, kind=Kind.MEDIA, pictures=(Picture("https://p", file=file),))
