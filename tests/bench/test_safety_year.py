"""Two weeks around the Spring Festival in short: what is said of safety is what somebody else's book says."""

from datetime import date, datetime, time
from pathlib import Path

from bench.groups import HERE
from bench.safety_book import Accident, Book, Hazard
from bench.safety_days import sayings
from bench.safety_time import Away, loud, worked
from bench.safety_year import simulate

EVE = datetime(2026, 2, 11, tzinfo=HERE)


def moment(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 2, day, hour, minute, tzinfo=HERE)


async def test_over_the_festival_with_deaths_and_hours_without_anybody(tmp_path: Path) -> None:
    done, differs = await simulate(tmp_path, EVE, 14, seed=1, every=5)
    assert differs == []
    assert done["lines"] > 100
    assert min(done["killed"], done["outages"], done["accidents"], done["hazards"], done["notices"]) >= 1


def test_the_book_knows_when_nobody_is_to_be_disturbed() -> None:
    assert loud(moment(13, 20, 59)) == moment(13, 20, 59)
    assert loud(moment(14, 21)) == moment(24, 8)  # over nine days of rest
    assert worked(moment(14, 17), 4) == moment(24, 11, 30)


def test_the_book_has_each_day_of_the_festival_once() -> None:
    days = {each: [(one.at.time(), one.title) for one in sayings(date(2026, 2, each), HERE)] for each in range(10, 26)}
    assert days[12] == [(time(10), "春节前的检查")]
    assert days[14] == [(time(15), "明天起放假，走之前看一眼")]
    assert days[24] == [(time(8), "开工第一课")]
    assert days[25] == [(time(9), "冬去春来，三件事")]
    assert not any(days[each] for each in range(15, 24))


def test_the_book_moves_what_falls_due_while_nobody_is_there() -> None:
    book = Book(EVE, moment(25, 0), [Away(moment(11, 10, 25), moment(11, 11, 5))])
    book.accidents.append(Accident("SG", moment(11, 10), "zhangsan", "fire", taken=moment(11, 10, 0), closed=None))
    clock = [line.at for line in book.lines() if line.what == "SG clock" and line.to == "chenan"]
    assert clock == [moment(11, 10), moment(11, 11, 5)]
    windows = [line.at for line in book.lines() if line.what == "SG window"]
    assert windows == [moment(14, 9)]  # its seven days end within the festival


def test_the_book_climbs_by_working_days() -> None:
    book = Book(EVE, moment(28, 23))
    given = moment(11, 10, 30)
    book.hazards.append(Hazard("YH", moment(11, 10), assigned=given, owner="zhangsan", due=date(2026, 2, 12)))
    climbed = {line.to: line.at for line in book.lines() if "overdue day" in line.what}
    assert climbed == {"wangqiang": moment(24, 9), "zhaoguoqiang": moment(28, 9)}
