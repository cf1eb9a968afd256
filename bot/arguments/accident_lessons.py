"""One of the four that let no accident pass, and the words its tick rests on: 原因 联锁被短接; 教育 全员 86 人."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.domain.safety.accidents.statements import Topic
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

MOST: Final = 300  # characters
_LABEL: Final = regex(
    "^(?:(?P<CAUSE>事故?原因(?:查清)?|原因(?:已?查清)?)|(?P<PEOPLE>责任人?(?:处理|追究)?)"
    "|(?P<FIXED>(?:整改|防范)?措施(?:落实)?|整改(?:落实)?)|(?P<TAUGHT>(?:人员|职工|员工)?(?:受?教育|培训)))[是为:：，,\\s]*"
)


@dataclass(frozen=True, slots=True)
class Lesson:
    """`words`: what the tick rests on; empty: nothing was said."""

    wanted: ClassVar[str] = "四项是原因、责任、整改、教育，写哪一项、依据是什么？"

    topic: Topic
    words: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest().strip()
        if not written:
            return None
        label = _LABEL.match(written)
        if label is None:
            raise UserError(Code.CLARIFY, f"没看出是哪一项。{cls.wanted}例如：原因 联锁被短接，有监控。")
        said = written[label.end() :].strip()
        if len(said) > MOST:
            raise UserError(Code.LIMIT, f"写了 {len(said)} 个字，最多 {MOST} 个。请写短一些。")
        return cls(Topic[label.lastgroup or ""], said)

    def explained(self) -> Mapping[str, Any]:
        return {"item": self.topic.value, "text": self.words}
