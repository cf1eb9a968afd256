"""What is different about a notice that is changed: its words, its time, its audience; what isn't said stays."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Final, Self

from bot.arguments.notice_audience import SaidAudience
from bot.arguments.notice_options import Options, read_options
from bot.arguments.notice_said import parts, titled
from bot.arguments.notice_times import Timing
from bot.arguments.notice_variants import read_variants
from bot.domain.notices.notice import Draft, Variant
from bot.domain.notices.on_holiday import OnHoliday
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_BARE: Final = regex(r"^\s*(?:去掉|不要|不带|删掉|撤掉)(?:图片?|照片|附件|文件)了?[\s，,。]*")


@dataclass(frozen=True, slots=True)
class NoticeChange:
    """`text` is empty where only something else changes. `bare`: what went along goes no more."""

    wanted: ClassVar[str] = "改成什么？写新的内容、时间或对象。"

    said: SaidAudience | None
    timing: Timing | None
    options: Options
    text: str
    bare: bool = False
    variants: tuple[Variant, ...] = ()

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        bare = bool(words.take(_BARE))
        options = read_options(words.rest(), scene)
        said, timing, text = parts(options.rest, scene)
        text, variants = read_variants(text, scene)
        change = cls(said, timing, options, text, bare, variants)
        return None if change == cls(None, None, Options(""), "") else change

    def of(self, draft: Draft) -> Draft:
        """The draft as it is after it."""
        after = self._reworded(draft)
        if self.said:
            after = replace(after, audience=self.said.audience)
        if self.timing:
            rule = OnHoliday.NEXT_WORKDAY if self.timing.recurrence else OnHoliday.STAY
            after = replace(after, at=self.timing.at, recurrence=self.timing.recurrence, on_holiday=rule)
        return replace(
            after,
            on_holiday=self.options.on_holiday or after.on_holiday,
            wants_confirmation=self.options.wants_confirmation or draft.wants_confirmation,
            quiz=self.options.quiz or draft.quiz,
            urgent=self.options.urgent or draft.urgent,
            expires_at=self.options.expires_at or draft.expires_at,
            enclosure=None if self.bare else draft.enclosure,
            grounds=self.options.grounds.over(draft.grounds),
        )

    def _reworded(self, draft: Draft) -> Draft:
        if not self.text:
            return draft
        title, text = titled(self.text)
        return replace(draft, title=title, text=text, variants=self.variants)

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text} if self.text else {}
