"""What people are asked for, as its author says it: whom, until when, which options, by name or anonymous."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from bot.arguments.asking_around import AROUND, UNTIL, by_which, take_until, take_whom
from bot.arguments.numbers import NumberedOrQuoted
from bot.domain.groups.group import Group
from bot.domain.notices.audience import Audience
from bot.domain.surveys.survey import FEWEST_OPTIONS, LONGEST, LONGEST_OPTION, MOST_OPTIONS
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_SECRET: Final = regex(r"(?:^|(?<=[\s，,。；;（(]))(?:匿名|不记名|无记名)(?:投票|征集|填写)?(?=$|[\s，,。；;：:）)])")
_OPTIONS: Final = regex(r"(?:^|(?<=[\s，,。；;]))(?:选项|可选)\s*[：:]?\s*(?P<body>[^\n]+)")
_LETTERED: Final = regex(
    r"(?:^|(?<=\s))[A-Ja-j]\s*[.．、:：)）]\s*(?P<text>[^\n]+?)(?=\s+[A-Ja-j]\s*[.．、:：)）]|$)", re.MULTILINE
)
_BETWEEN: Final = regex(r"\s*[、/|｜；;，,]\s*|\s+")
_LETTER: Final = regex(r"^[A-Ja-j]\s*[.．、:：)）]\s*")


class AskedNumber(NumberedOrQuoted):
    """Of a survey or an activity."""

    wanted = "哪一个？写上编号，例如 ZJ-20261122-001 或 HD-20261122-001。"
    prefix = "ZJ|HD"


@dataclass(frozen=True, slots=True)
class SurveyAnswer:
    wanted: ClassVar[str] = "你的选择或意见？"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest().strip(AROUND)
        return cls(written) if written else None

    def explained(self) -> Mapping[str, Any]:
        return {}  # nobody learns from a log what somebody has voted


@dataclass(frozen=True, slots=True)
class SurveySaid:
    """`group`: whose keeper its author is who has no other right to write to it."""

    wanted: ClassVar[str] = "征集什么？写上主题。"
    may_ask: ClassVar[bool] = True  # what is asked of people mostly is a question
    key: ClassVar[str] = "group"

    question: str
    audience: Audience
    closes_at: datetime
    options: tuple[str, ...]
    anonymous: bool
    group: Group | None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for what can't be, and for what is missing."""
        text = words.rest()
        audience, text = take_whom(text, scene)
        anonymous = bool(_SECRET.search(text))
        text = _SECRET.sub("", text).strip(AROUND)
        closes_at, text = take_until(text, scene)
        options, text = _options(text)
        question = " ".join(text.split()).strip(AROUND)
        if not question:
            return None
        if len(question) > LONGEST:
            raise UserError(Code.LIMIT, f"主题最多 {LONGEST} 个字，这里有 {len(question)} 个。细节另发公告说。")
        if closes_at is None:
            raise UserError(Code.MISSING_ARG, UNTIL, missing=("until",))
        return cls(question, audience, closes_at, options, anonymous, by_which(audience, scene))

    def explained(self) -> Mapping[str, Any]:
        told: dict[str, Any] = {"text": self.question, "until": f"{self.closes_at:%Y-%m-%dT%H:%M}"}
        told |= {"options": list(self.options)} if self.options else {}
        return told | ({"anonymous": True} if self.anonymous else {})


def _options(text: str) -> tuple[tuple[str, ...], str]:
    """Raises UserError for too few, too many, or what doesn't fit on a button."""
    if found := _OPTIONS.search(text):
        body, text = found["body"], f"{text[: found.start()]}\n{text[found.end() :]}"
        before, after = _cut_until(body)
        found_options = [_LETTER.sub("", each) for each in _BETWEEN.split(before.strip(AROUND)) if each]
        text = f"{text} {after}"
    else:
        found_options = [each["text"].strip(AROUND) for each in _LETTERED.finditer(text)]
        if len(found_options) < FEWEST_OPTIONS:
            return (), text
        text = _LETTERED.sub("", text)
    options = tuple(dict.fromkeys(each for each in found_options if each))
    if not FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS:
        raise UserError(Code.LIMIT, f"选项要 {FEWEST_OPTIONS} 到 {MOST_OPTIONS} 个，例如：选项：羽毛球、爬山、烧烤。")
    if long := [each for each in options if len(each) > LONGEST_OPTION]:
        raise UserError(Code.LIMIT, f"选项「{shown(long[0])}」太长，最多 {LONGEST_OPTION} 个字。")
    return options, text


def _cut_until(body: str) -> tuple[str, str]:
    """The options, and from the word on that says until when."""
    found = re.search(r"[\s，,。；;]+\S*截[止至].*$", body)
    return (body[: found.start()], found[0]) if found else (body, "")
