"""One nickname, read for one person: what the rules look at."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.nicknames.departments import cuts_a_word
from bot.domain.nicknames.register import Register
from bot.domain.nicknames.verdicts import Fault, NicknameVerdict, Outcome
from bot.domain.people import Person


@dataclass(frozen=True, slots=True)
class Reading:
    """`folded` is the text as names are compared; `proper` what the person should be called."""

    text: str
    folded: str
    person: Person
    proper: str
    register: Register
    now: datetime

    def says(self, outcome: Outcome, department: str | None = None) -> NicknameVerdict:
        return NicknameVerdict(self.text, outcome, department, suggest=self.proper)

    def knows_no(self, written: str) -> NicknameVerdict:
        """There is no department of that name."""
        return replace(self.says(Fault.UNKNOWN_DEPT), written=written)

    def is_his(self, department: str) -> bool:
        """Whether it may stand before his name, in whatever form."""
        if department == self.register.department(self.person):
            return True
        return self.register.departments.may_write(self.person, department, self.now)

    def part(self, start: int, end: int) -> str:
        """A part of the folded text as it was typed, where places agree."""
        return (self.text if len(self.text) == len(self.folded) else self.folded)[start:end]

    def likely_splits(self) -> list[tuple[str | None, str]]:
        """The department that the text most likely begins with, then the text as a whole."""
        found = [
            (department, rest)
            for department, rest in self.register.departments.splits(self.folded)
            if department is None or not cuts_a_word(self.folded, rest)
        ]
        return [found[0], found[-1]] if len(found) > 1 else found
