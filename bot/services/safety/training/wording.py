"""What people read about a training."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.safety.training.exam import FEWEST
from bot.domain.safety.training.training import Training, TrainingKind, hours_said
from bot.domain.wording import shown
from bot.identifiers import TaskId
from bot.shapes.outgoing import Button, Card, Select

GO, EXAM, DROP = "go", "exam", "drop"
KIND: Final = "kind"
LISTED: Final = 10


def draft_card(
    training: Training,
    people: int,
    questions: int,
    company: Company,
    now: datetime,
    task_id: TaskId | None,
    first: str = "",
) -> Card:
    """Before anybody is told: what is planned, and what is still open."""
    title = f"培训草稿：{shown(training.topic)}"
    when, place = clock_time(training.starts, now), training.place or "地点没写"
    trainer, exam = company.name_of(training.trainer), _exam(training, questions)
    lines = [
        f"{training.number} {when}，{place}，{hours_said(training.minutes)}",
        f"对象：{training.audience}，{people} 人；讲师：{trainer}；{exam}。",
        *open_points(training, people, questions),
    ]
    desc = first + "\n".join(lines)
    kinds = {each.name: each.value for each in TrainingKind}
    return Card(
        title,
        f"{title}。{desc}",
        desc=desc,
        select=Select(KIND, "类型", kinds, training.kind.name),
        buttons=(
            Button(f"通知 {people} 人", GO),
            Button("不考试" if training.exam else "要考试", EXAM, style=4),
            Button("不办了", DROP, style=3),
        ),
        task_id=task_id,
    )


def open_points(training: Training, people: int, questions: int) -> Sequence[str]:
    """What stands in the way, or is worth adding: each a sentence with its next step."""
    found = []
    if not people:
        found.append(f"对象里现在没有人。改对象发：/改培训 {training.number} 对象 生产部。")
    if not training.place:
        found.append(f"补地点发：/改培训 {training.number} 地点 二楼会议室。")
    if training.exam and questions < FEWEST:
        found.append(f"考试至少 {FEWEST} 题，现在 {questions} 题。从题库取发：/培训题 {training.number} 消防 5题。")
    return found or ["资料（图片、文件）30 分钟内私聊发我，就收进这次培训。"]


def planned(training: Training, people: int) -> str:
    told = f"已通知 {people} 人参加培训「{shown(training.topic)}」（{training.number}）。"
    return f"{told}开始前 15 分钟我把签到码发给讲师。"


def note(training: Training, company: Company, materials: int) -> str:
    """Told along with the time and place."""
    parts = [f"讲师 {company.name_of(training.trainer)}，{hours_said(training.minutes)}"]
    parts += ["讲完有小测验"] if training.exam else []
    told = f"{'，'.join(parts)}。"
    return f"{told}先看资料：/培训资料 {training.number}。" if materials else told


def _exam(training: Training, questions: int) -> str:
    return f"考试 {questions} 题" if training.exam else "不考试"
