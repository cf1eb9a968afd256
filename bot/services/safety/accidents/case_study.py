"""What others may learn from an accident: its story without those it is about, for a notice that somebody lets out."""

from typing import Final

from bot.domain.approvals.request import Draft, Request, RequestState, Step
from bot.domain.approvals.selectors import Selector
from bot.domain.company import Company
from bot.domain.rights import Role
from bot.domain.safety.accidents.case import Case
from bot.domain.safety.accidents.reports import CompanyLevel
from bot.domain.safety.accidents.statements import Topic
from bot.domain.safety.exchange.masking import masked
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk

KIND: Final = "事故案例"
MOST: Final = 900  # characters, so that it fits into one message with what is said around it
_WIDE: Final = 24  # characters of a detail on a card


def story(case: Case, company: Company) -> str:
    """Raises UserError where nobody knows yet what there is to learn. A near miss needs no conclusion to be told."""
    near = case.company_level is CompanyLevel.NEAR_MISS
    if not (near or case.value(Topic.CONCLUSION) or case.value(Topic.CAUSE)):
        how = f"先发 /事故调查 {case.number} 结论 加上内容。"
        raise UserError(Code.BAD_STATE, f"{case.number} 还没有结论，现在写案例就是猜。{how}")
    parts = (
        ("经过", case.shown(Topic.COURSE)),
        ("原因", case.value(Topic.CONCLUSION) or case.value(Topic.CAUSE)),
        ("整改", case.value(Topic.FIXED)),
    )
    what = "未遂事件" if near else f"{case.accident.facts.kind}事故"
    lines = [f"【事故案例】{what}", *(f"{name}：{words}" for name, words in parts if words)]
    lines.append("请对照自己的岗位查一遍，有同样的问题就发 /隐患。")
    return masked("\n".join(lines), company.finder.people).text[:MOST]


def draft(case: Case, applicant: UserId, company: Company) -> Draft:
    """The unit's head lets it out. Raises UserError."""
    head = company.safety.accidents.unit_head
    role = head if any(user != applicant for user in company.serving(head)) else Role.SAFETY_ADMIN
    words = story(case, company)
    return Draft(
        kind=KIND,
        applicant=applicant,
        text=f"发布 {case.number} 的事故案例",
        steps=(Step((Selector.role(role),)),),
        payload={"number": case.number, "words": words},
        details=(("正文", shown(words.partition("\n")[2], _WIDE)),),
    )


class CaseStudyKind:
    """`bot.services.approvals.kinds.Kind`"""

    name = KIND
    prefix = "RQ"

    async def settled(self, desk: Desk, request: Request) -> str:
        """The text goes back to who asked: he puts it into a notice, which is looked through like any other."""
        if request.state is not RequestState.APPROVED:
            return ""
        return f"可以发布了，用 /公告 发出去，正文：\n{request.draft.payload['words']}\n"
