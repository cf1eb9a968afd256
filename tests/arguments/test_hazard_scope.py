"""Which hazards somebody asks about, and which sentences ask about one at all."""

from datetime import UTC, datetime

import pytest

from bot.arguments.hazard_scope import HazardScope, asks_for_pictures, asks_of_one
from bot.domain.company import Company
from bot.errors import Code, UserError
from bot.files.company import load
from bot.shapes.arguments import Scene, Words
from tests.chat import SAMPLE_COMPANY


@pytest.fixture(scope="module")
def company() -> Company:
    return load(SAMPLE_COMPANY).company


def read(company: Company, said: str, *, guessed: bool = False) -> HazardScope:
    scene = Scene(None, company, datetime(2026, 11, 22, tzinfo=UTC))
    return HazardScope.read(Words(said, guessed=guessed), scene)


@pytest.mark.parametrize(
    ("said", "scope"),
    [
        ("", HazardScope()),
        ("yh20261122001", HazardScope(number="YH-20261122-001")),
        ("YH-20261122-001到哪一步了", HazardScope(number="YH-20261122-001")),
        ("本月", HazardScope(month=True)),
        ("全公司", HazardScope(all=True)),
        ("生产部", HazardScope(area="生产部")),
        ("生产部的隐患整改情况", HazardScope(area="生产部")),
        ("3号车间", HazardScope(place="3号车间")),
        ("我报的", HazardScope()),
    ],
)
def test_what_is_asked_about(company: Company, said: str, scope: HazardScope) -> None:
    assert read(company, said) == scope


def test_an_area_that_nobody_knows(company: Company) -> None:
    with pytest.raises(UserError) as raised:
        read(company, "火星")
    assert raised.value.code is Code.NOT_FOUND
    assert read(company, "火星", guessed=True) == HazardScope()


@pytest.mark.parametrize(
    ("line", "one", "pictures"),
    [
        ("YH-20261122-001到哪一步了？", True, False),
        ("查一下yh20261122001", True, False),
        ("YH-20261122-001 处理了吗", True, False),
        ("看看YH-20261122-001的照片", False, True),
        ("YH-20261122-001 整改完了", False, False),
        ("YH-20261122-001 验收通过", False, False),
        ("QJ-20261122-001到哪一步了", False, False),
    ],
)
def test_what_asks_about_one(line: str, one: bool, pictures: bool) -> None:
    assert (asks_of_one(line), asks_for_pictures(line)) == (one, pictures)
