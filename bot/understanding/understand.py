"""A line of chat becomes a command with typed arguments, or a finished sentence that says why not.

Order of refusals: unknown command, may this person use it here, a value that can't be, something missing. What
needs the database (the matter's own rules, and states) is the handler's to refuse.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.rights import GROUP_KEEPERS, Audience, Role, right_of
from bot.domain.urgency import is_urgent
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.shapes.arguments import Argument, Guessed, Scene, Words
from bot.shapes.command import Command, CommandBook
from bot.understanding.lookup import Found, find_command
from bot.understanding.normalise import normalise

HELP = "帮助"
BRIEFLY = "简短"  # what a bare mention asks of /帮助
MOST_THANKS = 30  # characters; beyond it nobody only nods, and the pattern would try a long row of 哈 in too many ways
URGENT = "如果出了险情：先撤到安全的地方，拨打 119 或 120，再打电话告诉安全管理员。我还不能代你上报。"
_SMALL_TALK = {
    "不客气，有事随时找我。": "谢+|多谢|感谢|辛苦",
    "你好，有事随时找我。发 /帮助 看看我能做什么。": "你好|您好|大家好|hi|hello|早上?好?",
    "好的，有事随时找我。": "好的?|收到|ok|okay|嗯+|哈+|再见|拜拜|不客气|没事了?|知道了?|明白了?",
}
_PARTICLES = r"[，, ]?(谢+)?(你|您|了|啦|啊|呀|哈|哦|噢|~|～|！|!|。|\.)*"


@dataclass(frozen=True, slots=True)
class Understood:
    """`needs_confirm`: acting would write something, and it was guessed or can't be taken back.

    `line` is the command written out, to be read again when its asker has confirmed it.
    """

    command: Command
    arguments: Mapping[str, Argument]
    authority: Role | None
    line: str
    guessed: bool = False
    needs_confirm: bool = False

    @property
    def guesses(self) -> tuple[str, ...]:
        """What arguments were taken for, where that had to be inferred."""
        return tuple(each.guess for each in self.arguments.values() if isinstance(each, Guessed) and each.guess)

    def explained(self) -> dict[str, Any]:
        """The arguments in the words of the contract."""
        shown: dict[str, Any] = {}
        for argument in self.arguments.values():
            shown |= argument.explained()
        return shown


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """Thanks, a greeting, a nod: nothing to do. `answer` is the kind word for it, in private."""

    answer: str


def understand(text: str, scene: Scene, book: CommandBook) -> Understood | SmallTalk:
    """Raises UserError, with the command's name where it was recognised."""
    line = normalise(text, scene.company.bot_name)
    if not line or line == "/":
        return _understood(Found(book.by_name[HELP], BRIEFLY), scene)
    found = find_command(line, book)
    if found is None:
        if small_talk := _small_talk(line):
            return small_talk
        raise UserError(Code.UNKNOWN_COMMAND, unknown_sentence(line))
    try:
        return _understood(found, scene)
    except UserError as error:
        error.command = found.command.name
        raise


def _small_talk(line: str) -> SmallTalk | None:
    for answer, words in _SMALL_TALK.items():
        if len(line) <= MOST_THANKS and re.fullmatch(f"({words}){_PARTICLES}", line, re.IGNORECASE):
            return SmallTalk(answer)
    return None


def unknown_sentence(line: str) -> str:
    if is_urgent(line):
        return URGENT
    typed = line.removeprefix("/").split(" ")[0]
    if line.startswith("/") and len(typed) <= 12:
        return f"没有「{shown(typed)}」这个命令。发 /帮助 看看我能做什么。"
    return "这句我没听懂。发 /帮助 看看我能做什么。"


def _understood(found: Found, scene: Scene) -> Understood:
    command = found.command
    authority = right_of(scene.sender, command.audience, grants=scene.company.grants, group=scene.group)
    if authority is None and command.name != HELP:
        raise UserError(Code.NO_PERMISSION, refusal_sentence(command, scene))
    understood = Understood(
        command=command,
        arguments=_read_arguments(command, Words(found.words), scene),
        authority=authority,
        line=f"/{command.name} {found.words}".strip(),
        guessed=found.guessed,
    )
    vague = found.guessed or bool(understood.guesses)
    return replace(understood, needs_confirm=command.destructive or (command.writes and vague))


def _read_arguments(command: Command, words: Words, scene: Scene) -> dict[str, Argument]:
    arguments: dict[str, Argument] = {}
    missing: dict[str, str] = {}
    for parameter in command.parameters:
        value = parameter.type.read(words, scene)
        if value is not None:
            arguments[parameter.key] = value
        elif parameter.required:
            missing[parameter.key] = parameter.type.wanted
    if missing:
        sentence = f"{''.join(missing.values())}例如：{command.usage}"
        raise UserError(Code.MISSING_ARG, sentence, missing=tuple(missing))
    if words.left and command.writes:
        raise UserError(Code.CLARIFY, f"「{shown(words.left)}」我没看懂，所以先没办。例如：{command.usage}")
    return arguments


def refusal_sentence(command: Command, scene: Scene) -> str:
    """Why somebody may not, without saying anything about others."""
    if scene.sender is None:
        return "通讯录里还没有你，所以我不能替你办事。请联系企业微信管理员。"
    if Role.GROUP_ADMIN in command.audience and not scene.in_group:
        return f"「{command.name}」要在群里 @我 使用，由群管理员发起。"
    return f"「{command.name}」由{_titles(command.audience)}使用。发 /帮助 看看你能用什么。"


def _titles(audience: Audience) -> str:
    if audience == GROUP_KEEPERS:
        return "本群管理员或安全管理员"
    return "、".join(role.label for role in Role if role in audience)
