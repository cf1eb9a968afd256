"""Whom to remind, when and of what: `我 周五下午3点 交周报`, `@张三 明天9点 交巡检表`. Without a name, oneself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from bot.arguments.people import PersonNamed
from bot.domain.notices.managing import ensure_an_author
from bot.domain.people import Person
from bot.domain.reminders.reminder import LONGEST, MOST_PEOPLE
from bot.errors import Candidate, Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.when.read_moment import read_moment
from bot.when.read_recurrence import read_recurrence

ONCE: Final = "提醒只提一次，不能每周、每天重复。请写一个时间，例如 /提醒 我 周五下午3点 交周报。"
_JOINT: Final = regex(r"^(?:[\s、，,：:]|和|跟|与|一下)+")
_EVERYBODY: Final = regex(r"^@?(?:我?们|咱们|大家|所有人|全体|全员|各位|每个人|大伙)")
_MYSELF: Final = regex(r"@?(?:我自己|我本人|本人|自己|我)(?!们)")
_LEAD: Final = regex(r"^(?:[\s，,：:。]|在|的时候|时候|要|该(?=\w)|记得|别忘了?)+")


@dataclass(frozen=True, slots=True)
class ReminderWish:
    wanted: ClassVar[str] = "什么时候提醒，提醒什么？例如 /提醒 我 明天9点 交巡检表。"

    people: tuple[Person, ...]
    at: datetime
    text: str
    guess: str | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError."""
        written = words.rest()
        if not written:
            return None
        _ensure_few(written, scene)
        line = Words(written)
        people, guesses = _people(line, scene)
        again = read_recurrence(line.left, scene.shift)
        if again and again.spans[0][0] == 0:
            raise UserError(Code.UNSUPPORTED, ONCE)
        taken = read_moment(line.left, scene.now, scene.calendar, scene.shift)
        if taken is None:
            raise UserError(Code.MISSING_ARG, "什么时候提醒？例如 明天9点、周五下午3点、半小时后。", missing=("at",))
        at = taken.settled()
        line.left = _LEAD.sub("", taken.rest)
        if not people and line.left.startswith(("@", "＠")):
            people, guesses = _people(line, scene)
        text = line.left.strip("，,。 ")
        if not text:
            raise UserError(Code.MISSING_ARG, "提醒什么事？写在时间后面，例如 明天9点 交巡检表。", missing=("text",))
        if taken.assumed:
            guesses.append(f"时间是{at:%m月%d日 %H:%M}")
        own = (scene.sender,) if scene.sender else ()
        return cls(people or own, at, text, "；".join(guesses) or None)

    def explained(self) -> Mapping[str, Any]:
        names = [each.name for each in self.people]
        when = self.at.replace(tzinfo=None).isoformat(timespec="minutes")
        return {"target": names[0] if len(names) == 1 else names, "at": when, "text": self.text}


def _ensure_few(written: str, scene: Scene) -> None:
    """What many are to be told is a notice. Raises UserError."""
    if _EVERYBODY.match(written):
        ensure_an_author(scene.sender, scene.company)
        offer = Candidate("发公告", put=f"/公告 {written[:LONGEST]}")
        raise UserError(
            Code.UNSUPPORTED, "提醒大家请发公告：/公告 内容。/提醒 只提醒你自己，和你 @ 的人。", offer=offer
        )


def _people(line: Words, scene: Scene) -> tuple[tuple[Person, ...], list[str]]:
    """Those at the front; whoever is named later is part of what is said. Raises UserError."""
    people: dict[str, Person] = {}
    guesses: list[str] = []
    named = 0
    while named <= MOST_PEOPLE and (found := _first(line, scene)) is not None:
        named += 1
        people.setdefault(found.person.user_id, found.person)
        guesses += [found.guess] if found.guess else []
        line.left = _JOINT.sub("", line.left)
    if named > MOST_PEOPLE:
        raise UserError(Code.LIMIT, f"一次最多提醒 {MOST_PEOPLE} 个人，更多的人请发 /公告。")
    return tuple(people.values()), guesses


def _first(line: Words, scene: Scene) -> PersonNamed | None:
    """Somebody with whom the line begins."""
    if scene.sender and (own := _MYSELF.match(line.left)):
        line.cut(0, own.end())
        return PersonNamed(scene.sender, scene.sender.name)
    spotted = scene.company.finder.people.spot(line.left)
    if line.left[:1] not in ("@", "＠") and (spotted is None or line.left[: spotted.start].strip()):
        return None
    return PersonNamed.read(line, scene)
