"""How many members agreed, are silent, were not asked: for whoever oversees the group, with names in a table."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.groups.group import Group
from bot.domain.groups.rules import Consent, ConsentState, RulesVersion
from bot.domain.people import Person
from bot.identifiers import UserId
from bot.pictures.bars import Bar, bar_chart
from bot.services.attaching import attach_picture, attach_table
from bot.shapes.context import Context

NOT_ASKED: Final = "没问过"
NAMED: Final = 10  # of those who have not said anything; of more there is a table
MOST_ROWS: Final = 5_000  # of a table; who agreed stands last
DRAWN_FROM: Final = 30  # members; of fewer a picture says less than a line
HEADER: Final = ("姓名", "部门", "表态", "时间", "方式")
_ORDER: Final = (
    ConsentState.AGREED,
    ConsentState.REFUSED,
    ConsentState.DEEMED,
    ConsentState.ASKED,
    ConsentState.UNTOLD,
)
_QUIET: Final = (ConsentState.ASKED, ConsentState.UNTOLD, NOT_ASKED)


@dataclass(frozen=True, slots=True)
class Tally:
    """`said`: what each is found to have said who is in the group now; whoever isn't there was never asked."""

    group: Group
    version: RulesVersion
    members: Sequence[Person]
    said: Mapping[UserId, ConsentState]

    def state_of(self, person: Person) -> str:
        return self.said.get(person.user_id, NOT_ASKED)

    @property
    def counts(self) -> Mapping[str, int]:
        found = Counter(map(self.state_of, self.members))
        return {name: found[name] for name in (*_ORDER, NOT_ASKED) if found[name]}


async def tally(ctx: Context, group: Group, version: RulesVersion) -> Tally:
    people = [person for user in sorted(group.insiders) if (person := ctx.company.person(user)) and person.active]
    states = await ctx.store.consents.states(group.id, version.number)
    return Tally(group, version, people, {user: state for user, state in states.items() if state in _ORDER})


def told(found: Tally, company: Company) -> str:
    counts = "，".join(f"{name} {number}" for name, number in found.counts.items())
    quiet = [each for each in found.members if found.state_of(each) in _QUIET]
    names = f"\n还没表态的：{'、'.join(map(company.told_apart, quiet))}。" if 0 < len(quiet) <= NAMED else ""
    return f"群里 {len(found.members)} 人：{counts}。「视为知悉」不算同意。{names}"


async def attach(found: Tally, ctx: Context) -> None:
    """The table where names would make a long line, and a picture where there is something to see."""
    if len(found.members) <= NAMED:
        return
    stem = f"群规表态-{found.group.name}-第{found.version.number}版"
    consents = await ctx.store.consents.of_version(found.group.id, found.version.number)
    lines = list(islice(rows(found, consents, ctx.company, ctx.now), MOST_ROWS))
    await attach_table(ctx, stem, "群规表态", HEADER, lines, plain="群规表态的明细，每人一行。")
    if len(found.members) >= DRAWN_FROM and len(found.counts) > 1:
        await attach_picture(ctx, stem, lambda: _drawn(found), plain=told(found, ctx.company))


def rows(found: Tally, consents: Iterable[Consent], company: Company, now: datetime) -> Iterator[tuple[str, ...]]:
    """Who agreed stands last: the others are those that somebody has to speak to."""
    details = {each.user: each for each in consents}
    for person in sorted(found.members, key=lambda each: found.state_of(each) == ConsentState.AGREED):
        said = details.get(person.user_id) if person.user_id in found.said else None
        when = clock_time(said.said_at.astimezone(now.tzinfo), now) if said and said.said_at else ""
        department = company.department_of(person)
        way = said.way.value if said and said.way and said.is_explicit else ""
        yield (company.told_apart(person), department.name if department else "", found.state_of(person), when, way)


def _drawn(found: Tally) -> str:
    bars = [Bar(name, number) for name, number in found.counts.items()]
    return bar_chart(f"{found.group.name}群规表态", bars, unit="人")
