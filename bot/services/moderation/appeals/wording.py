"""What is said of an appeal: to whoever filed it, whoever decided, whoever judges; each as little as he needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.company import Company
from bot.domain.dates import clock_time, day_seen
from bot.domain.moderation.appeals.appeal import Appeal, Ruling, Statement
from bot.domain.moderation.cases.case import MADE, Case, Evidence
from bot.domain.moderation.pack import A_WORD
from bot.domain.wording import shown
from bot.identifiers import UserId
from bot.services.moderation.wording import GIVEN, name_of_group, said_of
from bot.shapes.outgoing import Button, Card, ToPerson

UNOPENED: Final = "（打不开）"
COMES_TO: Final = {
    Ruling.UPHELD: "处理照旧",
    Ruling.MITIGATED: "改为警告",
    Ruling.OVERTURNED: "这次不算数，也不计次数",
    Ruling.PARDONED: "这次不再计次数",
}
REPORT_IT_TOO: Final = "账号可能被别人用过，请再发一条 /账号异常 说明情况，信息安全马上处理。"
_GO_ON: Final = "申诉到这里为止；还有不同意见，可以找工会或人力资源。"


@dataclass(frozen=True, slots=True)
class Said:
    """What both sides say, for whoever judges. None: no key here opens it. `merits`, `again`: sentences or nothing."""

    reason: str | None
    appeal: str | None
    evidence: Sequence[Evidence] = ()
    statements: Sequence[Statement] = ()
    merits: str = ""
    again: str = ""


def to(user: UserId) -> ToPerson:
    return ToPerson(user)


def deciders(case: Case, company: Company) -> tuple[UserId, ...]:
    """Whoever decided and agreed, as far as they are here."""
    users = filter(None, dict.fromkeys((case.actor, case.approver)))
    return tuple(user for user in users if user != case.target and company.is_here(user))


def by_day(answer_by: datetime, now: datetime) -> str:
    """`11月27日(周五)前`: that day included."""
    return f"{day_seen((answer_by - timedelta(days=1)).date(), now.date())}前"


def named(case: Case, company: Company, now: datetime) -> str:
    day = day_seen(case.confirmed_at.date(), now.date())
    return f"{case.number}（{day} {name_of_group(case, company)} {_step(case)}「{case.about.name}」）"


def filed(appeal: Appeal, case: Case, company: Company, now: datetime) -> str:
    names = "、".join(map(company.name_of, appeal.judges))
    who = f"由没有参与的 {names} 来看" if names else "现在没有合适的同事来看，已请人力资源和高管另外安排"
    paused = f"有结果以前，{_step(case)}先停下。" if appeal.paused is not None else ""
    return f"收到，{case.number} 的申诉{who}，{by_day(appeal.answer_by, now)}答复你。{paused}"


def for_decider(case: Case, company: Company) -> str:
    name = company.name_of(case.target)
    return (
        f"{case.number}：{name} 提出了申诉，由没有参与的同事来看，有结果告诉你。"
        f"有要说明的，发 /陈述 {case.number} 内容，只给他们看。"
    )


def stated(case: Case, appeal: Appeal, company: Company, now: datetime) -> str:
    names = "、".join(map(company.name_of, appeal.judges)) or "来看的同事"
    return f"{case.number} 补充的话已交给 {names}，{by_day(appeal.answer_by, now)}有结果。"


def stated_to_judge(case: Case, by: UserId, text: str, company: Company) -> str:
    name = company.name_of(by)
    return f"申诉 {case.number} {name} 补充：{shown(text, GIVEN)}。定的时候一起看，发 /裁定 {case.number} 结果 理由。"


def judge_card(case: Case, appeal: Appeal, said: Said, company: Company, now: datetime) -> Card:
    title = f"申诉：{company.name_of(case.target)} {case.number}"
    desc = "\n".join(_for_judge(case, appeal, said, company, now))
    way = f"回「/裁定 {case.number} 维持（或减轻、撤销）理由」。"
    return Card(title, f"{title}\n{desc}\n{way}", desc=desc, buttons=_buttons(case))


def _buttons(case: Case) -> tuple[Button, ...]:
    lighter = () if case.kind in A_WORD else (Button("减轻", "mitigated"),)
    return (Button("维持", "upheld", style=3), *lighter, Button("撤销", "overturned", style=2))


def _for_judge(case: Case, appeal: Appeal, said: Said, company: Company, now: datetime) -> Iterator[str]:
    if said.again:
        yield said.again
    day = day_seen(case.confirmed_at.date(), now.date())
    yield (
        f"{company.name_of(case.actor)} {day}在{name_of_group(case, company)}{_step(case)}「{case.about.name}」"
        f"第 {case.count} 次，原因：{_opened(said.reason)}。"
    )
    for each in said.evidence:
        yield f"证据：{said_of(each, company, now)}。"
    yield f"本人说：{_opened(said.appeal)}。"
    for more in said.statements:
        yield f"{company.name_of(more.by)} 补充：{_opened(more.text)}。"
    if said.merits:
        yield said.merits
    yield f"请{by_day(appeal.answer_by, now)}定：按一个按钮，再写理由，双方都会看到。"


def for_target(case: Case, ruled: Appeal, reason: str, then: str, company: Company, now: datetime) -> str:
    by = company.name_of(ruled.ruled_by) if ruled.ruled_by else ""
    if ruled.ruling is Ruling.PARDONED:
        return f"{case.number} 已免除（{by}）：{shown(reason, GIVEN)}。{COMES_TO[Ruling.PARDONED]}。{then}"
    head = f"你对 {case.number} 的申诉有结果：{_outcome(ruled)}（{by}）。理由：{shown(reason, GIVEN)}。"
    if ruled.ruling is not Ruling.UPHELD:
        return f"{head}{then}"
    resumed = ruled.paused is not None and case.until is not None and case.until > now
    until = f"{_step(case)}接着算，到 {clock_time(case.until, now)}。" if resumed and case.until else ""
    return f"{head}{until}{_GO_ON}"


def result_for_decider(case: Case, ruled: Appeal, reason: str, company: Company) -> str:
    by = company.name_of(ruled.ruled_by) if ruled.ruled_by else ""
    what = "已免除" if ruled.ruling is Ruling.PARDONED else f"的申诉有结果：{_outcome(ruled)}"
    name = company.name_of(case.target)
    return f"{case.number} {name} {what}（{by}）。理由：{shown(reason, GIVEN)}。"


def ruled(case: Case, closed: Appeal, company: Company) -> str:
    return f"{case.number} {_outcome(closed)}，已私聊告诉 {company.name_of(case.target)} 和当时处理的同事。"


def pardoned(case: Case, company: Company) -> str:
    return f"{case.number} 已免除，{COMES_TO[Ruling.PARDONED]}，已私聊告诉 {company.name_of(case.target)}。"


def how_it_ended(appeal: Appeal, company: Company) -> str:
    by = f"（{company.name_of(appeal.ruled_by)}）" if appeal.ruled_by else ""
    return f"已经有结果：{appeal.ruling}{by}。"


def _outcome(appeal: Appeal) -> str:
    return f"{appeal.ruling}，{COMES_TO[appeal.ruling]}" if appeal.ruling else ""


def _step(case: Case) -> str:
    return MADE.get(case.kind, "处理")


def _opened(text: str | None) -> str:
    return UNOPENED if text is None else shown(text, GIVEN)
