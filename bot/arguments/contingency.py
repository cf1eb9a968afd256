"""A plan for an emergency, as it is asked for or written."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.drills import DrillKindSaid
from bot.arguments.numbers import Numbered, number_with
from bot.arguments.training_audience import TrainingAudience
from bot.domain.safety.contingency.plan import LONGEST_TITLE
from bot.domain.safety.drills.drill import DrillKind
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_WITHDRAWN: Final = regex("作废|废止|撤(?:掉|销|回)")
_UNREAD: Final = regex("(?:还有)?(?:谁|哪些人)(?:还)?没(?:有)?(?:看|读|确认)过?|没看的(?:人)?|阅读情况")
_KIND_FIRST: Final = regex(r"^(?P<title>.*?)[，,\s]*(?P<kind>综合|专项|现场处置)(?:预案|方案)?\s*$")
_CUT: Final = regex(r"[:：\n]|\s(?=\d{1,2}[.、])")
_TAIL: Final = regex(r"(?:应急)?(?:处置)?(?:预案|方案)$")
_ASKED: Final = regex(r"(?:应急)?预案|内容|怎么写|在哪(?:里|儿)?|有哪些|[？?。！!，,的]|^(?:看一?下?|查一?下?|找|打开)")


class PlanNumber(Numbered):
    wanted = "哪一份？写上编号，例如 YA-20261122-001。"
    prefix = "YA"


class PlanWithdrawn(PlanNumber):
    """Its number, with the word that it counts no more."""

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        if not number_with(cls.prefix).search(words.left) or not words.take(_WITHDRAWN):
            return None
        return super().read(words, scene)


@dataclass(frozen=True, slots=True)
class PlanWritten:
    """`消防疏散 专项：1. 报警 2. 撤离`: what stands before the colon is the title, with its kind."""

    wanted: ClassVar[str] = "预案叫什么，怎么做？例如 消防疏散 专项：1. 按警铃；2. 走最近的楼梯；3. 到东门点名。"

    title: str
    kind: DrillKind | None
    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        written = words.rest().strip()
        cut = _CUT.search(written)
        head, text = (written[: cut.start()], written[cut.start() :].lstrip(":： \n")) if cut else (written, "")
        kind = None
        if found := _KIND_FIRST.match(head):
            head, kind = found["title"], DrillKind(found["kind"])
        else:
            before = Words(head)
            said = DrillKindSaid.read(before, scene)
            head, kind = (before.left, said.kind) if said else (head, None)
        title = _TAIL.sub("", head.strip(" ，,")).strip()
        if not title and kind:
            title = kind.value
        if len(title) > LONGEST_TITLE:
            raise UserError(
                Code.LIMIT, f"预案的名字有 {len(title)} 个字，最多 {LONGEST_TITLE} 个。名字后面写冒号，再写怎么做。"
            )
        return cls(title, kind, text) if title else None

    def explained(self) -> Mapping[str, Any]:
        said = {"title": self.title, "type": self.kind.value if self.kind else "", "text": self.text}
        return {key: value for key, value in said.items() if value}


@dataclass(frozen=True, slots=True)
class PlanAsked:
    """Which plan, by its number or by what it is for; empty: what there is. `unread`: who hasn't read it, of whom."""

    wanted: ClassVar[str] = "哪份预案？"

    words: str = ""
    unread: bool = False
    specs: tuple[str, ...] = ()

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self:
        number = PlanNumber.read(words, scene)
        unread = words.take(_UNREAD) is not None
        audience = TrainingAudience.read(words, scene) if unread else None
        asked = "" if number else _ASKED.sub(" ", words.rest())
        words.left = ""
        meant = number.number if number else "".join(asked.split())
        return cls(shown(meant, LONGEST_TITLE), unread, audience.specs if audience else ())

    def explained(self) -> Mapping[str, Any]:
        return {key: value for key, value in {"plan": self.words, "unread": self.unread}.items() if value}
