"""A notice as it is typed: `[对象] [时间或周期] 内容`, with 需确认, 加急 and the like anywhere, in any order.

The parts before the text are read off one after the other; what is left is the text, line breaks and all. Without a
text, a quoted message is it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.notice_audience import SaidAudience, read_audience
from bot.arguments.notice_options import Options, read_options
from bot.arguments.notice_times import Timing, read_at_end, read_at_front
from bot.arguments.notice_variants import read_variants
from bot.domain.dates import clock_time, day_seen
from bot.domain.groups.group import Group
from bot.domain.notices.audience import Audience, named
from bot.domain.notices.categories import category_of
from bot.domain.notices.notice import Draft, Variant
from bot.domain.notices.on_holiday import OnHoliday
from bot.domain.notices.topics import Topic
from bot.domain.rights import Role
from bot.errors import Candidate, Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words
from bot.understanding.notices import speaks_of_announcing
from bot.understanding.understand import unknown_sentence

WHOM: Final = "发给谁？写群名、部门，或者全员。"
WHAT: Final = "公告写什么？直接写内容。"
LONGEST_TITLE: Final = 30
_NOISE: Final = regex(
    r"^(?:(?:发布?|推送?)?(?:一?[个条则份])?(?:公告|通知|消息)(?=[\s：:，,]|$)[\s：:，,]*|(?:内容|正文)(?:是|为)?[：:]\s*|说(?:一[下声])?[\s：:，,]+)"
)
# What only asks for it: 以后, 帮我设个定时公告, and behind the audience 发一下.
_ASKED: Final = regex(
    r"^(?:(?:以后|今后|请|麻烦|帮我|帮忙|给我|你)\s*)+|^(?:设置?|定|建|安排|加|来|弄|做)(?:一?[个条])?(?:定时|周期|循环)的?(?:公告|通知|提醒)[\s：:，,]*"
    r"|^(?:发布?|推送)(?:一下|一?[个条则](?:公告|通知|消息)?)[\s：:，,]*|^提醒(?:一下)?大家[\s：:，,]*"
)
_SPLIT_WORD: Final = regex(r"(?<=\S) (群|平台|部)(?=$|\s)")
_TOLD_PART: Final = regex(
    r"((?:通知|提醒|告诉|告知)(?:一下)?[^\s，,]{1,8}?部门?(?:全体|全员|所有人|的?同事们?)?)(?=[^\s门])"
)
_TITLE: Final = regex(r"^【(?P<title>[^】\n]{2,30})】\s*(?P<text>.+)$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class NoticeSaid:
    """`group`: whose keeper its author is who has no other right to write one; `looked_up`: the handler shows him what
    it would be before anything happens. `timing.at`: None is now."""

    wanted: ClassVar[str] = WHAT
    key: ClassVar[str] = "group"

    text: str
    title: str
    audience: Audience
    names: tuple[str, ...]
    timing: Timing
    options: Options
    group: Group | None
    guess: str | None
    variants: tuple[Variant, ...]
    looked_up: bool

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        guessed, line = words.guessed, words.rest()
        options = read_options(_joined(line) if guessed else line, scene)
        said, timing, text = parts(options.rest, scene, asked=guessed)
        text = text or (scene.quote or "").strip()
        if guessed and (not text or (said is None and not (timing and speaks_of_announcing(line)))):
            raise UserError(Code.UNKNOWN_COMMAND, unknown_sentence(line))
        audience = said.audience if said else _usual(scene)
        if audience is None:
            raise _missing(text)
        if not text:
            return None
        text, variants = read_variants(text, scene)
        title, text = titled(text)
        timing = timing or Timing()
        guess = "；".join(filter(None, (said.guess if said else None, timing.guess, _rests(timing, options, scene))))
        return cls(
            text,
            title,
            audience,
            named(audience, scene.company),
            timing,
            options,
            _by_which(audience, scene),
            guess or None,
            variants,
            looked_up=guessed or bool(guess) or options.preview,
        )

    def draft(self) -> Draft:
        """What it says, as it would be kept."""
        rule = self.options.on_holiday or (OnHoliday.NEXT_WORKDAY if self.timing.recurrence else OnHoliday.STAY)
        return Draft(
            self.text,
            self.audience,
            title=self.title,
            at=self.timing.at,
            recurrence=self.timing.recurrence,
            on_holiday=rule,
            wants_confirmation=self.options.wants_confirmation,
            quiz=self.options.quiz,
            urgent=self.options.urgent,
            category=category_of(f"{self.title}{self.text}", self.audience),
            expires_at=self.options.expires_at,
            variants=self.variants,
            grounds=self.options.grounds,
        )

    def explained(self) -> Mapping[str, Any]:
        told: dict[str, Any] = {"text": f"【{self.title}】{self.text}" if self.title else self.text}
        groups = len(self.audience.groups)
        if groups:
            told["group"] = self.names[0] if groups == 1 else list(self.names[:groups])
        if others := self.names[groups:]:
            told["audience"] = list(others)
        if self.timing.recurrence:
            rule = self.options.on_holiday or OnHoliday.NEXT_WORKDAY
            told |= {"recurrence": self.timing.recurrence, "on_holiday": rule.value}
        else:
            told["when"] = f"{self.timing.at:%Y-%m-%dT%H:%M}" if self.timing.at else "now"
        flags = {"wants_confirmation": self.options.wants_confirmation, "urgent": self.options.urgent}
        if self.variants:
            told["variants"] = {each.name: each.text for each in self.variants}
        return told | {key: True for key, value in flags.items() if value}


def parts(text: str, scene: Scene, *, asked: bool = False) -> tuple[SaidAudience | None, Timing | None, str]:
    """(whom, when, what is left): from the front in any order, then from the end.

    `asked`: it is a sentence that asks for a notice, with words around it that aren't of the notice.
    """
    said: SaidAudience | None = None
    timing: Timing | None = None
    while text:
        before, text = text, _NOISE.sub("", _ASKED.sub("", text) if asked else text)
        if timing is None and (found := read_at_front(text, scene)):
            timing, text = found
        if said is None and (whom := read_audience(text, scene)):
            said, text = whom
        if text == before:
            break
    if timing is None and (last := read_at_end(text, scene)):
        timing, text = last
    return said, timing, text.strip()


def _joined(line: str) -> str:
    """A sentence that was recognised by its 群 has it apart: 项目A工作 群 明天开会. Whom it is to tell ends with 部:
    通知生产部交工时表."""
    return _TOLD_PART.sub(r"\1 ", _SPLIT_WORD.sub(r"\1", line, count=1), count=1)


def titled(text: str) -> tuple[str, str]:
    """【停电通知】…, or a short first line above others."""
    if found := _TITLE.match(text):
        return found["title"].strip(), found["text"].strip()
    first, _, rest = text.partition("\n")
    if rest.strip() and len(first) <= LONGEST_TITLE and not first.endswith(("。", "；", "，", ",", "：", ":")):
        return first.strip(), rest.strip()
    return "", text


def _usual(scene: Scene) -> Audience | None:
    """Where nobody is named: the room it is typed in, else the author's own group, for a safety officer the groups
    that subscribe to safety. None: there is no such."""
    if scene.group:
        return Audience(groups=(scene.group.id,))
    user = scene.sender.user_id if scene.sender else None
    if user and user in scene.company.grants.get(Role.SAFETY_ADMIN, ()):
        return Audience(topic=Topic.SAFETY)
    own = _own(scene)
    if len(own) > 1:
        names = [group.name for group in own]
        raise UserError(
            Code.AMBIGUOUS_GROUP, f"发到哪个群？{'、'.join(names)}。", candidates=[Candidate(name) for name in names]
        )
    return Audience(groups=(own[0].id,)) if own else None


def _own(scene: Scene) -> list[Group]:
    user = scene.sender.user_id if scene.sender else None
    return [group for group in scene.company.groups if user in group.keepers]


def _missing(text: str) -> UserError:
    missing = ("group",) if text else ("group", "text")
    sentence = WHOM if text else f"{WHOM}{WHAT}"
    return UserError(Code.MISSING_ARG, f"{sentence}例如：/公告 项目A工作群 明天停电检修", missing=missing)


def _by_which(audience: Audience, scene: Scene) -> Group | None:
    """The group that he writes to; where it is something wider, one of his own, whose keeper he writes as."""
    if len(audience.groups) == 1 and audience == Audience(groups=audience.groups):
        return scene.company.group(audience.groups[0])
    return next(iter(_own(scene)), None)


def _rests(timing: Timing, options: Options, scene: Scene) -> str | None:
    """What would go out on a day of rest and isn't urgent: is it meant?"""
    if options.urgent or timing.recurrence:
        return None
    at = timing.at or scene.now
    if scene.calendar.is_workday(at.date()):
        return None
    when = clock_time(at, scene.now) if timing.at else "现在"
    return f"{day_seen(at.date(), scene.now.date())}休息，还是{when}发？"
