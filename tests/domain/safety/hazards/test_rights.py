"""Who may do what with a hazard, in the sample company."""

from dataclasses import replace

import pytest

from bot.domain.safety.hazards import rights
from bot.domain.safety.hazards.hazard import Grade, Hazard, HazardFacts, HazardKind, Plan
from bot.errors import Code, UserError
from bot.files.company import load
from bot.identifiers import UserId
from tests.chat import SAMPLE_COMPANY

FILE = load(SAMPLE_COMPANY)
COMPANY = FILE.company
OFFICER, HEAD, OWNER = UserId("chenan"), UserId("zhaoguoqiang"), UserId("wangqiang")
HAZARD = Hazard("YH-1", HazardFacts("3号车间", "门坏了", HazardKind.ELECTRIC), FILE.now, area="生产部")
MAJOR = replace(HAZARD, grade=Grade.MAJOR)


def test_the_safety_officers_look_after_hazards_and_others_where_there_is_none() -> None:
    assert rights.officers(COMPANY) == (OFFICER,)
    rights.ensure_officer(OFFICER, COMPANY)
    with pytest.raises(UserError):
        rights.ensure_officer(OWNER, COMPANY)
    nobody = replace(COMPANY, role_rules={})
    assert rights.officers(nobody) == ()


def test_who_answers_for_the_place_verifies_a_general_one_unless_he_fixed_it() -> None:
    assert OWNER in rights.verifiers(HAZARD, COMPANY)
    fixed = replace(HAZARD, plan=Plan(OWNER))
    assert OWNER not in rights.verifiers(fixed, COMPANY)
    with pytest.raises(UserError) as caught:
        rights.ensure_may_verify(OWNER, fixed, COMPANY)
    assert caught.value.code is Code.SELF_TARGET
    with pytest.raises(UserError) as caught:
        rights.ensure_may_verify(UserId("lisi"), fixed, COMPANY)
    assert caught.value.code is Code.NO_PERMISSION


def test_a_major_one_takes_an_officer_and_the_head_of_the_unit() -> None:
    assert rights.verifiers(MAJOR, COMPANY) == (OFFICER, HEAD)
    assert not rights.is_enough(MAJOR, OFFICER, COMPANY)
    assert not rights.is_enough(MAJOR, HEAD, COMPANY)
    assert rights.is_enough(replace(MAJOR, signed=(OFFICER,)), HEAD, COMPANY)
    assert rights.is_enough(HAZARD, OFFICER, COMPANY)


def test_the_owner_or_an_officer_for_him() -> None:
    given = replace(HAZARD, plan=Plan(OWNER))
    for user in (OWNER, OFFICER):
        rights.ensure_owner(user, given, COMPANY)
    for hazard in (given, HAZARD):
        with pytest.raises(UserError):
            rights.ensure_owner(UserId("lisi"), hazard, COMPANY)
