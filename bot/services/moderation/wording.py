"""What is said of a case: to whom it is about, to who decided, and on the card of who does it in the client."""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time, day_seen
from bot.domain.moderation.cases.case import MADE, Case, Evidence
from bot.domain.moderation.cases.gate import said_length
from bot.domain.moderation.cases.measures import Measure
from bot.domain.moderation.cases.reprimand import is_sanction
from bot.domain.moderation.categories import Severity
from bot.domain.moderation.clauses import Clause
from bot.domain.moderation.content.masking import hidden
from bot.domain.moderation.explaining import coming
from bot.domain.moderation.ladder import Standing
from bot.domain.moderation.pack import Pack, Repeat, Step, StepKind
from bot.domain.wording import shown
from bot.identifiers import UserId

QUOTED: Final = 60  # characters of what was quoted
GIVEN: Final = 100  # of the reason
DIGITS: Final = 12  # of a digest that people compare
STILL: Final = "事故、隐患、账号异常、申诉、请假照常，有危险随时喊我。"
NO_SANCTION: Final = "这份制度还没走完公示程序，这次只为维持秩序，不算处分。"


def for_target(
    case: Case, standing: Standing, reason: str, evidence: Sequence[Evidence], company: Company, now: datetime
) -> str:
    """Clause, step, count, evidence, how to appeal (requirements 4, rule 4)."""
    return "\n".join(_for_target(case, standing, reason, evidence, company, now))


def _for_target(
    case: Case, standing: Standing, reason: str, evidence: Sequence[Evidence], company: Company, now: datetime
) -> Iterator[str]:
    only_a_word = case.kind is StepKind.NOTICE and not is_sanction(standing)
    word = f"你在{name_of_group(case, company)}的这件事会提醒大家一次"
    happened = word if only_a_word else _what_happened(case, company, now)
    yield f"{happened}，编号 {case.number}。"
    yield f"原因：{shown(reason, GIVEN)}（{case.about.name}）。处理人：{company.name_of(case.actor)}。"
    if grounds := clauses(case, standing):
        yield f"依据：{grounds}。{counted(case, standing)}。"
    else:
        yield f"{counted(case, standing)}。"
    if standing.advisory:
        yield NO_SANCTION
    for each in evidence:
        yield f"证据：{said_of(each, company, now)}。"
    if case.kind is StepKind.MUTE:
        yield f"这段时间你在群里 @我 发的命令我不办。{STILL}"
    if case.kind is StepKind.SUSPEND_ACCOUNT:
        yield f"这段时间你发给我的命令我不办。{STILL}"
    if case.kind is StepKind.NOTICE:
        yield "通报里只写部门和事情，不写是谁，下一个工作日才发；申诉以后先不发。"
    yield how_to_appeal(case, now)


def _what_happened(case: Case, company: Company, now: datetime) -> str:
    where = f"你在{name_of_group(case, company)}"
    match case.kind:
        case StepKind.MUTE if case.until:
            return f"{where}被禁言 {said_length(case.until - case.confirmed_at)}，到 {clock_time(case.until, now)} 为止"
        case StepKind.REMOVE:
            return f"{where}的处理结果是移出群聊"
        case StepKind.SUSPEND_ACCOUNT:
            return "你的权限被停用" + (f"，到 {clock_time(case.until, now)} 为止" if case.until else "")
        case StepKind.NOTICE:
            return f"{where}受到通报批评"
    return f"{where}受到{MADE[case.kind]}"


def quoted(case: Case, by: UserId, now: datetime, text: str) -> Evidence:
    return Evidence(case.number, case.act, by, now, text)


def how_to_appeal(case: Case, now: datetime) -> str:
    last = day_seen((case.appeal_until - timedelta(days=1)).date(), now.date())
    return f"不同意，{last}前（含当天）发 /申诉 {case.number} 理由，由没有参与的同事来看。"


def for_maker(case: Case, standing: Standing, company: Company, now: datetime) -> str:
    """What came of it, and what the ladder has to say of it."""
    until = f"到 {clock_time(case.until, now)}" if case.until else ""
    head = f"{case.number} {company.name_of(case.target)} {MADE[case.kind]}{until}，{counted(case, standing)}。"
    grounds = clauses(case, standing)
    parts = [head, f"依据：{grounds}。" if grounds else "", "已私聊告诉对方原因和怎么申诉。", advice(case, standing)]
    return "".join(parts)


def advice(case: Case, standing: Standing) -> str:
    """Where the ladder would have another step now; else what comes next."""
    step = standing.step
    if step is None:
        return (
            f"「{case.about.name}」的轻重由人来定：在原因里写明类别（例如刷广告），或者写情节轻微、较重、严重。"
            if standing.severity is Severity.HUMAN
            else ""
        )
    if step.kind is not case.kind:
        whose = "，由人力资源定" if step.is_proposal else ""
        return f"按《{standing.pack.document}》，这一次一般是{step.name}{whose}。"
    return coming(standing)


def counted(case: Case, standing: Standing) -> str:
    what = "违规" if standing.pack.repeat is Repeat.ANY else f"「{case.about.name}」"
    return f"{standing.pack.window.days} 天内第 {case.count} 次{what}"


def clauses(case: Case, standing: Standing) -> str:
    """What it breaks and what allows this step: 《…》第9.3条、第10.1条."""
    step, pack = step_taken(case, standing), standing.pack
    return _cited(dict.fromkeys([*standing.breaks, *([step.clause] if step else [])]), pack)


def broken(standing: Standing) -> str:
    """What forbids it; empty: nothing does."""
    return _cited(standing.breaks, standing.pack)


def _cited(found: Collection[Clause], pack: Pack) -> str:
    title = f"《{pack.document}》"
    return title + "、".join(pack.cite(each).removeprefix(title) for each in found) if found else ""


def step_taken(case: Case, standing: Standing) -> Step | None:
    """The pack's step of that kind, whether the ladder would have it now or not; None: its text has none."""
    return next((each for each in standing.pack.steps.values() if each.kind is case.kind), None)


def said_of(evidence: Evidence, company: Company, now: datetime) -> str:
    """`引用的消息「加我」，郑群 10:00 引用，指纹 3f2a…`; numbers that nobody needs to read are hidden."""
    text = "（内容打不开）" if evidence.text is None else f"「{shown(hidden(evidence.text), QUOTED)}」"
    at = clock_time(evidence.at.astimezone(now.tzinfo), now)
    return f"引用的消息{text}，{company.name_of(evidence.by)} {at} 引用，指纹 {evidence.digest[:DIGITS]}"


def name_of_group(case: Case | Measure, company: Company) -> str:
    group = company.group(case.group) if case.group else None
    return group.name if group else "公司"
