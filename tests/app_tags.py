"""WeCom's tags as the app writes them, for tests: `bot.shapes.ports.Tags` that remembers and refuses as WeCom does.

    app = AppTags(TagTerms(writes=True, ask_share=30))
    app.answers = [Outcome(Verdict.UNKNOWN)]     what it says to the next writing calls, one each

A refused call and one to be asked again change nothing; one of unknown outcome has happened.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from bot.domain.tags.rules import TagTerms
from bot.domain.tags.tag import Trouble
from bot.identifiers import UserId
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import TagRefused

FOREIGN = Outcome(Verdict.REFUSED, 81011)
TROUBLE = {81011: Trouble.FOREIGN, 40071: Trouble.TAKEN}


@dataclass(slots=True)
class AppTags:
    """`others`: names of tags that somebody else has made. `asked` tells what was written, the refused included."""

    terms: TagTerms
    names: dict[int, str] = field(default_factory=dict)
    bearers: dict[int, frozenset[UserId]] = field(default_factory=dict)
    others: set[int] = field(default_factory=set)
    answers: Sequence[Outcome] = ()
    asked: list[str] = field(default_factory=list)

    def by_hand(self, name: str, users: Collection[str] = (), *, others: bool = True) -> int:
        """Somebody makes one in the console."""
        number = max(self.names, default=0) + 1
        self.names[number] = name
        self.bearers[number] = frozenset(map(UserId, users))
        self.others |= {number} if others else set()
        return number

    def of(self, name: str) -> set[str]:
        return {str(user) for number, called in self.names.items() if called == name for user in self.bearers[number]}

    async def all(self) -> Mapping[int, str]:
        return dict(self.names)

    async def members(self, tag: int) -> frozenset[UserId]:
        return self.bearers[tag]

    async def create(self, name: str) -> int:
        number = 0
        if self._may(f"create {name}", Outcome(Verdict.REFUSED, 40071) if name in self.names.values() else None):
            number = self.by_hand(name, others=False)
        self._say()
        return number

    async def add(self, tag: int, users: Collection[UserId]) -> None:
        if self._may(f"add {self.names[tag]} {len(users)}", FOREIGN if tag in self.others else None):
            self.bearers[tag] |= frozenset(users)
        self._say()

    async def remove(self, tag: int, users: Collection[UserId]) -> None:
        if self._may(f"remove {self.names[tag]} {len(users)}", FOREIGN if tag in self.others else None):
            self.bearers[tag] -= frozenset(users)
        self._say()

    def _may(self, what: str, refused: Outcome | None) -> bool:
        self.asked.append(what)
        if refused:
            self.answers = (refused, *self.answers)
        return not self.answers or self.answers[0].verdict in (Verdict.DONE, Verdict.UNKNOWN)

    def _say(self) -> None:
        said, self.answers = (self.answers[0], self.answers[1:]) if self.answers else (Outcome(Verdict.DONE), ())
        if said.verdict is not Verdict.DONE:
            raise TagRefused(said, TROUBLE.get(said.errcode, Trouble.REFUSED))
