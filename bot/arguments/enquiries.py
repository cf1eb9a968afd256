"""What somebody asks the desk, and what is done about it: a question, the number of one, an answer, whom it goes to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Self

from bot.arguments.numbers import OnlyNumbered, number_with, written
from bot.arguments.people import PersonNamed
from bot.domain.desk.enquiry import LONGEST, PREFIXES, Verdict
from bot.domain.desk.topics import Topic, topic_in
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

LONGEST_QUESTION: Final = 200  # characters
_EDGES: Final = " ，,。；;：:、"
_OPENING: Final = regex(r"^(?:一下|个|一个|下|我想问|请问|想问)(?:一下|下)?[，,：: ]*")


@dataclass(frozen=True, slots=True)
class Asked:
    """All that is left of the line; where nothing is, what it quotes."""

    may_ask: ClassVar[bool] = True
    wanted: ClassVar[str] = "遇到什么问题？说清楚是什么、在哪里、什么时候开始的。"

    text: str
    category: str
    topic: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for a whole story."""
        text = _OPENING.sub("", words.rest() or (scene.quote or "")).strip(_EDGES)
        if len(text) > LONGEST:
            raise UserError(Code.LIMIT, f"写了 {len(text)} 个字，最多 {LONGEST} 个。先写要紧的，其余随后补充。")
        if not text:
            return None
        topic = topic_in(text, scene.company.desk.topics)
        return cls(text, topic.category, topic.name)

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text, "category": self.category}

    @property
    def echo(self) -> str:
        """What it was taken for."""
        return f"按「{self.topic}」转给对应的同事"


@dataclass(frozen=True, slots=True)
class PolicyQuestion:
    may_ask: ClassVar[bool] = True
    wanted: ClassVar[str] = "想问制度里的什么？比如：谁能拉人进群。"

    question: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError for a whole story."""
        question = _OPENING.sub("", words.rest()).strip(_EDGES)
        if len(question) > LONGEST_QUESTION:
            raise UserError(Code.LIMIT, f"问题有 {len(question)} 个字，最多写 {LONGEST_QUESTION} 个。一次问一件事。")
        return cls(question) if question else None

    def explained(self) -> Mapping[str, Any]:
        return {"question": self.question}


class EnquiryNumber(OnlyNumbered):
    wanted = "哪一条？写上编号，例如 QZ-20261122-001。"
    called = "求助"
    prefixes = tuple(PREFIXES.values())


@dataclass(frozen=True, slots=True)
class Answered:
    """All that is left of the line."""

    may_ask: ClassVar[bool] = True
    wanted: ClassVar[str] = "怎么答复？写在编号后面。"

    text: str

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        text = words.rest().strip(_EDGES)
        if len(text) > LONGEST:
            raise UserError(Code.LIMIT, f"写了 {len(text)} 个字，最多 {LONGEST} 个。请分两次发。")
        return cls(text) if text else None

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text}


class AskedBack(Answered):
    wanted = "想问对方什么？写在编号后面。"


class Added(Answered):
    wanted = "要补充什么？写在编号后面。"


_VERDICT: Final = regex("部分属实|不属实|不实|属实")


@dataclass(frozen=True, slots=True)
class Said:
    """Whether what was to be verified is true."""

    wanted: ClassVar[str] = "属实、不实，还是部分属实？"

    verdict: Verdict

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Only as the first word: an answer may well speak of what is true."""
        found = _VERDICT.match(words.left.strip())
        if found is None:
            return None
        words.left = words.left.strip()[found.end() :].strip(_EDGES)
        return cls(Verdict.FALSE if found[0] == "不属实" else Verdict(found[0]))

    def explained(self) -> Mapping[str, Any]:
        return {"verdict": self.verdict.value}


@dataclass(frozen=True, slots=True)
class HandedTo:
    """A colleague, or a topic and with it whoever answers that."""

    wanted: ClassVar[str] = "转给谁？写同事的名字，或写类别，例如 人事。"

    to: Person | Topic
    name: str
    guess: str | None = None

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        for topic in scene.company.desk.topics:
            if words.left.strip(_EDGES).removeprefix("转给").removesuffix("类").strip() == topic.name:
                words.rest()
                return cls(topic, topic.name)
        found = PersonNamed.read(words, scene)
        return cls(found.person, found.name, found.guess) if found else None

    def explained(self) -> Mapping[str, Any]:
        return {"to": self.name}


_COMPLAIN: Final = regex(r"^(?:我要|我想|想|要)?(?:服务)?投诉(?:服务)?(?:一下)?[，,：: ]*")
_VERIFY: Final = regex(r"^(?:帮我|帮忙|麻烦|请)?(?:求证|核实)(?:一下)?[，,：: ]*")


class Complaint(Asked):
    wanted = "要投诉什么？说清楚是哪里、什么时候、怎么了。"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        words.left = _COMPLAIN.sub("", words.left)
        return super().read(words, scene)


class Heard(Asked):
    wanted = "听到了什么？原话发给我，我去问，不会转到群里。"

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        words.left = _VERIFY.sub("", words.left)
        return super().read(words, scene)

    @property
    def number(self) -> str:
        """Of the notice that it names."""
        found = number_with("GG").search(self.text)
        return written(found) if found else ""

    def explained(self) -> Mapping[str, Any]:
        return {"text": self.text}
