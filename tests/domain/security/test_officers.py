"""Who has an incident: never the account that it is about, nor who is named in a leak; level by level."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.security.incident import Incident, IncidentKind
from bot.domain.security.officers import is_topmost, officers
from bot.files.company import load
from bot.identifiers import UserId
from tests.chat import SAMPLE_COMPANY

COMPANY = load(SAMPLE_COMPANY).company
NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
WU, LIN, ZHANG = UserId("wuguan"), UserId("linmi"), UserId("zhangsan")


def incident(kind: IncidentKind = IncidentKind.ACCOUNT, teller: UserId = ZHANG, text: str = "") -> Incident:
    return Incident("WA-1", kind, text, teller, NOW)


@pytest.mark.parametrize(
    ("told", "first"),
    [
        (incident(), (WU,)),
        (incident(teller=WU), (LIN,)),
        (incident(IncidentKind.LURE, teller=WU), (WU,)),
        (incident(IncidentKind.LEAK, text="吴管把名单卖了"), (LIN,)),
        (incident(IncidentKind.PAID), (WU, UserId("mali"))),
    ],
)
def test_who_has_it_first(told: Incident, first: tuple[UserId, ...]) -> None:
    assert officers(told, COMPANY) == first


def test_level_by_level_up_to_the_top() -> None:
    told = incident()
    assert not is_topmost(told, COMPANY)
    assert officers(told.raised(), COMPANY) == (WU, LIN)
    assert is_topmost(told.raised().raised(), COMPANY)


def test_whoever_is_on_duty_comes_before_the_others() -> None:
    assert officers(incident(), COMPANY, on_duty=(LIN,)) == (LIN,)
    assert officers(incident().raised(), COMPANY, on_duty=(LIN,)) == (LIN, WU)


def test_where_nobody_has_a_role_somebody_has_it_nevertheless() -> None:
    bare = replace(COMPANY, security=replace(COMPANY.security, chain=()))
    assert officers(incident(teller=WU), bare)
