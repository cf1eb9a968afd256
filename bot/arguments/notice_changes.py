"""What is different about a notice that is changed: its words, its time, its audience; what isn't said stays."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, Self

from bot.arguments.notice_audience import SaidAudience
from bot.arguments.notice_options import Options, read_options
from bot.arguments.notice_said import parts, titled
from bot.arguments.notice_times import Timing
from bot.domain.notices.notice import Draft
from bot.domain.notices.on_holiday import OnHoliday
from bot.shapes.arguments import Scene, Words


@dataclass(frozen=True, slots=True)
class NoticeChange:
    """`text` is empty where only something else changes."""

    wanted: ClassVar[str] = "改成什么？写新的内容、时间或对象。"

    said: SaidAudience | None
    timing: Timing | None
    options: Options
    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        options = read_options(words.rest(), scene)
        said, timing, text = parts(options.rest, scene)
        change = cls(said, timing, options, text)
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
        )

    def _reworded(self, draft: Draft) -> Draft:
        if not self.text:
            return draft
        title, text = titled(self.text)
        return replace(draft, title=title, text=text)

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text} if self.text else {}
