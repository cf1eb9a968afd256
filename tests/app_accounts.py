"""WeCom's members as a contacts-sync secret writes them, for tests: `Accounts` and `DirectorySource` in one.

    app = AppAccounts.of(company)
    app.answers = [Outcome(Verdict.UNKNOWN)]     what it says to the next writing calls, one each

A refused call and one to be asked again change nothing; one of unknown outcome has happened, unless it is `LOST`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from bot.domain.accounts.newcomer import Newcomer
from bot.domain.accounts.works import Against
from bot.domain.company import Company
from bot.domain.people import Department, Person
from bot.identifiers import UserId
from bot.shapes.outgoing import Outcome, Verdict
from bot.shapes.ports import AccountRefused, DirectoryCopy

LOST = Outcome(Verdict.UNKNOWN, why="the question did not arrive")
MOBILE_TAKEN = Outcome(Verdict.REFUSED, errcode=60104)
AGAINST = {60102: Against.TAKEN, 60104: Against.MOBILE}


@dataclass(slots=True)
class AppAccounts:
    """`asked` tells what was written, the refused included."""

    people: Mapping[UserId, Person] = field(default_factory=dict)
    departments: Sequence[Department] = ()
    mobiles: Mapping[str, UserId] = field(default_factory=dict)
    answers: Sequence[Outcome] = ()
    asked: tuple[str, ...] = ()

    @classmethod
    def of(cls, company: Company) -> "AppAccounts":
        return cls({each.user_id: each for each in company.people}, company.departments)

    async def read(self) -> DirectoryCopy:
        return DirectoryCopy(tuple(self.departments), tuple(self.people.values()))

    async def find(self, user: UserId) -> Person | None:
        return self.people.get(user)

    async def of_mobile(self, mobile: str) -> UserId | None:
        return self.mobiles.get(mobile)

    async def create(self, user: UserId, newcomer: Newcomer) -> None:
        if self._may(f"create {user}", taken=newcomer.mobile in self.mobiles):
            self.by_hand(user, newcomer.name, newcomer.department, newcomer.position)
            self.mobiles = {**self.mobiles, newcomer.mobile: user}
        self._say()

    async def change(self, user: UserId, change: Mapping[str, str]) -> None:
        if self._may(f"change {user} {','.join(change)}"):
            told = {"name": change.get("name"), "position": change.get("position")}
            person = replace(self.people[user], **{key: value for key, value in told.items() if value})
            if number := change.get("department"):
                person = replace(person, main_department=int(number), departments=(int(number),))
            self.people = {**self.people, user: person}
        self._say()

    async def enable(self, user: UserId, *, on: bool) -> None:
        if self._may(f"{'enable' if on else 'disable'} {user}"):
            self.people = {**self.people, user: replace(self.people[user], active=on)}
        self._say()

    async def delete(self, user: UserId) -> None:
        if self._may(f"delete {user}"):
            self.people = {key: value for key, value in self.people.items() if key != user}
        self._say()

    def by_hand(self, user: str, name: str, department: int, position: str = "") -> None:
        """An administrator makes one in the console."""
        person = Person(UserId(user), name, department, (department,), position)
        self.people = {**self.people, person.user_id: person}

    def _may(self, what: str, *, taken: bool = False) -> bool:
        """Whether it happens."""
        self.asked = (*self.asked, what)
        if taken:
            self.answers = (MOBILE_TAKEN, *self.answers)
        said = self.answers[0] if self.answers else Outcome(Verdict.DONE)
        return said.verdict in (Verdict.DONE, Verdict.UNKNOWN) and said is not LOST

    def _say(self) -> None:
        said, self.answers = (self.answers[0], self.answers[1:]) if self.answers else (Outcome(Verdict.DONE), ())
        if said.verdict is not Verdict.DONE:
            raise AccountRefused(said, AGAINST.get(said.errcode, Against.UNTOLD))
