"""Which setting is meant, and what it is to be: 静默开始 22:00, 人力资源 李娜、王五, notices.usual_time 9点."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, ClassVar, Final, Self

from bot.arguments.numbers import number_with, written
from bot.arguments.people import PersonNamed
from bot.domain.company import Company
from bot.domain.upkeep.configuration import Plain
from bot.domain.upkeep.parameters import Kind, Parameter, areas, named_first, parameters
from bot.domain.upkeep.setup import Step
from bot.domain.upkeep.typed_values import how, read, said
from bot.domain.wording import shown
from bot.errors import Candidate, Code, UserError
from bot.patterns import regex
from bot.shapes.arguments import Scene, Words

_BACK: Final = regex("(?:撤回|撤销|回退|改回去)")
_LOG: Final = ("记录", "历史", "改动", "最近的改动", "log")
_AS_FILE: Final = ("按文件", "按配置文件", "默认", "恢复默认", "恢复")
_JOINT: Final = regex(r"^(?:还有|和|跟|与|及|[\s,，、;；])+")
_NEAR: Final = 4


@dataclass(frozen=True, slots=True)
class ParameterWish:
    """`parameter` alone is looked at; `sets`: it is to be `value`, None for what the file says."""

    wanted: ClassVar[str] = "哪个参数？写上名称和新的值，例如 静默开始 22:00。"

    parameter: Parameter | None = None
    value: Plain | None = None
    sets: bool = False
    echo: str = ""
    area: str = ""
    undo: str = ""
    log: bool = False

    @property
    def kept(self) -> bool:
        return self.sets or bool(self.undo)

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError."""
        if _BACK.match(words.narrow) and (found := words.take(number_with("PZ"))):
            words.rest()
            return cls(undo=written(found))
        text = words.rest()
        if not text:
            return None
        if text in _LOG:
            return cls(log=True)
        if text in areas(parameters(scene.company)):
            return cls(area=text)
        parameter, rest = _parameter(text, scene.company)
        value = _value(parameter, rest, scene)
        return cls(parameter, value, sets=bool(rest), echo=_said(parameter, value, rest, scene))

    def explained(self) -> Mapping[str, Any]:
        name = self.parameter.label if self.parameter else None
        given = {"item": name, "value": self.echo, "area": self.area, "undo": self.undo}
        return {key: each for key, each in given.items() if each}


@dataclass(frozen=True, slots=True)
class SetupWish:
    """A step of the set-up, or a setting in it."""

    wanted: ClassVar[str] = "设置哪一项？写上名称和新的值，例如 人力资源 李娜。"

    step: Step | None = None
    parameter: Parameter | None = None
    value: Plain | None = None
    sets: bool = False
    echo: str = ""

    @property
    def kept(self) -> bool:
        return self.sets

    @classmethod
    def read(cls, words: Words, scene: Scene) -> Self | None:
        """Raises UserError."""
        text = words.rest()
        if not text:
            return None
        if step := next((each for each in Step if text in (each, each.name.casefold())), None):
            return cls(step=step)
        parameter, rest = _parameter(text, scene.company)
        value = _value(parameter, rest, scene)
        return cls(None, parameter, value, sets=bool(rest), echo=_said(parameter, value, rest, scene))

    def explained(self) -> Mapping[str, Any]:
        given = {"item": self.parameter.label if self.parameter else self.step, "value": self.echo}
        return {key: each for key, each in given.items() if each}


def _parameter(text: str, company: Company) -> tuple[Parameter, str]:
    """Raises UserError."""
    parameter, rest = named_first(company, text)
    if parameter:
        return parameter, rest
    labels = [each.label for each in parameters(company)]
    name = text.split()[0]
    near = get_close_matches(name, labels, _NEAR, 0.4) or [each for each in labels if name in each][:_NEAR]
    if near:
        sentence = f"没有「{shown(name)}」这个参数，你找的是哪个？"
        raise UserError(Code.CLARIFY, sentence, candidates=[Candidate(each) for each in near], typed=name)
    raise UserError(Code.NOT_FOUND, f"没有「{shown(name)}」这个参数，或者不能在聊天里改。发 /参数 看有哪些。")


def _value(parameter: Parameter, text: str, scene: Scene) -> Plain | None:
    if not text or text in _AS_FILE:
        return None
    return _people(text, parameter, scene) if parameter.kind is Kind.PEOPLE else read(parameter, text)


def _said(parameter: Parameter, value: Plain | None, text: str, scene: Scene) -> str:
    """As people read it; what takes the file's value is said as it was typed."""
    return text if value is None else said(parameter, value, scene.company.name_of)


def _people(text: str, parameter: Parameter, scene: Scene) -> list[str]:
    """Raises UserError, also for whoever is only guessed: a role is nobody's by a slip."""
    users, words = dict[str, None](), Words(text)
    while words.left:
        found = PersonNamed.read(words, scene)
        if found is None:
            raise UserError(Code.NOT_FOUND, f"「{shown(words.left)}」不知道是谁。{how(parameter)}")
        if found.guess:
            raise UserError(
                Code.CLARIFY, f"你说的是{found.name}吗？谁担任什么要写全名，请改好再发，例如 {found.name}。"
            )
        users[found.person.user_id] = None
        words.left = _JOINT.sub("", words.left).strip("。 ")
    return list(users)
