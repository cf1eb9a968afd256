"""What people read about a request: the card they are asked by, and how things stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.approvals.request import Asked, Decision, Power, Request, RequestState, Standing
from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.wording import shown
from bot.identifiers import TaskId
from bot.services.approvals.kinds import Look
from bot.shapes.outgoing import Button, Card

AGREE, REJECT, SPEAK = "agree", "reject", "speak"
APPROVE, REFUSE, DATES, PAPERS = "同意申请", "驳回", "商量日期", "材料不齐"  # the commands of the same effect
MOST_LISTED = 10
WHAT_WAITS: Final = "发 /待办 看现在等你审批的。"


def key(answer: str, version: int) -> str:
    """A button's: what it says, and to which version."""
    return f"{answer}.{version}"


def read_key(written: str) -> tuple[str, int] | None:
    answer, _, version = written.partition(".")
    known = answer.isascii() and answer.isalpha() and version.isascii() and version.isdecimal() and len(version) < 9
    return (answer, int(version)) if known else None


@dataclass(frozen=True, slots=True)
class Choice:
    """The two things that whoever is asked may do: what the buttons say, and the command that does the second."""

    agree: str
    other: str
    command: str
    more: str  # behind the command and the number
    style: int = 4


CHOICES: Final[Mapping[Power, Choice]] = {
    Power.DECIDES: Choice("同意", "驳回", REFUSE, "理由", style=2),
    Power.DATES: Choice("同意", "商量日期", DATES, "想改到哪天"),
    Power.PAPERS: Choice("材料齐了", "材料不齐", PAPERS, "缺什么"),
}


def asking_card(
    request: Request, asked: Asked, company: Company, task_id: TaskId | None, looks: Sequence[Look] = ()
) -> Card:
    number, wish, choice = request.number, wish_of(request, company), CHOICES[request.step.power]
    details = "".join(f"{name}：{value}。" for name, value in request.draft.details)
    other = REJECT if request.step.power is Power.DECIDES else SPEAK
    return Card(
        title=wish,
        desc=f"{number}{_why(asked, company)}",
        plain=f"{wish}（{number}{_why(asked, company)}）。{details}{how_to_answer([request], number)}"
        + "".join(f"{look.said}请发「/{look.command} {number}」。" for look in looks),
        fields=request.draft.details,
        buttons=(
            Button(choice.agree, key(AGREE, asked.version)),
            Button(choice.other, key(other, asked.version), style=choice.style),
            *(Button(look.said, key(look.key, asked.version), style=4) for look in looks),
        ),
        task_id=task_id,
    )


def how_to_answer(requests: Sequence[Request], number: str = "编号") -> str:
    """In words, where there are no buttons."""
    ways = [CHOICES[power] for power in Power if any(each.step.power is power for each in requests)]
    agree = "、".join(dict.fromkeys(way.agree for way in ways))
    others = "，".join(f"{way.other}请回「/{way.command} {number} {way.more}」" for way in ways)
    return f"{agree}请回「/{APPROVE} {number}」，{others}。"


def wish_of(request: Request, company: Company) -> str:
    return f"{company.name_of(request.applicant)} 申请{request.text}"


def face(request: Request, company: Company, outcome: str) -> Card:
    """The card of somebody who isn't asked any more."""
    return Card(title=wish_of(request, company), desc=outcome, plain=f"{request.number} {outcome}")


def stands(request: Request, company: Company, now: datetime) -> str:
    """How it stands, as a sentence: `等 王强 审批。`, `已同意（赵国强，10:05）。`"""
    if request.is_pending:
        return f"等 {waiting_names(request, company)} {'核对材料' if _looks_at_papers(request) else '审批'}。"
    decision = request.last_decision
    if decision is None or request.state not in (RequestState.APPROVED, RequestState.REJECTED):
        return f"{request.state}。"
    reason = f"，理由：{shown(decision.reason, 100)}" if decision.reason else ""
    when = clock_time(decision.at.astimezone(now.tzinfo), now)
    return f"{request.state}（{decider(decision, company)}，{when}{reason}）。"


def _looks_at_papers(request: Request) -> bool:
    return request.step.power is Power.PAPERS


def decided(request: Request, company: Company, now: datetime) -> str:
    """To who has just decided: how it stands, and what he was told that speaks against it."""
    warned = request.last_decision.warned if request.last_decision else ""
    return f"{stands(request, company, now)}{f'注意：{warned}' if warned else ''}"


def decider(decision: Decision, company: Company) -> str:
    own = company.name_of(decision.by)
    return f"{own}代{company.name_of(decision.stead_of)}" if decision.stead_of else own


def waiting_names(request: Request, company: Company) -> str:
    names = [company.name_of(each.user) for each in request.waits_for]
    joint = " 或 " if request.step.needed == 1 else "、"
    return joint.join(names) or "补上该岗位的人"


def reminder(requests: list[Request], company: Company) -> str:
    """One message for everything that waits for one person."""
    listed = "\n".join(f"{each.number} {wish_of(each, company)}" for each in requests[:MOST_LISTED])
    more = "其余的发 /待办 看。\n" if len(requests) > MOST_LISTED else ""
    return f"还有 {len(requests)} 条申请等你审批：\n{listed}\n{more}{how_to_answer(requests)}"


def _why(asked: Asked, company: Company) -> str:
    if asked.stead_of is None:
        return ""
    other = company.name_of(asked.stead_of)
    match asked.standing:
        case Standing.DEPUTY:
            return f"，{other}不在，由你代审"
        case Standing.ESCALATED:
            return f"，{other}还没有审批，请你一起看"
    return f"，{other}不能审批这一条，由你审批"
