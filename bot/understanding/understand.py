"""A line of chat becomes a command with typed arguments, or a finished sentence that says why not.

Order of refusals: unknown command, may this person use it here, a value that can't be, something missing, the rules of
the matter as far as the company in memory tells. What needs the database is the handler's to refuse.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.domain.company import Company
from bot.domain.groups.group import Group
from bot.domain.guards import UNREGISTERED
from bot.domain.people import Person
from bot.domain.rights import GROUP_KEEPERS, Audience, Role, audience_label, right_of, roles_of
from bot.domain.security.incident import told_by
from bot.domain.wording import shown
from bot.errors import Candidate, Code, UserError
from bot.identifiers import UserId
from bot.patterns import regex
from bot.shapes.arguments import Argument, Echoed, Guessed, Kept, LookedUp, Scene, Words
from bot.shapes.command import GROUP_KEY, Command, CommandBook, Kind
from bot.understanding.chatter import is_only_particles
from bot.understanding.emergency.called import ACCIDENT
from bot.understanding.emergency.doubt import is_near_miss
from bot.understanding.emergency.together import Judged, judge
from bot.understanding.hazards.sentences import speaks_of_hazard
from bot.understanding.lookup import HELP, Found, begins_with_name, by_clause, find_command, is_called
from bot.understanding.normalise import normalise
from bot.understanding.security.hearing import hear_incident
from bot.understanding.small_talk import SmallTalk, small_talk
from bot.understanding.spoken import standard

APPROVE = "同意申请"
APPROVERS: Audience = frozenset({Role.EXECUTIVE, Role.HR, Role.DEPT_HEAD, Role.MGMT_GROUP, Role.PRESIDENT_OFFICE})
_ANYBODY = regex("[@＠我他她]|本人|自己|某|这人|那人|有人|同事|老板|经理")
_OK = regex(r"ok(ay)?[。.！!~～ ]*", re.IGNORECASE)
# Words for accidents never come to an end: to whoever needs help it says the two that are always heard.
NOT_UNDERSTOOD = "这句我没听懂。有人出事就回「出事了」，我马上叫人；别的发 /帮助。"
USABLE = "发 /帮助 看看你能用什么。"
MOST_TITLES, SOME_TITLES = 8, 4  # roles that a refusal names; of more, those nearest to whoever asks
IN_EARNEST = "有危险先撤离，着火打 119，有人受伤打 120。真出事了就点「报事故」，我马上通知安全管理员。"
HELP_WANTED = "有人需要帮助吗？有人受伤或有危险就点「报事故」，我马上通知安全管理员；没有就点「报隐患」。"
HAZARD = "隐患"
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
    judged = judged_by(line, scene.company, book)
    if judged.heard and (accident := book.by_name.get(ACCIDENT)):
        return _read(Found(accident, judged.heard.words), scene)
    if incident := _incident(line, book):
        return _read(incident, scene)
    if nod := small_talk(line):
        return _agreement(line, scene, book) or nod
    found = _meant(line, _found(line, book, scene, judged), scene, book)
    return _read(replace(found, guessed=found.guessed or guessed), scene)


def _incident(line: str, book: CommandBook) -> Found | None:
    """A stolen account, a leak or a fraud in plain words: before any sentence of a command, but not before its name."""
    if begins_with_name(line, book) or (heard := hear_incident(line)) is None:
        return None
    command = book.by_name.get(told_by(heard.kind))
    return Found(command, line, guessed=True) if command else None


def _agreement(line: str, scene: Scene, book: CommandBook) -> Understood | None:
    """A bare ok, in private, from somebody whose business it is to decide on requests."""
    command = book.by_name.get(APPROVE)
    if command is None or scene.in_group or not _OK.fullmatch(line):
        return None
    decides = right_of(scene.sender, APPROVERS, grants=scene.company.grants, group=None)
    return _read(Found(command, ""), scene) if decides else None


def judged_by(line: str, company: Company, book: CommandBook) -> Judged:
    """Whether it tells of an accident; what calls a command by its name is the rules' alone to hear."""
    return judge(line, second_ear=company.safety.second_ear and not is_called(line, book))


def _found(line: str, book: CommandBook, scene: Scene, judged: Judged) -> Found:
    try:
        found = find_command(line, book)
    except UserError as error:
        error.line, error.quote = line, scene.quote
        raise
    known = ACCIDENT in book.by_name
    if known and found is not None and found.guessed and judged.guessed and not line.startswith("/"):
        raise _doubt(line)
    hears = found.command.hears if found and (found.guessed or found.loose) else None
    if found and hears and (words := hears(line, scene)) is not None:
        found = replace(found, words=words)
    if found is None:
        found = _told(line, book, scene)
        is_hazard = found is not None and found.command.name == HAZARD
        doubted = judged.asked if found is None else judged.hazard if is_hazard else judged.guessed
        if known and doubted and not (is_hazard and is_near_miss(line)):
            raise _doubt(line)
        found = found or by_clause(line, book)
        if found is None:
            raise UserError(Code.UNKNOWN_COMMAND, unknown_sentence(line))
    return found


def _told(line: str, book: CommandBook, scene: Scene) -> Found | None:
    """Neither called by a name nor by a declared sentence, and meant all the same."""
    for said in dict.fromkeys((line, standard(line))):
        for each in book:
            if each.hears and (words := each.hears(said, scene)) is not None:
                return Found(each, words, guessed=True)
        if told := next((each for each in book if each.recognises and each.recognises(said)), None):
            return Found(told, line, guessed=True)
    return None


def _doubt(line: str) -> UserError:
    """Of what may be a hazard as well, which of them is one press away."""
    if speaks_of_hazard(line):
        ways = [Candidate(f"报{name}", put=f"/{name} {line}") for name in (ACCIDENT, HAZARD)]
        return UserError(Code.CLARIFY, HELP_WANTED, candidates=ways, typed=line, command=ACCIDENT, line=line)
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
    return NOT_UNDERSTOOD


def _read(found: Found, scene: Scene) -> Understood:
    command, line = found.command, f"/{found.command.name} {found.words}".strip()
    arguments: dict[str, Argument] = {}
    try:
        if not may_use(command, scene.sender, scene.company, scene.group):
            if (found.guessed or found.loose) and _misses_whom(found, scene):
                raise UserError(Code.UNKNOWN_COMMAND, unknown_sentence(found.words))
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
            error.private, error.whom = error.private or command.private, whom(arguments)
        raise
    return Understood(command, arguments, authority, line, found.guessed, scene.quote)


def _misses_whom(found: Found, scene: Scene) -> bool:
    """把旧打印机移出办公室: about nobody, where it has to be about somebody; nobody meant the command by it."""
    about = any(each.required and getattr(each.type, "key", "") == "target" for each in found.command.parameters)
    return about and not _ANYBODY.search(found.words) and not any(scene.company.finder.people.names_in(found.words))


def whom(arguments: Mapping[str, Argument]) -> UserId | None:
    """Whom a line is about: what commands call `target`."""
    target = arguments.get("target")
    person = getattr(target, "person", target)
    return person.user_id if isinstance(person, Person) else None


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
        keys = {each.key: getattr(each.type, "keys", (each.key,)) for each in command.parameters}
        raise UserError(Code.MISSING_ARG, sentence, missing=tuple(key for each in missing for key in keys[each]))


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
    if right_of(person, command.audience, grants=company.grants, group=group) is not None:
        return True
    return _is_for_keepers(command.kind) and _looks_after_one(person, company)


def usable(book: CommandBook, person: Person | None, company: Company, group: Group | None) -> Sequence[Command]:
    """Those that `person` may use in `group`."""
    roles, keeper = roles_of(person, grants=company.grants, group=group), _looks_after_one(person, company)
    return book.of_kinds(
        frozenset(
            kind for kind in book.kinds if not kind.audience.isdisjoint(roles) or (keeper and _is_for_keepers(kind))
        )
    )


def _is_for_keepers(kind: Kind) -> bool:
    return kind.names_group and Role.GROUP_ADMIN in kind.audience


def _looks_after_one(person: Person | None, company: Company) -> bool:
    return person is not None and person.active and any(each.is_kept_by(person.user_id) for each in company.groups)


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
        return audience_label(audience, most=SOME_TITLES)
    return "、".join(role.label for role in Role if role in audience)
