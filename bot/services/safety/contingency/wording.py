"""What people read about plans for emergencies."""

from collections.abc import Sequence
from typing import Final

from bot.domain.safety.contingency.plan import Contingency
from bot.domain.wording import quote_user, shown
from bot.identifiers import TaskId
from bot.shapes.outgoing import Button, Card

GO, DROP, READ = "go", "drop", "read"
LISTED: Final = 30
PREVIEW: Final = 120  # characters of a text on a draft's card


def draft_card(plan: Contingency, files: int, task_id: TaskId, before: Contingency | None, first: str) -> Card:
    title = f"{plan.called} 还没发布 {plan.number}"
    edition = f"第 {plan.edition} 版，发布后 {before.number} 就作废。" if before else ""
    text = shown(plan.text, PREVIEW) if plan.text else "还没有文字。"
    enclosed = f"附件 {files} 个。" if files else "有文件的，30 分钟内私聊发我，就放进去。"
    words = f"{first}{edition}{text}\n{enclosed}"
    how = "要发布，到手机或电脑上的企业微信里按卡片。"
    buttons = (Button("发布", GO), Button("不发了", DROP, style=3))
    return Card(title=title, desc=words, plain=f"【{title}】{words}{how}", buttons=buttons, task_id=task_id)


def read_card(plan: Contingency, files: int, task_id: TaskId, *, read: bool) -> Card:
    """What stands below the text: that one has read it."""
    title = f"{plan.called}第 {plan.edition} 版 {plan.number}"
    words = f"{f'附件 {files} 个也发你了。' if files else ''}{'你看过了。' if read else '看完按「看过了」。'}"
    buttons = () if read else (Button("看过了", READ),)
    return Card(title=title, desc=words, plain=f"【{title}】{words}", buttons=buttons, task_id=task_id)


def text_of(plan: Contingency) -> str:
    return f"【{plan.called}】\n{quote_user(plan.text)}" if plan.text else f"【{plan.called}】内容在附件里。"


def listed(plans: Sequence[Contingency]) -> str:
    lines = [f"· {each.number} {each.called}第 {each.edition} 版，{each.written_on:%Y-%m-%d}" for each in plans]
    more = [f"还有 {len(plans) - LISTED} 份，按名字找：/应急预案 消防。"] if len(plans) > LISTED else []
    return "\n".join([f"应急预案 {len(plans)} 份：", *lines[:LISTED], *more, "看一份发 /应急预案 消防，或者发编号。"])
