"""What is wanted of a tag: which, of whom, to give or to take it. `加 高处作业证 @张三 @李四`, `谁 电工`, `@张三`."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, ClassVar, Final, Self

from bot.arguments.people import PersonNamed
from bot.domain.people import Person
from bot.errors import Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

MOST: Final = 50  # people of one line
_JOINT: Final = regex(r"^[\s、，,和跟与]+")
_NAME: Final = regex(r"[「“\"]?([^\s@＠「」“”\"、，,]+)[」”\"]?")


class TagDeed(StrEnum):
    GIVE = "加"
    TAKE = "去"
    WHO = "谁"


_WORDS: Final[Mapping[str, TagDeed]] = {
    **dict.fromkeys(("加", "添加", "增加", "打", "打上", "新增"), TagDeed.GIVE),
    **dict.fromkeys(("去", "去掉", "移除", "取消", "删", "删除", "减", "拿掉"), TagDeed.TAKE),
    **dict.fromkeys(("谁", "谁有", "有谁", "查", "看", "查看"), TagDeed.WHO),
}
_DEED: Final = regex(rf"^\s*({'|'.join(sorted(_WORDS, key=len, reverse=True))})(?=\s|[@＠「“]|$)")


@dataclass(frozen=True, slots=True)
class TagWish:
    wanted: ClassVar[str] = "要做什么？例如 /标签 加 高处作业证 @张三。"

    deed: TagDeed
    name: str = ""
    people: tuple[Person, ...] = ()
    guess: str | None = None

    @property
    def kept(self) -> bool:
        return self.deed is not TagDeed.WHO

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError."""
        found = words.take(_DEED)
        deed = _WORDS[found[1]] if found else TagDeed.WHO
        line = Words(words.rest())
        if not line.left and not found:
            return None
        first = not line.left.startswith(("@", "＠"))
        name = _taken(line) if first else ""
        people, guess = _people(line, scene)
        name = name or _taken(line)
        _ensure_whole(deed, name, people, line.left)
        return cls(deed, name, people, guess)

    def explained(self) -> Mapping[str, Any]:
        told: dict[str, Any] = {"do": str(self.deed), "name": self.name}
        return told | ({"target": [each.name for each in self.people]} if self.people else {})


def _taken(line: Words) -> str:
    found = line.take(_NAME)
    return found[1] if found else ""


def _people(line: Words, scene: Scene) -> tuple[tuple[Person, ...], str | None]:
    """Raises UserError."""
    people: dict[str, Person] = {}
    guesses: list[str] = []
    while line.left:
        line.left = _JOINT.sub("", line.left)
        found = PersonNamed.read(line, scene)
        if found is None:
            break
        people.setdefault(found.person.user_id, found.person)
        guesses += [found.guess] if found.guess else []
    if len(people) > MOST:
        raise UserError(Code.LIMIT, f"一次最多写 {MOST} 个人，请分几次。")
    return tuple(people.values()), "；".join(guesses) or None


def _ensure_whole(deed: TagDeed, name: str, people: tuple[Person, ...], left: str) -> None:
    if deed is TagDeed.WHO:
        return
    if not name:
        raise UserError(Code.MISSING_ARG, f"哪个标签？例如 /标签 {deed} 高处作业证 @张三。", missing=("name",))
    if left.strip():
        raise UserError(Code.NOT_FOUND, f"没看懂「{left.strip()[:20]}」是谁，什么都没有改动。请 @ 对方再发一次。")
    if not people:
        raise UserError(
            Code.MISSING_ARG, f"给谁？请 @ 对方，例如 /标签 {deed} {name[:32]} @张三。", missing=("target",)
        )
