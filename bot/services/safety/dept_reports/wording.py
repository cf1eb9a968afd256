"""What people read about the report of a department."""

from datetime import date, datetime
from typing import Final

from bot.domain.company import Company
from bot.domain.people import Department
from bot.domain.safety.dept_reports.period import Period
from bot.domain.safety.dept_reports.report import Counts, DeptReport
from bot.domain.wording import quote_user
from bot.identifiers import TaskId
from bot.shapes.outgoing import Button, Card

TELL, WORDS = "tell", "words"
COMMAND: Final = "部门安全报告"
ASKED: Final = "做了什么、有什么问题、要什么支持？"
NOTHING: Final = "无补充"


def called(department: str, period: Period, today: date) -> str:
    """`生产部 11月安全情况`"""
    return f"{department.rpartition('/')[2]} {period.said(today)}安全情况"


def form(department: Department, period: Period, counts: Counts, today: date, task_id: TaskId) -> Card:
    """What is about to be told, and whether something is to be added."""
    title = called(department.name, period, today)
    said = f"{counts.said}没有要补充的，按「上报」；做了什么、有什么问题、要什么支持，按「写补充」。"
    how = f"要报，发 /{COMMAND} {department.name} 加补充的话；没有补充就写 {NOTHING}。"
    return Card(
        title=title,
        desc=said,
        plain=f"【{title}】{counts.said}{how}",
        buttons=(Button("上报", TELL), Button("写补充", WORDS, style=4)),
        task_id=task_id,
    )


def news(report: DeptReport, company: Company, now: datetime) -> str:
    """To who answers for safety."""
    anew = "（更正）" if report.version > 1 else ""
    head = f"【部门安全报告】{called(report.department, report.period, now.date())}{anew}"
    return f"{head}\n{content(report)}\n{company.name_of(report.author)} 上报，{report.number}。"


def content(report: DeptReport) -> str:
    words = f"\n补充：{quote_user(report.words)}" if report.words else ""
    return f"{report.counts.said}{words}"
