"""What there is to ask about a group: by the registry, the directory and the last list; by nicknames and consents."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.groups.doubts import Doubt, DoubtKind
from bot.domain.groups.errands import Errand
from bot.domain.groups.group import Group
from bot.domain.groups.reviews import PAGE
from bot.domain.groups.rules import Consent, ConsentState, RulesVersion
from bot.domain.nicknames.cases import NicknameCase
from bot.identifiers import GroupId
from bot.services.approvals.kinds import Desk
from bot.services.groups.rosters.doubting import standing

NOT_AGREED = frozenset({ConsentState.ASKED, ConsentState.DEEMED, ConsentState.UNTOLD, ConsentState.REFUSED})


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of many groups at once."""

    errands: Collection[Errand]
    cases: Collection[NicknameCase]
    rules: Mapping[GroupId, RulesVersion]


async def known(desk: Desk, groups: Collection[Group]) -> Known:
    store = desk.store
    rules = await store.rules.latest([group.id for group in groups])
    return Known(await store.errands.open_ones(), await store.nickname_cases.open_ones(), rules)


async def doubts_about(desk: Desk, group: Group, what: Known) -> Sequence[Doubt]:
    """At most one of each person. What an errand is about is under way already, and nobody is asked about it."""
    found = await standing(desk, group, await desk.store.rosters.known_doubts(group.id))
    under_way = {user for errand in what.errands if errand.group == group.id for user in errand.people}
    fine = group.members - {each.user for each in found} - under_way
    wrong = sorted({case.user for case in what.cases if case.group == group.id} & fine)
    found = (*found, *(Doubt(DoubtKind.UNNAMED, user) for user in wrong))
    version = what.rules.get(group.id)
    consents = await desk.store.consents.of_version(group.id, version.number) if version else ()
    fine -= set(wrong)
    return (*found, *_unconfirmed([each for each in consents if each.user in fine], room=PAGE - len(found)))


def _unconfirmed(consents: Sequence[Consent], *, room: int) -> Iterator[Doubt]:
    """Who said no; who said nothing too, unless these are so many that they would hide the others."""
    silent = [each for each in consents if each.state in NOT_AGREED]
    for each in silent if len(silent) <= room else [each for each in silent if each.state is ConsentState.REFUSED]:
        why = "说了不同意" if each.state is ConsentState.REFUSED else ""
        yield Doubt(DoubtKind.UNCONFIRMED, each.user, why=why)
