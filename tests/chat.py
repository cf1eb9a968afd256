"""A test is a chat log: `Chat.play` types what people say, and compares all that the bot says, silence included.

张三> /帮助                         in private with the bot
郑群@项目A工作群> /订阅 安全提醒      in a group, addressing the bot
郑群@项目A工作群> 按 [确认]           that button of the newest card with one in the chat
李四> 选 [项目A工作群] 按 [就选它]     one of its list, and a button
郑群> 勾 [张三|李四] 按 [提交]         exactly those of its boxes, by how they begin; 勾 [] is none
机器人> …                          the answer, where it was asked; a trailing … matches any ending
机器人@项目A工作群> …               the answer in the group
机器人→王强> …                      something said to somebody else, or to a group
机器人→张三、李四等9人> …             the same to many, in one call; up to three are all named
⏰ 2026-11-23 08:00                 the clock moves on, from one due time to the next
"""

import re
import secrets
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from pathlib import Path

from bot.core import Core, build_core
from bot.discovery import find_jobs
from bot.domain.company import Company
from bot.files.company import CompanyFile, load
from bot.identifiers import TaskId, UserId
from bot.shapes.command import CommandBook
from bot.shapes.incoming import Incoming, Kind, Press, Via
from bot.shapes.job import Job
from bot.shapes.outgoing import (
    Attachment,
    Boxes,
    Card,
    Content,
    Markdown,
    Media,
    Outcome,
    Parcel,
    Text,
    ToAsker,
    ToCard,
    ToGroup,
    ToPeople,
    ToPerson,
    Verdict,
)
from bot.shapes.ports import Sources
from bot.storage.engine.database import Database
from bot.storage.privacy.sealing import Seal
from tests.sample_settings import with_sample

SAMPLE_COMPANY = Path(__file__).parent.parent / "sandbox" / "company.json"
# what speaks by the date alone, or of every accident, and would stand in every log that goes over a morning or a cry
BY_DATE = (
    "figure-reports",
    "holiday-notice",
    "safety-calendar",
    "accident-clock",
    "account-profiles",
    "security-reminder",
    "setup-offer",
    "platform-watch",
    "clean-up",
)
_LINE = re.compile(r"^(?P<who>[^\s>@→]+)(?:@(?P<room>[^\s>]+)|→(?P<to>[^\s>]+))?> ?(?P<words>.*)$")
_MEDIA = {Media.IMAGE: "图片", Media.VOICE: "语音", Media.FILE: "文件"}
_PRESS = re.compile(r"^(?:选 \[(?P<option>.+)\] |勾 \[(?P<ticks>.*)\] )?按 \[(?P<button>.+)\]$")


class StoppedClock:
    """Stands still until it is moved."""

    def __init__(self, now: datetime) -> None:
        self.time = now

    def now(self) -> datetime:
        return self.time


@dataclass(slots=True)
class Recorder:
    """A channel that accepts everything and writes it down. `outcomes` are answered first, one each."""

    via: Via
    sent: list[Parcel] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    up: bool = True
    pushes: bool = True

    def open(self) -> bool:
        return self.up

    async def send(self, parcel: Parcel) -> Outcome:
        outcome = self.outcomes.pop(0) if self.outcomes else Outcome(Verdict.DONE)
        if outcome.verdict is Verdict.DONE:
            self.sent.append(parcel)
        return outcome


@dataclass(frozen=True, slots=True)
class Line:
    who: str
    words: str
    room: str | None = None
    to: str | None = None


class Chat:
    """Build one with the `chat` fixture, or `Chat.open(...)` for a database of your own."""

    def __init__(self, core: Core, clock: StoppedClock, channels: dict[Via, Recorder], file: CompanyFile) -> None:
        self.core = core
        self.clock = clock
        self.channels = channels
        self._file = file
        self._run = secrets.token_hex(3)
        self._numbers = count(1)
        self._via = Via.BOT
        self._speaker = ""
        self._seen = dict.fromkeys(Via, 0)
        self._cards: list[tuple[str, str, Card]] = []  # (holder, room, card), the newest last

    @classmethod
    async def open(
        cls,
        database: Database,
        *,
        commands: CommandBook | None = None,
        jobs: Sequence[Job] | None = None,
        now: datetime | None = None,
        retry_after: Sequence[float] = (0.0, 0.0),
        vias: Iterable[Via] = Via,
        sources: Sources | None = None,
        company: Callable[[Company], Company] = lambda company: company,
        seal: Seal | None = None,
    ) -> "Chat":
        """`company` changes the sample company."""
        file = _with_webhooks(load(SAMPLE_COMPANY))
        file = replace(file, company=company(with_sample(file.company)))
        clock = StoppedClock(now or file.now)
        channels = {via: Recorder(via) for via in vias}
        core = build_core(
            file.company,
            database,
            clock,
            channels,
            sources or Sources(),
            commands=commands,
            jobs=jobs if jobs is not None else [each for each in find_jobs() if each.name not in BY_DATE],
            retry_after=retry_after,
            seal=seal,
        )
        await core.start()
        return cls(core, clock, channels, file)

    async def close(self) -> None:
        await self.core.stop()

    @property
    def company(self) -> Company:
        return self.core.book.company()

    async def play(self, script: str, *, via: Via = Via.BOT) -> None:
        """Raises AssertionError that shows both logs where they differ."""
        self._via = via
        expected: list[str] = []
        heard: list[str] = []
        for line in _lines(script):
            expected.append(_written(line))
            if line.who == "机器人":
                continue
            heard.append(_written(line))
            heard.extend([_written(said) for said in await self._do(line)])
        assert _fitted(heard, expected) == expected, "\n".join(["the log was:", *heard])

    async def bring_about(self, script: str) -> None:
        """What a chat begins with and nobody compares."""
        for line in _lines(script):
            await self._do(line)

    async def say(
        self, name: str, words: str, *, room: str | None = None, key: str | None = None, quote: str | None = None
    ) -> bool:
        """Hand in one message and wait until everything has settled; False: it was known already."""
        taken = await self.core.inbox.take(replace(self.incoming(name, words, room=room, key=key), quote=quote))
        await self.core.settled()
        return taken

    def incoming(self, name: str, words: str, *, room: str | None = None, key: str | None = None) -> Incoming:
        number = next(self._numbers)
        return Incoming(
            key=key or f"test:{self._run}-{number}",
            via=self._via,
            kind=Kind.TEXT,
            sender=self.user(name),
            at=self.clock.now(),
            text=words,
            chat=self._chat(room),
            handle=f"handle-{number}",
        )

    def user(self, name: str) -> UserId:
        found = self._file.company.named(name)
        return found[0].user_id if found else UserId(name)

    def said(self) -> list[Line]:
        """What was said since the last look, in the order of its parcels."""
        parcels: list[Parcel] = []
        for via, channel in self.channels.items():
            parcels += channel.sent[self._seen[via] :]
            self._seen[via] = len(channel.sent)
        return [self._line(parcel) for parcel in sorted(parcels, key=lambda parcel: parcel.id)]

    async def _do(self, line: Line) -> list[Line]:
        self._speaker = line.who
        if line.who == "⏰":
            await self.advance(datetime.fromisoformat(line.words).replace(tzinfo=self.clock.time.tzinfo))
        elif press := _PRESS.match(line.words):
            await self._press(line, press)
        else:
            await self.say(line.who, line.words, room=line.room)
        return self.said()

    async def advance(self, target: datetime) -> None:
        """Move the clock, stopping wherever something falls due."""
        due = await self.core.settle()
        while due is not None and due <= target:
            self.clock.time = max(due, self.clock.time).astimezone(target.tzinfo)
            due = await self.core.settle()
        self.clock.time = target
        await self.core.settle()

    @property
    def newest_card(self) -> TaskId:
        return self._cards[-1][2].task_id or TaskId("")

    async def _press(self, line: Line, pressed: re.Match[str]) -> None:
        seen = [
            card
            for holder, room, card in reversed(self._cards)
            if (room == line.room if line.room else holder == room == line.who)
        ]
        card, key = next((card, each.key) for card in seen for each in card.buttons if each.text == pressed["button"])
        selected = _selected(card, pressed["option"]) if pressed["option"] else _ticked(card, pressed["ticks"])
        await self.press(line.who, card.task_id or TaskId(""), key, room=line.room, selected=selected)

    async def press(
        self,
        name: str,
        task_id: TaskId,
        key: str,
        *,
        room: str | None = None,
        selected: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        await self.core.inbox.take(self.pressing(name, task_id, key, room=room, selected=selected))
        await self.core.settled()

    def pressing(
        self,
        name: str,
        task_id: TaskId,
        key: str,
        *,
        room: str | None = None,
        selected: Mapping[str, tuple[str, ...]] | None = None,
    ) -> Incoming:
        number = next(self._numbers)
        return Incoming(
            key=f"press:{self._run}-{number}",
            via=self._via,
            kind=Kind.PRESS,
            sender=self.user(name),
            at=self.clock.now(),
            chat=self._chat(room),
            press=Press(task_id, key, selected or {}),
            handle=f"press-{number}",
        )

    def pressing_newest(self, name: str, button: str, option: str | None = None) -> Incoming:
        """On the newest card that somebody holds in private with that button."""
        mine = [card for holder, room, card in reversed(self._cards) if holder == room == name]
        card, key = next((card, each.key) for card in mine for each in card.buttons if each.text == button)
        selected = _selected(card, option) if option else None
        return self.pressing(name, card.task_id or TaskId(""), key, selected=selected)

    def _chat(self, room: str | None):  # type: ignore[no-untyped-def]
        if room is None:
            return None
        return next((group.bot_chat for group in self._file.company.groups if group.name == room), room)

    def _line(self, parcel: Parcel) -> Line:
        words = _words(parcel.content)
        match parcel.address:
            case ToAsker(_, user, chat) | ToCard(_, user, _, chat):
                room = self._room(chat)
                self._hold(parcel.content, user, room)
                other = self._other(user) if isinstance(parcel.address, ToCard) and room is None else None
                return Line("机器人", words, room=room, to=other)
            case ToPerson(user):
                self._hold(parcel.content, user, None)
                return Line("机器人", words, to=self._name(user))
            case ToPeople(users):
                for user in users:
                    self._hold(parcel.content, user, None)
                return Line("机器人", words, to=self._several(users))
            case ToGroup(group):
                return Line("机器人", words, to=self.company.group(group).name)  # type: ignore[union-attr]

    def _hold(self, content: Content, user: UserId, room: str | None) -> None:
        if isinstance(content, Card) and content.task_id:
            name = self._name(user)
            self._cards.append((name, room or name, content))

    def _other(self, user: UserId) -> str | None:
        """Whose card it is, where that isn't who has just spoken."""
        return None if self._name(user) == self._speaker else self._name(user)

    def _several(self, users: Sequence[UserId]) -> str:
        """`张三、李四`; of more than three the first two, and how many there are."""
        names = [self._name(user) for user in users]
        return "、".join(names) if len(names) <= 3 else f"{'、'.join(names[:2])}等{len(names)}人"

    def _name(self, user: UserId) -> str:
        person = self._file.company.person(user)
        return person.name if person else user

    def _room(self, chat: str | None) -> str | None:
        if chat is None:
            return None
        return next((group.name for group in self._file.company.groups if group.bot_chat == chat), chat)


def _with_webhooks(file: CompanyFile) -> CompanyFile:
    """Every room can be reached, whether somebody addressed the bot in it or not."""
    groups = tuple(replace(group, webhook=f"hook-{group.id}") for group in file.company.groups)
    return replace(file, company=replace(file.company, groups=groups))


def _words(content: Content) -> str:
    match content:
        case Text(text):
            return text
        case Markdown(_, plain):
            return plain
        case Attachment(media, _, name, plain):
            return f"[{_MEDIA[media]}] {plain}" if media is not Media.FILE else f"[文件 {name}] {plain}"
        case Card():
            parts = [content.title, content.desc, *(f"{name}：{value}" for name, value in content.fields)]
            options = [f"({'|'.join(content.select.options.values())})"] if content.select else []
            options += [f"({_drawn(content.boxes)})"] if content.boxes else []
            return " ".join(["[卡片]", *filter(None, parts), *options, *(f"[{each.text}]" for each in content.buttons)])


def _selected(card: Card, option: str) -> Mapping[str, tuple[str, ...]]:
    assert card.select
    return {card.select.key: tuple(id_ for id_, text in card.select.options.items() if text == option)}


def _drawn(boxes: Boxes) -> str:
    return "|".join(f"{'☑' if id_ in boxes.ticked else '☐'}{text}" for id_, text in boxes.options.items())


def _ticked(card: Card, wanted: str | None) -> Mapping[str, tuple[str, ...]]:
    """What goes with the press: what is named, else what the card has ticked."""
    if card.boxes is None:
        return {}
    if wanted is None:
        return {card.boxes.key: card.boxes.ticked}
    begins = tuple(filter(None, wanted.split("|")))
    found = {begin: [id_ for id_, text in card.boxes.options.items() if text.startswith(begin)] for begin in begins}
    assert all(found.values()), f"no such box: {found}"
    return {card.boxes.key: tuple(id_ for ids in found.values() for id_ in ids)}


def _lines(script: str) -> Iterator[Line]:
    """The script's lines; one that names no speaker goes on with the line before."""
    who: Line | None = None
    for text in textwrap.dedent(script).strip().splitlines():
        if text.startswith("⏰"):
            found = Line("⏰", text.removeprefix("⏰").strip())
        elif match := _LINE.match(text):
            found = Line(match["who"], match["words"], match["room"], match["to"])
        elif who:
            who = Line(who.who, f"{who.words}\n{text.strip()}", who.room, who.to)
            continue
        else:
            raise AssertionError(f"nobody says: {text}")
        if who:
            yield who
        who = found
    if who:
        yield who


def _written(line: Line) -> str:
    if line.who == "⏰":
        return f"⏰ {line.words}"
    room = f"@{line.room}" if line.room else ""
    to = f"→{line.to}" if line.to else ""
    return f"{line.who}{room}{to}> {line.words}"


def _fitted(heard: Sequence[str], expected: Sequence[str]) -> list[str]:
    """`heard`, where a line that fits an expected `beginning…` is written as that."""
    wanted = [*expected, *[""] * len(heard)]
    return [
        want if want.endswith("…") and line.startswith(want[:-1]) else line
        for line, want in zip(heard, wanted, strict=False)
    ]
