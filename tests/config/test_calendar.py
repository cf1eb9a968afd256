"""The section [calendar]: what it says takes effect, what makes no sense is refused with a line that helps."""

import json
from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.config import loading
from bot.config.calendar import CalendarSection
from bot.domain.approvals.pace import Pace
from bot.domain.calendar.calendar import Calendar
from bot.domain.calendar.kinds import DayKind
from bot.domain.calendar.shift import DAY_SHIFT
from bot.domain.calendar.span import Half
from bot.domain.calendar.statutory import statutory_days
from tests.config.test_settings import MINIMAL

DAY = date(2026, 12, 25)


def year_2027() -> str:
    days = [{"name": name, "date": str(day), "isOffDay": True} for day, name in statutory_days(2027).items()]
    return json.dumps({"year": 2027, "papers": ["https://example.org/notice"], "days": days})


def test_nothing_said_is_the_usual() -> None:
    assert CalendarSection().pace() == Pace(shift=DAY_SHIFT, calendar=Calendar())


def test_the_company_has_days_of_its_own() -> None:
    calendar = CalendarSection(company_days={"2026-12-25": "厂庆"}).calendar()
    assert calendar.kind(DAY) is DayKind.COMPANY
    assert calendar.name(DAY) == "厂庆"


def test_half_days_and_days_that_are_worked_in_exchange() -> None:
    said = {"2026-12-31": "下午放假 跨年", "2026-12-26": "上班 跨年", "2026-12-25": "放假"}
    calendar = CalendarSection(company_days=said).calendar()
    assert (calendar.half_off(date(2026, 12, 31)), calendar.name(date(2026, 12, 31))) == (Half.PM, "跨年")
    assert calendar.kind(date(2026, 12, 26)) is DayKind.ADJUSTED_WORK
    assert calendar.kind(DAY) is DayKind.COMPANY


def test_a_year_can_be_brought_in(tmp_path: Path) -> None:
    file = tmp_path / "2027.json"
    file.write_text(year_2027(), encoding="utf-8")
    calendar = CalendarSection(years=[str(file)]).calendar()
    assert calendar.is_published(2027)
    assert calendar.is_published(2026)


def test_it_reaches_the_company(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    section = '[calendar]\nhours = "09:00-12:00 13:00-18:00"\n[calendar.company_days]\n"2026-12-25" = "厂庆"\n'
    file.write_text(f"{MINIMAL}\n{section}", encoding="utf-8")
    pace = loading.load(file).configured_company().pace
    assert pace.calendar.kind(DAY) is DayKind.COMPANY
    assert pace.shift.said == "09:00 到 18:00"
    assert pace.escalate_after == 480


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"hours": "day"}, "要写成 08:30-12:00 13:30-18:00 这样"),
        ({"hours": "09:00-09:00"}, "上班和下班不能是同一个时刻"),
        ({"hours": "25:00-26:00"}, "要写成 08:30-12:00 13:30-18:00 这样"),
        ({"company_days": {"12-25": "厂庆"}}, "12-25 不是日期，要写成 2026-12-25 这样"),
        ({"company_days": {"2027-01-01": "上班"}}, "2027-01-01 是法定节假日，公司不能改成上班"),
        ({"years": ["/nowhere/2027.json"]}, "文件 /nowhere/2027.json 没有这个文件"),
        ({"day": 1}, "day"),
    ],
)
def test_what_makes_no_sense(wrong: dict[str, object], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        CalendarSection.model_validate(wrong)


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("2027.json", '{"year": 2027, "papers": [], "days": []}', "说明放假安排还没公布"),
        ("2027.json", "[", "这个文件读不懂"),
        ("2027.txt", "放假通知", "没有写通知的网址"),
    ],
)
def test_a_file_that_is_no_year(tmp_path: Path, name: str, text: str, why: str) -> None:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ValidationError, match=why):
        CalendarSection(years=[str(file)])
