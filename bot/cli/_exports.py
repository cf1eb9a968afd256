"""What `qunwu export` can write: a function for each, that loads what it takes when it is called."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bot.domain.company import Company
    from bot.domain.people import Person
    from bot.shapes.act import Act
    from bot.shapes.store import Store


@dataclass(frozen=True, slots=True)
class Wish:
    """`first` to `last`, both included; `reader`: a userid, for whom it is."""

    store: "Store"
    company: "Company"
    act: "Act"
    first: date
    last: date
    reader: str | None = None

    @property
    def now(self) -> datetime:
        return self.act.at


@dataclass(frozen=True, slots=True)
class Sheet:
    """`title`: what a row is, in Chinese."""

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]


async def leave(wish: Wish) -> Sheet:
    """Each person in it can see that it was exported. Raises ConfigError where it isn't for its reader."""
    from bot.domain.data_views import DataView, What
    from bot.identifiers import UserId
    from bot.services.leave.seeing.exporting import TITLE, export

    person = _of_the_office(wish.reader, wish.company) if wish.reader else None
    found = await export(wish.store, wish.company, wish.act.at, wish.first, wish.last, reader=person)
    for user in found.users:
        view = DataView(wish.act.at, UserId("cli"), user, What.EXPORT, why=f"{wish.first}至{wish.last}")
        await wish.store.data_views.note(view, by=wish.act)
    return Sheet(TITLE, found.header, found.rows)


async def hazards(wish: Wish) -> Sheet:
    """Who told of them is not in it, so nobody is to be told either."""
    from bot.services.safety.hazards.exporting import HEADER, TITLE, export

    return Sheet(TITLE, HEADER, await export(wish.store, wish.company, wish.act.at, wish.first, wish.last))


async def notices(wish: Wish) -> Sheet:
    """A row for each time that one went out; who has confirmed is counted, and not named."""
    from bot.services.notices.receipts.exporting import HEADER, TITLE, export

    return Sheet(TITLE, HEADER, await export(wish.store, wish.company, wish.act.at, wish.first, wish.last))


async def cases(wish: Wish) -> Sheet:
    """Accidents; who was hurt is not in it."""
    from bot.services.safety.accidents.exporting import HEADER, TITLE, export

    return Sheet(TITLE, HEADER, await export(wish.store, wish.company, wish.act.at, wish.first, wish.last))


async def trainings(wish: Wish) -> Sheet:
    """A row for each person on each training: time, content, people and results, as the law wants them kept."""
    from bot.services.safety.training.exporting import HEADER, TITLE, details

    return Sheet(TITLE, HEADER, await details(wish, wish.first, wish.last, whose=None))


def _of_the_office(user: str, company: "Company") -> "Person":
    """Raises ConfigError."""
    from bot.domain.leave.seeing.sight import is_of_the_office
    from bot.errors import ConfigError
    from bot.identifiers import UserId

    person = company.person(UserId(user))
    if person is None or not person.active or not is_of_the_office(person, company):
        raise ConfigError([f"{user} 不是在职的人力资源，不能看病假天数。核对账号，或者不写 --as 导出其余各列"])
    return person


EXPORTS: Final[Mapping[str, Callable[[Wish], Awaitable[Sheet]]]] = {
    "leave": leave,
    "hazards": hazards,
    "cases": cases,
    "notices": notices,
    "trainings": trainings,
}
