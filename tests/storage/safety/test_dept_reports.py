"""A department's report comes back whole, on both databases; of two changes of one version one counts."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from tortoise.exceptions import IntegrityError

from bot.domain.safety.dept_reports.period import Period
from bot.domain.safety.dept_reports.report import Counts, DeptReport
from bot.identifiers import UserId
from bot.shapes.act import Act
from bot.storage.safety.dept_reports import DeptReportTable

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
WANG = UserId("wangqiang")
BY = Act(WANG, "部门安全报告", "部门负责人", "test:1", NOW)
NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
REPORT = DeptReport("BG-20261122-001", "生产部", NOVEMBER.first, NOVEMBER.last, Counts(found=2), WANG, NOW, "缺人")
TABLE = DeptReportTable()

pytestmark = pytest.mark.usefixtures("database")


async def test_told_and_told_anew() -> None:
    await TABLE.add(REPORT, by=BY)
    assert await TABLE.of("生产部", NOVEMBER) == REPORT
    again = replace(REPORT, words="够了", version=2)
    assert await TABLE.save(again, was=1, by=BY)
    assert not await TABLE.save(again, was=1, by=BY)
    assert await TABLE.about(NOVEMBER) == [again]


async def test_one_for_a_department_and_its_days() -> None:
    await TABLE.add(REPORT, by=BY)
    week = replace(REPORT, number="BG-20261122-002", first=date(2026, 11, 16), last=date(2026, 11, 22))
    await TABLE.add(week, by=BY)
    assert await TABLE.about(week.period) == [week]
    assert await TABLE.between(date(2026, 11, 1), date(2026, 11, 30)) == [REPORT, week]
    assert await TABLE.of("研发部", NOVEMBER) is None
    with pytest.raises(IntegrityError):
        await TABLE.add(replace(REPORT, number="BG-20261122-003"), by=BY)
