"""A command: a name, who may use it, and a handler whose signature declares its arguments."""

import inspect
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import NoneType, UnionType
from typing import Any, Final, NamedTuple, get_args, get_type_hints

from bot.domain.rights import EMPLOYEES, Audience
from bot.errors import Defect
from bot.shapes.arguments import Argument, Scene
from bot.shapes.context import Context
from bot.shapes.replies import Reply

Handler = Callable[..., Awaitable[Reply | None]]
Rules = Callable[..., None]
Ahead = Callable[..., Awaitable[str]]
GROUP_KEY: Final = "group"  # an argument's `key`, where it is a group


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument of a handler. `key` is its name in `missing`; without a default it must be given."""

    key: str
    type: type[Argument]
    required: bool


@dataclass(frozen=True, slots=True)
class OtherSense:
    """The name means another command too: where `means(line, words, scene)`, `command` is what was called by it.

    `words` is what follows the name; where the command was found by a sentence, `line` tells what else was said.
    """

    command: str
    means: Callable[[str, str, Scene], bool]


class Kind(NamedTuple):
    """What decides who may use a command, and where."""

    audience: Audience
    names_group: bool


@dataclass(frozen=True, slots=True)
class Command:
    """Made by `@command`, found by walking `commands/`. `services` are the other things its handler names.

    `says`: plain sentences that mean it (`bot.understanding.phrases` tells how they are written).
    `writes`: acting changes something, so a guess must be confirmed first. `destructive`: always confirmed.
    `at_once`: never confirmed, because waiting would do harm; a mistake is put right afterwards.
    `hidden`: not on the list of /帮助, because it is offered where it is needed; who asks is told.
    `rules(scene, **arguments)` raises UserError for what can't be, as far as the company in memory tells: before
    anything is confirmed, and in `qunwu explain`. Its handler asks again what may have changed meanwhile.
    `ahead(ctx, **arguments)` looks up what the yes would come to, before it is asked for: words for the card, or
    UserError where there is nothing to say yes to. It writes nothing, and `qunwu explain` knows nothing of it.
    `instead`: what somebody is told to do who may not use it.
    `nothing`: what is said to who quotes no number and has nothing that it could be done to.
    `other_sense`: which command its names mean elsewhere, as 同意 does in private.
    `part_of`: the command of the catalogue of which it is one half; `qunwu explain` says that one.
    `telling`: aliases that say more than its name does, as 补假 does of 请假; they stay among the words.
    `recognises(line)`: what no name and no sentence means may still be told to it; it is asked for a yes first.
    `hears(line, scene)`: the words of a sentence that no declared one can hold, as if typed behind its name.
    `private`: what it asks to be confirmed, and why it was refused, is said in private too; nothing of it in a group.
    `whole`: a sentence that means it is read as it stands, since all of it may tell: 请两天假.
    `manual` is the module's docstring; `area` the title of the folder the command lives in.
    """

    name: str
    summary: str
    handler: Handler
    parameters: tuple[Parameter, ...]
    services: Mapping[str, type] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    audience: Audience = EMPLOYEES
    writes: bool = False
    destructive: bool = False
    at_once: bool = False
    area: str = ""
    manual: str = ""
    hidden: bool = False
    other_sense: OtherSense | None = None
    rules: Rules | None = None
    ahead: Ahead | None = None
    instead: str = ""
    nothing: str = ""
    telling: tuple[str, ...] = ()
    part_of: str = ""
    whole: bool = False
    private: bool = False
    recognises: Callable[[str], bool] | None = None
    hears: Callable[[str, Scene], str | None] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases, *self.telling)

    @property
    def names_group(self) -> bool:
        """Whether one of its arguments is the group that it is about."""
        return any(getattr(each.type, "key", None) == GROUP_KEY for each in self.parameters)

    @property
    def kind(self) -> Kind:
        """Of hundreds of commands there are a dozen."""
        return Kind(self.audience, self.names_group)

    @property
    def usage(self) -> str:
        """The first line of the sample dialogue that uses it, as people would type it."""
        own = f"/{self.name}"
        return next((line for line in sample_lines(self.manual) if line.startswith(own)), own)

    async def run(self, ctx: Context, arguments: Mapping[str, Argument], services: Mapping[type, Any]) -> Reply | None:
        """Call the handler with its arguments, and with what else it named in its signature."""
        wanted = {name: services[kind] for name, kind in self.services.items()}
        return await self.handler(ctx, **arguments, **wanted)


def command(
    name: str,
    *,
    summary: str,
    aliases: Iterable[str] = (),
    says: Iterable[str] = (),
    audience: Audience = EMPLOYEES,
    writes: bool = False,
    destructive: bool = False,
    at_once: bool = False,
    hidden: bool = False,
    other_sense: OtherSense | None = None,
    rules: Rules | None = None,
    ahead: Ahead | None = None,
    instead: str = "",
    nothing: str = "",
    telling: Iterable[str] = (),
    part_of: str = "",
    whole: bool = False,
    private: bool = False,
    recognises: Callable[[str], bool] | None = None,
    hears: Callable[[str, Scene], str | None] | None = None,
) -> Callable[[Handler], Command]:
    """Turn a handler `async def f(ctx, argument: Type, …) -> Reply` into a Command; nothing else happens."""

    def build(handler: Handler) -> Command:
        module = inspect.getmodule(handler)
        hints = list(_signature(handler))
        return Command(
            name=name,
            summary=summary,
            handler=handler,
            parameters=tuple(Parameter(key, kind, required) for key, kind, required in hints if _is_argument(kind)),
            services={key: kind for key, kind, _ in hints if not _is_argument(kind)},
            aliases=tuple(aliases),
            says=tuple(says),
            audience=audience,
            writes=writes or destructive,
            destructive=destructive,
            at_once=at_once,
            manual=inspect.getdoc(module) or "",
            hidden=hidden,
            other_sense=other_sense,
            rules=rules,
            ahead=ahead,
            instead=instead,
            nothing=nothing,
            telling=tuple(telling),
            part_of=part_of,
            whole=whole,
            private=private,
            recognises=recognises,
            hears=hears,
        )

    return build


def _signature(handler: Handler) -> Iterator[tuple[str, Any, bool]]:
    """(name, type, whether it must be given) of everything after the context."""
    hints = get_type_hints(handler)
    for parameter in list(inspect.signature(handler).parameters.values())[1:]:
        yield parameter.name, _without_none(hints[parameter.name]), parameter.default is inspect.Parameter.empty


def _is_argument(kind: type) -> bool:
    return hasattr(kind, "read")


def _without_none(hint: Any) -> Any:
    if isinstance(hint, UnionType):
        (hint,) = (kind for kind in get_args(hint) if kind is not NoneType)
    return hint


def sample_lines(manual: str) -> Iterator[str]:
    """What people type in a manual's `Example:` dialogue."""
    for line in manual.partition("Example:")[2].splitlines():
        speaker, mark, words = line.strip().partition("> ")
        if mark and not speaker.startswith(("机器人", "⏰")):
            yield words.strip()


@dataclass(frozen=True, eq=False)
class CommandBook:
    """All commands, by every name they have. Two commands with one name stop the start."""

    commands: tuple[Command, ...]
    by_name: Mapping[str, Command] = field(init=False)
    kinds: Collection[Kind] = field(init=False)
    _of_kinds: dict[frozenset[Kind], tuple[Command, ...]] = field(init=False, default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        by_name: dict[str, Command] = {}
        for each in self.commands:
            for name in each.names:
                if by_name.setdefault(name.casefold(), each) is not each:
                    raise Defect(f"two commands are called {name!r}: {by_name[name.casefold()].name} and {each.name}")
        object.__setattr__(self, "by_name", by_name)
        object.__setattr__(self, "kinds", frozenset(each.kind for each in self.commands))

    def of_kinds(self, kinds: frozenset[Kind]) -> tuple[Command, ...]:
        """Kept: people have one of a few sets of rights, and whoever asks for help wants all that his allow."""
        found = self._of_kinds.get(kinds)
        if found is None:
            found = self._of_kinds[kinds] = tuple(each for each in self.commands if each.kind in kinds)
        return found

    def __iter__(self) -> Iterator[Command]:
        return iter(self.commands)
