"""Whose a place is."""

from dataclasses import replace

import pytest

from bot.domain.company import Company
from bot.domain.safety.areas import ELSEWHERE, Stale, area_called, area_of, contacts, heads, stale
from bot.domain.safety.rules import Area, SafetyRules
from bot.files.company import load
from bot.identifiers import UserId
from tests.chat import SAMPLE_COMPANY

ZHANG, WANG, LI, GAO = map(UserId, ("zhangsan", "wangqiang", "lisi", "gaofeng"))
SHOP = Area("3号车间", "A-03", ("装配车间",), "生产部", responsible=LI)
STORE = Area("仓库", "B-01", (), "仓储物流部")
YARD = Area("仓库东门", "B-02", (), "仓储物流部", responsible=UserId("gone"))


@pytest.fixture(scope="module")
def company() -> Company:
    return replace(load(SAMPLE_COMPANY).company, safety=SafetyRules((SHOP, STORE, YARD)))


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("3号车间", "3号车间"),
        ("三车间配电箱旁边", "3号车间"),
        ("装配车间门口", "3号车间"),
        ("a-03", "3号车间"),
        ("仓库二楼", "仓库"),
        ("仓库东门", "仓库东门"),
        ("13号车间", "生产部"),
        ("研发部茶水间", "研发部"),
        ("二楼楼梯口", "生产部"),
    ],
)
def test_the_area_of_a_place(company: Company, place: str, name: str) -> None:
    assert area_of(place, company, ZHANG).name == name


def test_a_place_that_says_nothing_reported_by_somebody_unknown(company: Company) -> None:
    assert area_of("楼梯口", company, UserId("stranger")) == Area(ELSEWHERE)


def test_the_responsible_comes_before_the_head(company: Company) -> None:
    assert contacts(SHOP, company) == (LI, WANG)
    assert heads(SHOP, company) == (WANG,)
    assert contacts(Area(ELSEWHERE), company) == ()


def test_who_has_left_is_nobody_to_turn_to(company: Company) -> None:
    assert contacts(YARD, company) == (GAO,)
    assert stale(company) == (Stale(YARD, (UserId("gone"),), (GAO,)),)


@pytest.mark.parametrize(("word", "name"), [("3号车间", "3号车间"), ("研发部", "研发部"), ("北京", None)])
def test_an_area_that_is_asked_for(company: Company, word: str, name: str | None) -> None:
    found = area_called(word, company)
    assert (found.name if found else None) == name
