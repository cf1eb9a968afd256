"""Whether the rules of how many must be there mean a team that there is, and one that is large enough."""

from collections.abc import Iterator
from typing import Final

from bot.doctor._finding import Finding, warn
from bot.domain.company import Company
from bot.domain.finding.folding import fold

NAME: Final = "在岗人数"


def findings(company: Company) -> Iterator[Finding]:
    """Of a company whose people are known. A misspelt team has nobody in it, and its rule is in nobody's way."""
    known = company.finder.departments.words
    for rule in company.leave.coverage:
        here = sum(company.is_here(user) for user in company.staff_of(rule.team))
        if not known.get(fold(rule.team)):
            yield warn(
                NAME, f"[[leave.coverage]] 的 {rule.team} 不是通讯录里的部门，规则不起作用", "改成通讯录里的部门名"
            )
        elif here < rule.at_least:
            says = f"{rule.team}一共 {here} 人，[[leave.coverage]] 要求至少 {rule.at_least} 人在岗"
            yield warn(NAME, says, "把 at_least 改小；人不够时只提醒，不拦")
