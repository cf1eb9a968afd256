"""What is written down after a life, and what is wrong about it in the light of the life in which nothing happened."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.identifiers import ChatId, UserId
from bot.shapes.outgoing import Parcel
from bot.shapes.ports import Room
from bot.storage.engine import codec
from tests.crash.outside import Outside
from tests.crash.seen import Shown, target_of, words_of

INBOX = "SELECT key, state FROM inbox ORDER BY id"
OUTBOX = "SELECT id, cause, state, address, content, urgent FROM outbox ORDER BY id"
# The job that looks for rules which nobody published yet does so when it gets there: in some lives before the end.
TRAIL = (
    "SELECT cause, actor, action, subject, authority, details FROM trail"
    " WHERE action NOT LIKE '%rules.published' ORDER BY id"
)
MEMBERS = 'SELECT group_id, "user", cause, exempt FROM membership ORDER BY group_id, "user"'
OWN_ROOMS = (
    "SELECT app_chat, id, name, owner FROM work_group WHERE app_chat IS NOT NULL AND state <> '待建' ORDER BY id"
)
RECORDS = (
    "SELECT group_id, topic, active, by FROM subscription ORDER BY group_id, topic",
    "SELECT asker, chat, line, state FROM confirmation ORDER BY id",
    "SELECT job, slot, state FROM job_run WHERE job IN ('safety-calendar', 'greeting') ORDER BY job, slot",
    "SELECT topic, subject, holder FROM card ORDER BY subject",
    "SELECT peer FROM peer ORDER BY peer",
    "SELECT number, state, kind, place, reporter, text FROM accident ORDER BY id",
    "SELECT number, kind, text FROM accident_note ORDER BY id",
    "SELECT number, topic, value FROM accident_fact ORDER BY id",
    "SELECT number, file, by FROM accident_photo ORDER BY id",
    "SELECT number, state, owner, version FROM hazard ORDER BY number",
    "SELECT number, by, kind, text FROM hazard_step ORDER BY id",
    "SELECT number, file, side FROM hazard_photo ORDER BY id",
    "SELECT number, version FROM inspection_round ORDER BY number",
    "SELECT number, state, version, revision, request, corrects FROM notice ORDER BY number",
    "SELECT number, version, state, reached, people, expected, confirmed FROM notice_posting ORDER BY id",
    'SELECT "user", confirmed_at IS NOT NULL FROM notice_receipt ORDER BY "user"',
    "SELECT number, target, version FROM moderation_case ORDER BY number",
    "SELECT number, doing, effect, ended_at IS NULL FROM moderation_measure ORDER BY id",
    "SELECT number, by, kind FROM moderation_note ORDER BY id",
    "SELECT number, state, kind FROM training ORDER BY number",
    'SELECT number, "user", attempt, place, chosen FROM training_answer ORDER BY id',
    'SELECT number, "user", mark, by FROM sign_in_mark ORDER BY id',
    "SELECT job, subject, kind FROM timer ORDER BY job, subject, kind",
    "SELECT number, kind, applicant, text, state FROM request ORDER BY number",
    'SELECT number, "user", waits FROM request_ask ORDER BY id',
    "SELECT id, name, state, owner, admins FROM work_group ORDER BY id",
    "SELECT group_id, deed, cause, asker, people, state, by FROM errand ORDER BY number",
    'SELECT number, "user", type, period, amount, unused, state, replaces FROM leave ORDER BY number',
    'SELECT "user", kind, type, year, amount, on_day, lot, cause FROM leave_entry ORDER BY id',
    MEMBERS,
)
QUERIES = (INBOX, OUTBOX, TRAIL, OWN_ROOMS, *RECORDS)
_SLOT = re.compile(r"^(job:[^:]+):.*")
_TICKET = re.compile(r"编号 [0-9a-f]+")
_CODE = re.compile(r"签到码 \d{4}")  # drawn by lot in each life
_HEAD = re.compile(r"一共 \d+ 条，链头 \d+:[0-9a-f]{32}")  # of entries whose salts are drawn by lot
_LEFT = re.compile(r"还剩 \d+ 分钟")  # whoever was dead for some minutes has that much less

Record = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One of the outbox."""

    id: int
    cause: str
    state: str
    target: str
    words: str
    urgent: bool

    @property
    def listed(self) -> bool:
        return self.state in ("unknown", "parked")


@dataclass(frozen=True, slots=True)
class Books:
    inbox: dict[str, str]  # key -> state
    outbox: Sequence[Row]
    trail: Sequence[Record]
    records: Sequence[Record]
    rooms: Mapping[ChatId, Room]  # as the registry has those of the app
    outside: Outside

    def caused(self, cause: str) -> list[Row]:
        return [row for row in self.outbox if row.cause == cause]


def of(found: Mapping[str, Sequence[Any]], outside: Outside) -> Books:
    """`found`: what each of `QUERIES` found."""
    records = [(sql.split("FROM ")[1].split()[0], *row) for sql in RECORDS for row in found[sql]]
    outbox = [_row(*each) for each in found[OUTBOX]]
    trail = [(_cause(cause).partition(":")[0], *entry) for cause, *entry in found[TRAIL]]
    return Books(dict(found[INBOX]), outbox, trail, records, _rooms(found), outside)


def wrong(books: Books, expected: Books, *, in_order: bool = True) -> Iterator[str]:
    """A sentence for each thing that is not as it should be. `expected`: the books of the undisturbed life.

    `in_order`: what people act upon at once may be told in any order.
    """
    yield from not_lost(books)
    yield from sent_once(books)
    yield from _said_once(books, expected)
    if in_order:
        yield from _in_order(books, expected)
    yield from _recorded(books, expected)
    yield from _in_the_right_rooms(books, expected)


def not_lost(books: Books) -> Iterator[str]:
    for key in books.outside.acked:
        if books.inbox.get(key) not in ("done", "parked"):
            yield f"{key} was acknowledged, and is {books.inbox.get(key, 'not there')}"
    for row in books.outbox:
        if row.state not in ("done", "unknown", "parked"):
            yield f"parcel {row.id} is still {row.state}"


def sent_once(books: Books) -> Iterator[str]:
    seen = Counter(each.parcel for each in books.outside.shown)
    rows = {row.id: row for row in books.outbox}
    for shown in books.outside.shown:
        if not _is_of(shown, rows.get(shown.parcel)):
            yield f"nobody wrote that {shown.target} was to see {shown.words!r}"
    for row in books.outbox:
        if seen[row.id] > 1:
            yield f"{row.target} saw {row.words!r} {seen[row.id]} times"
        if row.state == "done" and not seen[row.id]:
            yield f"{row.target} never saw {row.words!r}, which is not listed either"


def _said_once(books: Books, expected: Books) -> Iterator[str]:
    undone = _undone(books)
    for cause in {row.cause for row in (*expected.outbox, *books.outbox)}:
        said = [(row.target, row.words) for row in books.caused(cause)]
        if not said and (cause in undone or (undone and cause.startswith("job:"))):
            continue
        if said != [(row.target, row.words) for row in expected.caused(cause)]:
            yield f"{cause} caused {said}"


def _in_order(books: Books, expected: Books) -> Iterator[str]:
    """For each reader; what is urgent goes by itself, and may be before what was said earlier."""
    everything = _shown(expected)
    for (target, urgent), seen in _shown(books).items():
        wanted = iter(everything.get((target, urgent), ()))
        if not all(words in wanted for words in seen):
            yield f"{target} saw in the wrong order: {seen}"


def _shown(books: Books) -> Mapping[tuple[str, bool], Sequence[str]]:
    urgent = {row.id for row in books.outbox if row.urgent}
    shown: dict[tuple[str, bool], list[str]] = {}
    for each in books.outside.shown:
        shown.setdefault((each.target, each.parcel in urgent), []).append(_plain(each.words))
    return shown


def _recorded(books: Books, expected: Books) -> Iterator[str]:
    undone = _undone(books)
    trail = [entry for entry in expected.trail if entry[0] not in undone]
    if undone:  # what people didn't do, jobs had not to follow up
        trail = [entry for entry in trail if entry[0] != "job" or entry in books.trail]
    yield from _differences("the trail", books.trail, trail)
    if not undone:
        yield from _differences("the records", books.records, expected.records)


def _differences(name: str, found: Sequence[Record], expected: Sequence[Record]) -> Iterator[str]:
    for much, many, few in (("missing", expected, found), ("too many", found, expected)):
        if rest := Counter(many) - Counter(few):
            yield f"{name}, {much}: {list(rest)}"


def _in_the_right_rooms(books: Books, expected: Books) -> Iterator[str]:
    """WeCom's own list of who is where and the registry's are the same; there is no room that nobody knows."""
    yield from not_agreed(books)
    told = _people(books.outside.app.rooms)
    if not _undone(books) and told != _people(expected.outside.app.rooms):
        yield f"in WeCom there are {told}"


def not_agreed(books: Books) -> Iterator[str]:
    told = dict(books.outside.app.rooms)
    if told != books.rooms:
        yield f"the registry says {books.rooms}, and WeCom has {told}"


def _people(rooms: Mapping[ChatId, Room]) -> Counter[object]:
    """Whatever the ids of the rooms: these are made up anew in each life."""
    return Counter((room.name, room.owner, room.members) for room in rooms.values())


def _rooms(found: Mapping[str, Sequence[Any]]) -> Mapping[ChatId, Room]:
    members: dict[str, set[UserId]] = {}
    for group, user, *_ in found[MEMBERS]:
        members.setdefault(group, set()).add(user)
    return {
        chat: Room(chat, name, owner, frozenset(members.get(id_, ()))) for chat, id_, name, owner in found[OWN_ROOMS]
    }


def _undone(books: Books) -> set[str]:
    """What people did not do because they never saw the card; that is right only if it is listed."""
    keys = [action.key for action in books.outside.actions]
    first = min((keys.index(key) for key in books.outside.gave_up), default=len(keys))
    return set(keys[first:]) - books.outside.acked if any(row.listed for row in books.outbox) else set()


def _row(number: int, cause: str, state: str, address: str, content: str, urgent: object) -> Row:
    parcel = Parcel(number, codec.load(address), codec.load(content))
    return Row(number, _cause(cause), state, target_of(parcel), _plain(words_of(parcel.content)), bool(urgent))


def _is_of(shown: Shown, row: Row | None) -> bool:
    return row is not None and (row.target, row.words) == (shown.target, _plain(shown.words))


def _cause(written: str) -> str:
    """A job that was hastened has another slot in each life."""
    return _SLOT.sub(r"\1", written.removeprefix("parked:"))


def _plain(words: str) -> str:
    words = _HEAD.sub("链头 ?", words)
    return _CODE.sub("签到码 ?", _LEFT.sub("还剩 ? 分钟", _TICKET.sub("编号 ?", words)))
