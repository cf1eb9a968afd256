"""A line of chat becomes a command with typed arguments, or a finished sentence that says why not.

Order of refusals: unknown command, may this person use it here, a value that can't be, something missing, the rules of
the matter as far as the company in memory tells. What needs the database is the handler's to refuse.
"""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.guards import UNREGISTERED
from bot.domain.people import Person
from bot.domain.rights import GROUP_KEEPERS, Audience, Role, audience_label, right_of
from bot.domain.wording import shown
from bot.errors import Candidate, Code, UserError
from bot.shapes.arguments import Argument, Echoed, Guessed, Kept, LookedUp, Scene, Words
from bot.shapes.command import GROUP_KEY, Command, CommandBook
from bot.understanding.chatter import is_only_particles
from bot.understanding.emergency.called import ACCIDENT
from bot.understanding.emergency.doubt import may_be_one
from bot.understanding.emergency.heed import heed
from bot.understanding.lookup import HELP, Found, find_command
from bot.understanding.normalise import normalise
from bot.understanding.small_talk import SmallTalk, small_talk

APPROVE = "同意申请"
APPROVERS: Audience = frozenset({Role.EXECUTIVE, Role.HR, Role.DEPT_HEAD, Role.MGMT_GROUP, Role.PRESIDENT_OFFICE})
_OK = re.compile(r"ok(ay)?[。.！!~～ ]*", re.IGNORECASE)
USABLE = "发 /帮助 看看你能用什么。"
MOST_TITLES, SOME_TITLES = 8, 4  # roles that a refusal names; of more, those nearest to whoever asks
IN_EARNEST = "有危险先撤离，着火打 119，有人受伤打 120。真出事了就点「报事故」，我马上通知安全管理员。"
BRIEFLY = "简短"  # what a bare mention asks of /帮助


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
    quote: str | None = None

    @property
    def needs_confirm(self) -> bool:
        if not self.writes or self.command.at_once:
            return False
        return self.command.destructive or self.guessed or bool(self.guesses) or self.asks_itself

    @property
    def writes(self) -> bool:
        return self.command.writes or any(isinstance(each, Kept) and each.kept for each in self.arguments.values())

    @property
    def asks_itself(self) -> bool:
        """Whether its handler asks for the yes, since only the handler knows what it is said to."""
        return any(isinstance(each, LookedUp) and each.looked_up for each in self.arguments.values())

    @property
    def guesses(self) -> tuple[str, ...]:
        """What arguments were taken for, where that had to be inferred."""
        return tuple(each.guess for each in self.arguments.values() if isinstance(each, Guessed) and each.guess)

    @property
    def echoes(self) -> tuple[str, ...]:
        """What arguments mean in so many words, where no guess says it."""
        return tuple(each.echo for each in self.arguments.values() if isinstance(each, Echoed) and each.echo)

    def explained(self) -> dict[str, Any]:
        """The arguments in the words of the contract."""
        shown: dict[str, Any] = {}
        for argument in self.arguments.values():
            shown |= argument.explained()
        return shown


def understand(text: str, scene: Scene, book: CommandBook, *, guessed: bool = False) -> Understood | SmallTalk:
    """Raises UserError, with the command's name and its line where it was recognised.

    `guessed`: the text is a line that was only guessed when it was first read.
    """
    line = normalise(text, scene.company.bot_name)
    if not line or line == "/":
        return _read(Found(book.by_name[HELP], BRIEFLY), scene)
    if (heard := heed(line)) and (accident := book.by_name.get(ACCIDENT)):
        return _read(Found(accident, heard.words), scene)
    if nod := small_talk(line):
        return _agreement(line, scene, book) or nod
    found = _meant(line, _found(line, book, scene.quote), scene, book)
    return _read(replace(found, guessed=found.guessed or guessed), scene)


def _agreement(line: str, scene: Scene, book: CommandBook) -> Understood | None:
    """A bare ok, in private, from somebody whose business it is to decide on requests."""
    command = book.by_name.get(APPROVE)
    if command is None or scene.in_group or not _OK.fullmatch(line):
        return None
    decides = right_of(scene.sender, APPROVERS, grants=scene.company.grants, group=None)
    return _read(Found(command, ""), scene) if decides else None


def _found(line: str, book: CommandBook, quote: str | None) -> Found:
    try:
        found = find_command(line, book)
    except UserError as error:
        error.line, error.quote = line, quote
        raise
    if found is None:
        told = next((each for each in book if each.recognises and each.recognises(line)), None)
        if told is None:
            if ACCIDENT in book.by_name and may_be_one(line):
                raise _doubt(line)
            raise UserError(Code.UNKNOWN_COMMAND, unknown_sentence(line))
        found = Found(told, line, guessed=True)
    return found


def _doubt(line: str) -> UserError:
    offer = Candidate("报事故", put=f"/{ACCIDENT} {line}")
    return UserError(Code.CLARIFY, IN_EARNEST, offer=offer, command=ACCIDENT, line=line)


def _meant(line: str, found: Found, scene: Scene, book: CommandBook) -> Found:
    """One word may be the name of two commands: what is said with it, and where, tells which."""
    sense = found.command.other_sense
    other = book.by_name.get(sense.command) if sense and sense.means(line, found.words, scene) else None
    return replace(found, command=other) if other else found


def unknown_sentence(line: str) -> str:
    typed = line.removeprefix("/").split(" ")[0]
    if line.startswith("/") and len(typed) <= 12:
        return f"没有「{shown(typed)}」这个命令。发 /帮助 看看我能做什么。"
    return "这句我没听懂。发 /帮助 看看我能做什么。"


def _read(found: Found, scene: Scene) -> Understood:
    command, line = found.command, f"/{found.command.name} {found.words}".strip()
    try:
        if not may_use(command, scene.sender, scene.company, scene.group):
            raise UserError(Code.NO_PERMISSION, refusal_sentence(command, scene))
        arguments, missing = _read_arguments(found, scene)
        if found.guessed and found.words and not command.whole and _is_all_missing(command, missing):
            raise UserError(Code.UNKNOWN_COMMAND, unknown_sentence(found.words))
        authority = _authority(command, arguments, scene) if not missing or _group_of(arguments) else None
        _ensure_complete(command, missing)
        if command.rules:
            command.rules(scene, **arguments)
    except UserError as error:
        if error.code is not Code.UNKNOWN_COMMAND:
            error.command, error.line, error.guessed, error.quote = command.name, line, found.guessed, scene.quote
            error.private = command.private
        raise
    return Understood(command, arguments, authority, line, found.guessed, scene.quote)


def _read_arguments(found: Found, scene: Scene) -> tuple[dict[str, Argument], dict[str, str]]:
    """What was read; and of what is missing, the questions."""
    command, words = found.command, Words(found.words, found.guessed)
    arguments: dict[str, Argument] = {}
    missing: dict[str, str] = {}
    for parameter in command.parameters:
        value = parameter.type.read(words, scene)
        if value is not None:
            arguments[parameter.key] = value
        elif parameter.required and getattr(parameter.type, "asked_first", False):
            missing = {parameter.key: parameter.type.wanted} | missing
        elif parameter.required:
            missing[parameter.key] = parameter.type.wanted
    nothing_left = is_only_particles(words.left)
    if found.loose and not nothing_left:
        raise UserError(Code.UNKNOWN_COMMAND, unknown_sentence(found.words))
    if command.writes and not nothing_left and not missing:
        raise UserError(Code.CLARIFY, f"「{shown(words.left)}」我没看懂，所以还没有办。例如：{command.usage}")
    return arguments, missing


def _is_all_missing(command: Command, missing: Collection[str]) -> bool:
    """Whether nothing that must be said was said: 我想加个班 only begins like 我想加入项目B群."""
    required = {each.key for each in command.parameters if each.required}
    return bool(required) and required == set(missing)


def _ensure_complete(command: Command, missing: Mapping[str, str]) -> None:
    if missing:
        sentence = f"{''.join(missing.values())}例如：{command.usage}"
        raise UserError(Code.MISSING_ARG, sentence, missing=tuple(missing))


def _group_of(arguments: Mapping[str, Argument]) -> Group | None:
    named = (getattr(each, GROUP_KEY, None) for each in arguments.values())
    return next((each for each in named if isinstance(each, Group)), None)


def _authority(command: Command, arguments: Mapping[str, Argument], scene: Scene) -> Role | None:
    """The right it is done by, over the group that it is about: whoever looks after one has no say in another."""
    group = _group_of(arguments) or scene.group
    authority = right_of(scene.sender, command.audience, grants=scene.company.grants, group=group)
    if authority is None:
        sentence = f"「{command.name}」要由那个群的群管理员使用。{command.instead or USABLE}"
        raise UserError(Code.NO_PERMISSION, sentence)
    return authority


def may_use(command: Command, person: Person | None, company: Company, group: Group | None) -> bool:
    """Whether `person` may use it in `group`.

    Where a command names its group, whoever looks after any may begin; which one he names is looked at afterwards.
    """
    right = right_of(person, command.audience, grants=company.grants, group=group)
    return right is not None or _may_name_one(command, person, company)


def _may_name_one(command: Command, person: Person | None, company: Company) -> bool:
    if person is None or not person.active or not command.names_group or Role.GROUP_ADMIN not in command.audience:
        return False
    return any(person.user_id in each.keepers for each in company.groups)


def refusal_sentence(command: Command, scene: Scene) -> str:
    """Why somebody may not, without saying anything about others."""
    if not scene.company.people:
        return "我还没有读到通讯录，请过一分钟再发一次。一直这样就请企业微信管理员运行 qunwu check 查原因。"
    if scene.sender is None or not scene.sender.active:
        return "通讯录里还没有你，所以我不能替你办事。请联系企业微信管理员。"
    if Role.GROUP_ADMIN in command.audience and not scene.in_group and not command.names_group:
        return f"「{command.name}」要在群里 @我 使用，由群管理员发起。"
    if Role.GROUP_ADMIN in command.audience and scene.in_group and scene.group is None:
        return UNREGISTERED
    return f"「{command.name}」由{_titles(command.audience)}使用。{command.instead or USABLE}"


def _titles(audience: Audience) -> str:
    if audience == GROUP_KEEPERS:
        return "本群管理员或安全管理员"
    if len(audience) > MOST_TITLES:
        return f"{'、'.join(audience_label(audience).split('、')[:SOME_TITLES])}等"
    return "、".join(role.label for role in Role if role in audience)
