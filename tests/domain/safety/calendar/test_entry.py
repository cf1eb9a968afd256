from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.calendar.calendar import Calendar
from bot.domain.safety.calendar.entry import NO_THEME, Occasion, of_day
from bot.domain.safety.calendar.reading import shipped
from bot.domain.safety.calendar.year import EXPOSED

CALENDAR = Calendar()


def on(day: str, exposed: frozenset[str] = EXPOSED) -> list[Occasion]:
    now = datetime.fromisoformat(day).replace(tzinfo=ZoneInfo("Asia/Shanghai"))
    return list(of_day(shipped().values(), now, CALENDAR, exposed))


def names(day: str, exposed: frozenset[str] = EXPOSED) -> set[str]:
    return {each.entry.name for each in on(day, exposed)} - {"班前会", "每日一题"}


def test_what_is_weekly_gives_way_and_dates_do_not() -> None:
    assert names("2026-11-23") == {"每周提醒"}
    assert names("2026-11-02") == {"消防宣传月", "每月安全计划"}
    assert names("2026-06-16") == {"安全咨询日", "节前检查", "节前值班表"}
    assert names("2026-09-28") == {"节后收心", "节前检查", "节前值班表"}
    assert names("2026-11-11") == {"消防月每周"}


def test_the_first_lesson_takes_the_place_of_the_day_after() -> None:
    assert names("2026-02-24") == {"开工第一课"}
    assert "节后收心" in names("2026-10-08")


def test_nothing_on_days_of_rest() -> None:
    assert on("2026-02-17") == []
    assert on("2026-11-22") == []
    assert "班前会" in {each.entry.name for each in on("2026-02-28")}  # a Saturday that is worked


def test_a_typhoon_is_for_those_who_are_exposed_to_it() -> None:
    assert "台风季" not in names("2026-07-01")
    assert "台风季" in names("2026-07-01", EXPOSED | {"台风"})


def test_braces_are_filled_in() -> None:
    (eve,) = [each for each in on("2026-09-30") if each.entry.name == "放假前一天"]
    words = eve.words(eve.entry.text, CALENDAR, "")
    assert "10月1日(周四)至10月7日(周三)国庆节放假，10月8日(周四)上班" in words
    (month,) = [each for each in on("2026-06-01") if each.entry.name == "安全生产月"]
    assert NO_THEME in month.words(month.entry.text, CALENDAR, "")
    assert "人人讲安全" in month.words(month.entry.text, CALENDAR, "人人讲安全")
