"""What people read about a drill."""

from datetime import datetime
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.safety.contingency.plan import Contingency
from bot.domain.safety.drills.drill import Drill, DrillState
from bot.domain.safety.training.audience import said
from bot.domain.wording import shown
from bot.shapes.outgoing import Button, Card

GO, DROP, JUDGE = "go", "drop", "judge"
ASKED: Final = "哪里做得好，哪里有问题？"
HOW: Final = "例如：好的：3分钟撤完；问题：集合点没人点名；东门打不开。没有问题就写 没有问题"


def called(drill: Drill) -> str:
    """`专项演练「消防疏散」`"""
    return f"{drill.kind}演练「{shown(drill.topic, 30)}」"


def when(drill: Drill, now: datetime) -> str:
    place = f"，{shown(drill.place, 20)}" if drill.place else ""
    return f"{clock_time(drill.starts, now)}{place}"


def draft_card(drill: Drill, plan: Contingency | None, people: int, company: Company, now: datetime) -> Card:
    title = f"{called(drill)} 还没通知 {drill.number}"
    who = shown(said(drill.specs, company), 40)
    words = f"{when(drill, now)}。参加：{who}，{people} 人；负责人：{company.name_of(drill.leader)}。{practises(plan)}"
    buttons = (Button(f"通知 {people} 人", GO), Button("不办了", DROP, style=3))
    how = "要通知，到手机或电脑上的企业微信里按卡片。"
    return Card(title=title, desc=words, plain=f"【{title}】{words}{how}", buttons=buttons)


def note(drill: Drill, company: Company) -> str:
    """Told along with the time and place."""
    told = f"{drill.kind}演练，听负责人 {company.name_of(drill.leader)} 指挥；报告时先说「演练」。"
    return f"{told}先看预案：/应急预案 {drill.plan}。" if drill.plan else told


def practises(plan: Contingency | None) -> str:
    return f"按{plan.called}（{plan.number}）练。" if plan else "预案库里没有对应的预案，有就先发 /发布预案。"


def judge_card(drill: Drill, first: str) -> Card:
    title = f"{called(drill)}请评估 {drill.number}"
    words = f"{first}写下做得好的和有问题的，有问题的登记成隐患去整改。"
    plain = f"【{title}】{words}发「/演练评估 {drill.number} 好的：… 问题：…」。"
    return Card(title=title, desc=words, plain=plain, buttons=(Button("写评估", JUDGE),))


def line(drill: Drill, now: datetime) -> str:
    """`YL-20261210-001 12月10日(周四) 14:00 专项「消防疏散」：到 8/10 人，问题 1 个。`"""
    head = f"{drill.number} {clock_time(drill.starts, now)} {drill.kind}「{shown(drill.topic, 20)}」"
    if drill.state is not DrillState.DONE:
        return f"{head}：{'还没评估' if drill.state is DrillState.PLANNED and drill.starts < now else drill.state}。"
    gaps = f"问题 {len(drill.gaps)} 个" if drill.gaps else "没有问题"
    return f"{head}：到 {drill.came}/{drill.asked} 人，{gaps}。"
