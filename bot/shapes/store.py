"""What handlers keep and look up: one small protocol per kind of record.

Everything written carries the `Act` that wrote it, and leaves its entry in the trail in the same transaction.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from bot.domain.accidents import Accident, AccidentState, Facts, Note, NoteKind
from bot.domain.approvals.delegations import Delegation, DelegationState
from bot.domain.approvals.request import Request
from bot.domain.confirmations import Confirmation, ConfirmationState
from bot.domain.dialogues import Dialogue, DialogueState, Option
from bot.domain.foundings import Founding, FoundingState
from bot.domain.nicknames.cases import NicknameCase
from bot.domain.nicknames.known import Known, Reading, Source
from bot.domain.nicknames.others import Doubted
from bot.domain.notices import Topic
from bot.domain.people import Department, DirectoryChange, Person
from bot.domain.refusals import Refusal
from bot.domain.rights import Role
from bot.identifiers import ChatId, FileId, GroupId, TaskId, UserId
from bot.shapes.act import Act


class Subscriptions(Protocol):
    async def chosen(self, topic: Topic) -> Mapping[GroupId, bool]:
        """Groups in which somebody chose, and what."""
        ...

    async def choose(self, group: GroupId, topic: Topic, *, active: bool, by: Act) -> None: ...


class Confirmations(Protocol):
    async def open(
        self,
        *,
        asker: UserId,
        chat: ChatId | None,
        line: str,
        closes_at: datetime,
        by: Act,
        quote: str | None = None,
    ) -> Confirmation: ...

    async def get(self, number: int) -> Confirmation | None: ...

    async def latest_open(self, asker: UserId, now: datetime) -> Confirmation | None: ...

    async def close(self, confirmation: Confirmation, state: ConfirmationState, *, by: Act) -> bool:
        """False: somebody was quicker, and nothing was changed."""
        ...


class Dialogues(Protocol):
    async def open(
        self,
        *,
        asker: UserId,
        via: str,
        chat: ChatId | None,
        line: str,
        question: str,
        closes_at: datetime,
        by: Act,
        typed: str = "",
        options: Sequence[Option] = (),
        guessed: bool = False,
        quote: str | None = None,
    ) -> Dialogue:
        """One at a time in a chat: what was asked there before is dropped."""
        ...

    async def get(self, number: int) -> Dialogue | None: ...

    async def waiting(self, asker: UserId, via: str, chat: ChatId | None) -> Dialogue | None:
        """What was asked there last and is neither answered nor dropped, even if its time is over."""
        ...

    async def close(self, dialogue: Dialogue, state: DialogueState, *, by: Act) -> bool:
        """False: somebody was quicker, and nothing was changed."""
        ...


class Cards(Protocol):
    async def issue(self, *, topic: str, subject: str, holder: UserId) -> TaskId:
        """A new card's id, unique per recipient and over all time."""
        ...

    async def find(self, task_id: TaskId) -> tuple[str, str, UserId] | None:
        """(topic, subject, holder)"""
        ...


class Directory(Protocol):
    async def replace(self, departments: Sequence[Department], people: Sequence[Person], *, by: Act) -> DirectoryChange:
        """Make the directory say what was read; people who are gone become inactive."""
        ...


class Peers(Protocol):
    async def hear(self, peer: str, at: datetime) -> None:
        """That person or chat has addressed the AI bot."""
        ...


class Identities(Protocol):
    """Whom the AI bot's encrypted ids stand for."""

    def user_of(self, bot_id: str) -> UserId | None: ...

    async def learn(self, pairs: Mapping[str, UserId], *, how: str, by: Act) -> int:
        """How many were new or different."""
        ...

    async def refresh(self) -> None:
        """Take up what was learnt, here or by another process."""
        ...


class Refusals(Protocol):
    """What people were refused."""

    async def note(self, refusal: Refusal) -> None: ...

    async def latest(self, user: UserId) -> Refusal | None: ...

    async def count(self, user: UserId, *, since: datetime) -> int: ...

    async def forget(self, before: datetime, *, by: Act) -> None:
        """Delete what is older."""
        ...


class RoleHolders(Protocol):
    """Who held which role when somebody last looked."""

    async def known(self) -> Mapping[Role, frozenset[UserId]]:
        """Empty before the first look."""
        ...

    async def keep(self, held: Mapping[Role, Collection[UserId]], *, by: Act) -> None: ...


class Files(Protocol):
    """Pictures and files, ours and other people's."""

    async def keep(self, data: bytes, *, at: datetime) -> FileId:
        """The same bytes are kept once. Raises ValueError for more than 20 MB."""
        ...

    async def read(self, file: FileId) -> bytes | None: ...

    async def forget(self, before: datetime, *, at_most: int, by: Act) -> int:
        """Those kept last before then, unless a message that waits needs them; how many."""
        ...


class Jobs(Protocol):
    async def hasten(self, name: str, due_at: datetime) -> None:
        """Let a job fall due earlier than planned."""
        ...


class Nicknames(Protocol):
    """What people call themselves, as far as it is known."""

    async def declare(self, known: Known, *, by: Act) -> None:
        """In place of what that source said of that person in that group before."""
        ...

    async def replace(self, group: GroupId, source: Source, known: Sequence[Known], *, by: Act) -> None:
        """All that this source says of the group."""
        ...

    async def of_groups(self, groups: Collection[GroupId]) -> Sequence[Known]:
        """The newest of everybody in each of these groups, and what was said of all groups."""
        ...

    async def of_all(self) -> Sequence[Known]: ...

    async def users_of(self, nickname: str) -> Collection[UserId]:
        """Who uses it anywhere, however it is written."""
        ...

    async def note_reading(self, reading: Reading, *, by: Act) -> None: ...

    async def readings(self) -> Mapping[GroupId, Reading]: ...

    async def wish(self, group: GroupId, user: UserId) -> None:
        """He wants a report once the group was read."""
        ...

    async def take_wishes(self, group: GroupId) -> Sequence[UserId]:
        """Whoever wants one; they are fulfilled now."""
        ...


class NameDoubts(Protocol):
    """What is odd in the directory's names and aliases; a doubt that is told once is not told again."""

    async def replace(self, doubts: Sequence[Doubted], *, by: Act) -> None:
        """All that is odd now; what is not among it was put right."""
        ...

    async def untold(self) -> Sequence[Doubted]: ...

    async def mark_told(self, *, by: Act) -> None: ...


class NicknameCases(Protocol):
    async def open_ones(self) -> Sequence[NicknameCase]: ...

    async def save(self, cases: Sequence[NicknameCase], *, by: Act) -> None:
        """New ones, and known ones that went a step further."""
        ...

    async def close(self, cases: Sequence[NicknameCase], *, by: Act) -> None:
        """They were put right, or there is nothing left to put right."""
        ...


class Numbers(Protocol):
    async def next(self, prefix: str, day: date) -> str:
        """`RQ-20261122-001`, inside the transaction that makes the record: no gaps, never used twice."""
        ...


class Accidents(Protocol):
    async def decide_alone(self) -> None:
        """Until the transaction ends nobody else decides whether an accident is new, so that none is entered twice."""
        ...

    async def open(self, number: str, facts: Facts, *, chat: ChatId | None, by: Act) -> Accident:
        """Reported by the one who acts."""
        ...

    async def get(self, number: str) -> Accident | None: ...

    async def heard_since(self, moment: datetime) -> Sequence[Accident]:
        """Those that are not closed and were told of since, the latest first."""
        ...

    async def add(self, accident: Accident, text: str, kind: NoteKind, *, place: str | None = None, by: Act) -> None:
        """`place` is taken down where none was said before."""
        ...

    async def notes(self, number: str) -> Sequence[Note]:
        """In the order in which they were added."""
        ...

    async def added_by(self, user: UserId, *, since: datetime) -> int:
        """How often he has added to any of them."""
        ...

    async def take(self, accident: Accident, *, by: Act) -> bool:
        """Somebody who is in charge knows of it. False: somebody was quicker, and nothing was changed."""
        ...

    async def close(self, accident: Accident, state: AccidentState, *, by: Act) -> bool:
        """False: it was closed already."""
        ...


@dataclass(frozen=True, slots=True)
class Ask:
    """The card by which somebody is asked. `code`: by which WeCom lets it be changed, where it was sent by the app."""

    number: str
    user: UserId
    version: int
    task_id: TaskId
    code: str | None = None


class Requests(Protocol):
    """What others decide on."""

    async def add(self, request: Request, *, by: Act) -> None: ...

    async def get(self, number: str) -> Request | None: ...

    async def save(self, request: Request, *, was: int, change: str, by: Act) -> bool:
        """False: it isn't at version `was` any more, and nothing was changed."""
        ...

    async def waiting_for(self, user: UserId) -> Sequence[Request]:
        """The oldest first."""
        ...

    async def of(self, applicant: UserId, *, pending: bool, most: int) -> Sequence[Request]:
        """The newest first: those that wait, or those that are over."""
        ...

    async def same(self, applicant: UserId, kind: str, text: str) -> Request | None:
        """One that asks for the same and isn't over."""
        ...

    async def pending(self) -> Sequence[Request]: ...

    async def next_due(self) -> datetime | None:
        """When something is to happen by itself next."""
        ...

    async def note_ask(self, ask: Ask, *, cause: str) -> None: ...

    async def close_asks(self, number: str, users: Sequence[UserId]) -> Sequence[Ask]:
        """They aren't asked any more; the cards they hold."""
        ...


class Foundings(Protocol):
    """Groups that were approved and are to be made."""

    async def add(self, founding: Founding, *, by: Act) -> None: ...

    async def get(self, number: str) -> Founding | None: ...

    async def to_make(self) -> Sequence[Founding]: ...

    async def to_greet(self) -> Sequence[Founding]:
        """Those that the app made, and nobody has seen yet."""
        ...

    async def overdue(self, now: datetime) -> Sequence[Founding]:
        """Those that somebody was asked to make by then, and hasn't answered; each until its `due_at` is taken away."""
        ...

    async def next_due(self) -> datetime | None:
        """When the next of them is overdue."""
        ...

    async def named(self, name: str) -> bool:
        """Whether a group of that name was made, or is going to be."""
        ...

    async def save(self, founding: Founding, *, was: FoundingState, by: Act) -> bool:
        """False: somebody was quicker, and nothing was changed."""
        ...


class Delegations(Protocol):
    async def add(self, delegation: Delegation, *, by: Act) -> Delegation: ...

    async def get(self, number: int) -> Delegation | None: ...

    async def live(self, today: date) -> Sequence[Delegation]:
        """Offered or accepted, and not over before `today`."""
        ...

    async def change(self, delegation: Delegation, state: DelegationState, *, by: Act) -> bool:
        """False: somebody was quicker, and nothing was changed."""
        ...


class Store(Protocol):
    @property
    def subscriptions(self) -> Subscriptions: ...

    @property
    def confirmations(self) -> Confirmations: ...

    @property
    def dialogues(self) -> Dialogues: ...

    @property
    def cards(self) -> Cards: ...

    @property
    def directory(self) -> Directory: ...

    @property
    def peers(self) -> Peers: ...

    @property
    def files(self) -> Files: ...

    @property
    def refusals(self) -> Refusals: ...

    @property
    def role_holders(self) -> RoleHolders: ...

    @property
    def jobs(self) -> Jobs: ...

    @property
    def name_doubts(self) -> NameDoubts: ...

    @property
    def nicknames(self) -> Nicknames: ...

    @property
    def nickname_cases(self) -> NicknameCases: ...

    @property
    def numbers(self) -> Numbers: ...

    @property
    def accidents(self) -> Accidents: ...

    @property
    def requests(self) -> Requests: ...

    @property
    def foundings(self) -> Foundings: ...

    @property
    def delegations(self) -> Delegations: ...
