"""What people read about a request: the card they are asked by, and how things stand."""

from datetime import datetime

from bot.domain.approvals.request import Asked, Decision, Request, RequestState, Standing
from bot.domain.company import Company
from bot.domain.dates import clock_time
from bot.domain.wording import shown
from bot.identifiers import TaskId
from bot.shapes.outgoing import Button, Card

AGREE, REJECT = "agree", "reject"
MOST_LISTED = 10


def key(answer: str, version: int) -> str:
    """A button's: what it says, and to which version."""
    return f"{answer}.{version}"


def read_key(written: str) -> tuple[str, int] | None:
    answer, _, version = written.partition(".")
    known = answer in (AGREE, REJECT) and version.isascii() and version.isdecimal() and len(version) < 9
    return (answer, int(version)) if known else None


def asking_card(request: Request, asked: Asked, company: Company, task_id: TaskId) -> Card:
    number, wish = request.number, wish_of(request, company)
    words = f"同意请回「/同意申请 {number}」，驳回请回「/驳回 {number} 理由」。"
    details = "".join(f"{name}：{value}。" for name, value in request.draft.details)
    return Card(
        title=wish,
        desc=f"{number}{_why(asked, company)}",
        plain=f"{wish}（{number}{_why(asked, company)}）。{details}{words}",
        fields=request.draft.details,
        buttons=(Button("同意", key(AGREE, asked.version)), Button("驳回", key(REJECT, asked.version), style=2)),
        task_id=task_id,
    )


def wish_of(request: Request, company: Company) -> str:
    return f"{company.name_of(request.applicant)} 申请{request.text}"


def face(request: Request, company: Company, outcome: str) -> Card:
    """The card of somebody who isn't asked any more."""
    return Card(title=wish_of(request, company), desc=outcome, plain=f"{request.number} {outcome}")


def stands(request: Request, company: Company, now: datetime) -> str:
    """How it stands, as a sentence: `等 王强 审批。`, `已同意（赵国强，10:05）。`"""
    if request.is_pending:
        return f"等 {waiting_names(request, company)} 审批。"
    decision = request.last_decision
    if decision is None or request.state not in (RequestState.APPROVED, RequestState.REJECTED):
        return f"{request.state}。"
    reason = f"，理由：{shown(decision.reason, 100)}" if decision.reason else ""
    when = clock_time(decision.at.astimezone(now.tzinfo), now)
    return f"{request.state}（{decider(decision, company)}，{when}{reason}）。"


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
    how = "同意请回「/同意申请 编号」，驳回请回「/驳回 编号 理由」。"
    return f"还有 {len(requests)} 条申请等你审批：\n{listed}\n{more}{how}"


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
