"""How the bot would understand a message, without doing anything: the same parser, rights and rules as the running bot.

The words of the answer are a contract with scripts (`qunwu explain --help`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.people import Person
from bot.errors import Code, ConfigError, UserError
from bot.files.company import CompanyFile
from bot.identifiers import user_id
from bot.shapes.arguments import Scene
from bot.shapes.command import CommandBook
from bot.shapes.incoming import Via
from bot.understanding.emergency.called import ACCIDENT
from bot.understanding.lookup import is_called
from bot.understanding.normalise import normalise
from bot.understanding.small_talk import SmallTalk
from bot.understanding.understand import judged_by, understand

USUAL_GROUP = "项目A工作群"  # where a message of `channel: group` is said if it names none: scripts rely on it


@dataclass(frozen=True, slots=True)
class Utterance:
    """A message to explain. `sender` is a userid, a name, or a name with the tail of the staff number: 刘洋(0086).

    `recorded`: it was really said, so whom the company doesn't know is a stranger, and an unknown room one that was
    never registered. Otherwise they are slips of whoever asks.
    """

    text: str
    sender: str | None = None
    channel: str = "single"
    group: str | None = None
    quote: str | None = None
    recorded: bool = False


def explain(said: Utterance, file: CompanyFile, book: CommandBook, *, running: bool = False) -> dict[str, Any]:
    """`{"command", "args", "needs_confirm"}`, or `{"error", "command", "hint", …}`; ConfigError for a bad question.

    In a company that is not `running` nothing has happened yet: nothing waits for anybody, or can be taken back. Of an
    accident `heard_by` says who heard it: the rules, the second ear, or both; of one that was typed as that nothing.
    """
    answer = _explained(said, file, book, running=running)
    line = normalise(said.text, file.company.bot_name)
    if answer.get("command") == ACCIDENT and not is_called(line, book):
        answer["heard_by"] = judged_by(line, file.company, book).by
    return {key: value for key, value in answer.items() if value is not None}


def _explained(said: Utterance, file: CompanyFile, book: CommandBook, *, running: bool) -> dict[str, Any]:
    try:
        understood = understand(said.text, _scene(said, file, running=running), book)
    except UserError as error:
        return _refusal(error, book)
    if isinstance(understood, SmallTalk):
        return {"command": "noop", "args": {}, "needs_confirm": False}
    arguments, command = understood.explained(), understood.command
    if command.nothing and "id" not in arguments and not running:
        return _refusal(UserError(Code.BAD_STATE, command.nothing, command=command.name), book)
    return {
        "command": command.part_of or command.name,
        "args": arguments,
        "needs_confirm": understood.needs_confirm,
    }


def _refusal(error: UserError, book: CommandBook) -> dict[str, Any]:
    command = book.by_name.get(error.command or "")
    answer: dict[str, Any] = {
        "error": error.code.value,
        "command": command.part_of or command.name if command else error.command,
        "hint": error.sentence,
        "candidates": [candidate.name for candidate in error.candidates],
        "missing": sorted(error.missing, key=lambda key: key != "type"),  # as in `args`: the kind before the days
        "suggest": error.suggest,
        "evidence": "quote" if error.quote else None,  # it goes along once the line is complete
    }
    return {key: value for key, value in answer.items() if value}


def _scene(said: Utterance, file: CompanyFile, *, running: bool) -> Scene:
    company = file.company
    in_group = said.channel == "group" or said.group is not None
    return Scene(
        sender=_sender(said.sender, company, or_nobody=said.recorded) if said.sender else None,
        company=company,
        now=file.now,
        via=Via.BOT,
        in_group=in_group,
        group=_group(said.group or USUAL_GROUP, company, or_none=said.recorded) if in_group else None,
        quote=said.quote,
        running=running,
    )


def _sender(written: str, company: Company, *, or_nobody: bool) -> Person | None:
    if by_id := company.person(user_id(written)):
        return by_id
    name, _, tail = written.removesuffix(")").partition("(")
    found = [person for person in company.named(name) if not tail or person.tail == tail]
    if not found and or_nobody:
        return None
    if not found:
        raise ConfigError([f"{written}: nobody has this name or userid"])
    if len(found) > 1:
        which = ", ".join(f"{person.name}({person.tail})" for person in found)
        raise ConfigError([f"{written}: more than one person has this name: {which}"])
    return found[0]


def _group(written: str, company: Company, *, or_none: bool) -> Group | None:
    for group in company.groups:
        if written in (group.id, *group.names):
            return group
    if or_none:
        return None
    known = ", ".join(group.name for group in company.groups) or "none is registered"
    raise ConfigError([f"{written}: there is no such group; the groups: {known}"])


def utterance_of(values: Mapping[str, Any]) -> Utterance:
    """One line of a `--jsonl` file; ConfigError says what is wrong with it."""
    if "text" not in values:
        raise ConfigError(["`text` is missing"])
    wrong = [
        key for key in ("text", "sender", "channel", "group", "quote") if not isinstance(values.get(key) or "", str)
    ]
    if wrong:
        raise ConfigError([f"`{key}` is not a string" for key in wrong])
    return Utterance(
        text=values["text"] or "",
        sender=values.get("sender"),
        channel=values.get("channel") or "single",
        group=values.get("group"),
        quote=values.get("quote"),
        recorded=True,
    )
