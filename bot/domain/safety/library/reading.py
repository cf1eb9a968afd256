"""Files of the library: TOML, one for each type, written as those beside this file in `topics/`."""

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Final, TypeVar

from bot.domain.safety.hazards.hazard import HazardKind
from bot.domain.safety.library.topic import LETTERS, LONGEST, Kind, Quiz, Site, Topic

Library = Mapping[str, Topic]
E = TypeVar("E", Kind, HazardKind, Site)
_FOLDER: Final = "topics"
_NEEDED: Final = ("title", "kind", "text", "source", "ask", "answers", "right", "why")
_KNOWN: Final = frozenset({*_NEEDED, "months", "sites", "words", "off"})


class UnreadableTopic(ValueError):
    """A file of the library can't be used. The message is a finished Chinese sentence for whoever wrote it."""


@cache
def shipped() -> Library:
    """What comes along."""
    texts = sorted(each.read_text(encoding="utf-8") for each in files(__package__).joinpath(_FOLDER).iterdir())
    return with_file(MappingProxyType({}), texts)


def with_file(library: Library, texts: Iterable[str]) -> Library:
    """A text of the same type and title takes the place of the one there was; one that is `off` goes.

    Raises UnreadableTopic.
    """
    topics = dict(library)
    for text in texts:
        for topic, off in _read(text):
            topics.pop(topic.key, None)
            if not off:
                topics[topic.key] = topic
    return MappingProxyType(topics)


def _read(text: str) -> Iterable[tuple[Topic, bool]]:
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UnreadableTopic(f"不合 TOML 的写法（{error}）。看引号、方括号和等号是否成对。") from None
    type_ = _one_of(HazardKind, values.get("type"), "开头的 type")
    return [(_topic(type_, raw), bool(raw.get("off", False))) for raw in values.get("topics", ())]


def _topic(type_: HazardKind, raw: Mapping[str, Any]) -> Topic:
    title = str(raw.get("title", ""))
    where = f"{type_}「{title}」"
    if missing := [name for name in _NEEDED if not raw.get(name)]:
        raise UnreadableTopic(f"{where}没有写 {'、'.join(missing)}。补上再试。")
    if strange := sorted(set(raw) - _KNOWN):
        raise UnreadableTopic(f"{where}不认识 {'、'.join(strange)}。可以写 {'、'.join(sorted(_KNOWN))}。")
    words = str(raw["text"]).strip()
    if len(words) > LONGEST:
        raise UnreadableTopic(f"{where}的 text 有 {len(words)} 个字，最多写 {LONGEST} 个。请写短一些。")
    return Topic(
        type=type_,
        kind=_one_of(Kind, raw["kind"], f"{where}的 kind"),
        title=title,
        text=words,
        source=str(raw["source"]),
        quiz=_quiz(raw, where),
        months=frozenset(map(int, raw.get("months", ()))),
        sites=frozenset(_one_of(Site, site, f"{where}的 sites") for site in raw.get("sites", ())),
        words=tuple(map(str, raw.get("words", ()))),
    )


def _quiz(raw: Mapping[str, Any], where: str) -> Quiz:
    answers, right = tuple(map(str, raw["answers"])), raw["right"]
    if not 2 <= len(answers) <= len(LETTERS):
        raise UnreadableTopic(f"{where}的 answers 要写 2 到 {len(LETTERS)} 个。")
    if not isinstance(right, int) or not 1 <= right <= len(answers):
        raise UnreadableTopic(f"{where}的 right 是第几个答案对，从 1 数到 {len(answers)}。")
    return Quiz(str(raw["ask"]), answers, right - 1, str(raw["why"]))


def _one_of(kinds: type[E], value: Any, where: str) -> E:
    try:
        return kinds(value)
    except ValueError:
        raise UnreadableTopic(f"{where}只能写 {'、'.join(kinds)}。") from None
