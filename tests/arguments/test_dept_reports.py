from datetime import date

import pytest

from bot.arguments.dept_reports import DeptReportSaid
from bot.domain.safety.dept_reports.period import Period
from bot.shapes.arguments import Words
from tests.arguments.reading import scene

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))


@pytest.mark.parametrize(
    ("written", "department", "period", "words", "silent"),
    [
        ("", None, None, "", False),
        ("生产部", "生产部", None, "", False),
        ("10月 生产部 补充：缺人", "生产部", OCTOBER, "缺人", False),
        ("10月 补充一句：3号线缺人", None, OCTOBER, "补充一句：3号线缺人", False),
        ("生产部上个月 缺人", "生产部", OCTOBER, "缺人", False),
        ("生产部 2026-10-01到2026-10-31 补充： 3月要停产", "生产部", OCTOBER, "3月要停产", False),
        ("上个月 没有补充。", None, OCTOBER, "", True),
        ("我们和生产部一起查了两遍", None, None, "我们和生产部一起查了两遍", False),
    ],
)
def test_in_front_stand_the_department_and_the_days(
    written: str, department: str | None, period: Period | None, words: str, silent: bool
) -> None:
    said = DeptReportSaid.read(Words(written), scene())
    assert (said.department.name if said.department else None, said.period) == (department, period)
    assert (said.words, said.silent, said.kept) == (words, silent, silent or bool(words))


@pytest.mark.parametrize("written", ["汇总", "10月汇总", "汇总 10月", "哪些部门没报", "谁还没报"])
def test_of_all_departments(written: str) -> None:
    said = DeptReportSaid.read(Words(written), scene())
    assert said.overview
    assert not said.kept
