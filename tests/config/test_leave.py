"""The section [leave]: what it says takes effect, what makes no sense is refused with a line that helps."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bot.config import loading
from bot.config.leave import LeaveSection
from bot.domain.calendar.shift import read_shift
from bot.domain.leave.ledgers.entitlement import MidYear, Service
from bot.domain.leave.rules import UNKNOWN, LeaveRules
from bot.errors import ConfigError
from bot.identifiers import UserId
from tests.config.test_settings import MINIMAL

A = UserId("zhangsan")
PERSON = """
[leave.people.zhangsan]
began = 2016-07-01
joined = 2021-03-01
shift = "22:00-06:00"
days = { 2026 = { "年假" = 5.5 } }
"""


@pytest.mark.parametrize(("text", "may"), [("[leave]\n", True), ("[leave]\nsick_in_leave = false\n", False)])
def test_sick_inside_another_leave(tmp_path: Path, text: str, may: bool) -> None:
    assert rules(tmp_path, text).sick_in_leave is may


def rules(tmp_path: Path, text: str) -> LeaveRules:
    file = tmp_path / "config.toml"
    file.write_text(MINIMAL + text, encoding="utf-8")
    return loading.load(file).configured_company().leave


def test_nothing_said_is_the_law(tmp_path: Path) -> None:
    assert LeaveSection().rules() == LeaveRules()
    assert rules(tmp_path, "").facts(A) is UNKNOWN


def test_what_is_known_of_a_person(tmp_path: Path) -> None:
    facts = rules(tmp_path, PERSON).facts(A)
    assert facts.service == Service(date(2016, 7, 1), date(2021, 3, 1))
    assert facts.shift == read_shift("22:00-06:00", rostered=True)
    assert facts.given == {2026: {"年假": Decimal("5.5")}}


def test_who_was_never_anywhere_else(tmp_path: Path) -> None:
    facts = rules(tmp_path, "[leave.people.zhangsan]\nbegan = 2021-03-01\n").facts(A)
    assert facts.service == Service(date(2021, 3, 1), date(2021, 3, 1))


def test_region_and_types_of_the_company_s_own(tmp_path: Path) -> None:
    own = '[leave]\nregion = "上海"\nmid_year = "full_from_date"\n[[leave.types]]\nname = "司龄假"\nmost = 2\n'
    found = rules(tmp_path, own)
    assert found.types["司龄假"].limit() == 2
    assert found.types["陪产假"].limit() == 10
    assert found.annual.mid_year is MidYear.FULL_FROM_DATE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[leave]\nregion = "月球"', "没有「月球」的假期规定"),
        ('[[leave.types]]\nname = "司龄假"\nmosst = 2', "司龄假：不认识 mosst"),
        ('[leave.people.zhangsan]\nshift = "晚上"', "要写成 22:00-06:00 这样"),
        ("[leave.people.zhangsan]\nbegan = 2021-03-01\njoined = 2016-07-01", "joined（入职）早于 began"),
        ('[leave.people.zhangsan.days.2026]\n"年假" = -1', "不能小于 0"),
        ('[leave.people.zhangsan.days.2026]\n"年架" = 1', "没有这种假"),
        ('[leave.people.zhangsan.days.2026]\n"病假" = 1', "这种假不设余额"),
    ],
)
def test_what_makes_no_sense(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(ConfigError, match=said):
        rules(tmp_path, text)
