"""That an accident was reported to the government: 10:20 区应急管理局 李科长; or that it needn't be, and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from bot.arguments.past_moments import past_moment
from bot.domain.safety.accidents.statements import Filing
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_DUTY: Final = regex(r"^(?P<no>不|无|不用|无需|不必)?需?要?上报(?![了给到过])[，,：:\s]*(?P<why>.*)$")
_TAKER: Final = regex(r"[，,、\s]*(?:接报人|接听人|接电话的|对方)[是为:：\s]*(?P<who>[^\s，,。]{1,20})")
_NOISE: Final = regex(r"^(?:已经?|刚才?)?(?:报告|上报|报)?(?:了|给|到|过)*[，,：:\s]*|[。\s]+$")
_APART: Final = regex(r"[\s，,、]+")
MOST: Final = 40  # characters of an authority or a name
MOST_WORDS: Final = 300  # characters of all that is said
TOO_LONG: Final = f"单位和接报人各写 {MOST} 个字以内，别的发 /事故资料。"


@dataclass(frozen=True, slots=True)
class Filed:
    """`filing`, or else whether it is `needed` at all, and why."""

    wanted: ClassVar[str] = "几点、报给哪个单位、谁接的？例如：10:20 区应急管理局 李科长。"

    filing: Filing | None = None
    needed: bool = True
    why: str = ""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest().strip()
        if not written:
            return None
        if len(written) > MOST_WORDS:
            raise UserError(Code.LIMIT, TOO_LONG)
        if duty := _DUTY.match(written):
            return cls(None, needed=not duty["no"], why=duty["why"].strip())
        return cls(_filing(written, scene))

    def explained(self) -> Mapping[str, Any]:
        if self.filing is None:
            return {"needed": self.needed, **({"reason": self.why} if self.why else {})}
        at = self.filing.at.replace(tzinfo=None).isoformat(timespec="minutes")
        return {"time": at, "authority": self.filing.authority, "taker": self.filing.taker}


def _filing(written: str, scene: Scene) -> Filing:
    at, written = _moment(written, scene)
    taker = _TAKER.search(written)
    left = _NOISE.sub("", written[: taker.start()] + written[taker.end() :] if taker else written)
    parts = [each for each in _APART.split(left) if each]
    if not parts:
        raise UserError(Code.MISSING_ARG, "报给了哪个单位、谁接的？例如：区应急管理局 李科长。", missing=("authority",))
    who = taker["who"] if taker else " ".join(parts[1:])
    if not who:
        words = f"{shown(parts[0])}是谁接的？写上姓名或职务；没问到就写「待核实」。"
        raise UserError(Code.MISSING_ARG, words, missing=("taker",))
    authority = parts[0] if not taker else " ".join(parts)
    if len(authority) > MOST or len(who) > MOST:
        raise UserError(Code.LIMIT, TOO_LONG)
    return Filing(at, authority, who)


def _moment(written: str, scene: Scene) -> tuple[datetime, str]:
    """Now, where none was said."""
    return past_moment(written, scene) or (scene.now.replace(second=0, microsecond=0), written)
