"""Whether somebody is there for each type of group: who approves a new one, who appoints its administrators."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from bot.doctor._finding import Finding, warn
from bot.domain.company import Company
from bot.domain.finding.folding import fold
from bot.domain.groups.offices import holders

NAME: Final = "群的类型"
UNUSED: Final = "用不到的写 enabled = false"


def findings(company: Company) -> list[Finding]:
    """Of a company whose people are known."""
    return [*_approvers(company), *_offices(company), *_departments(company)]


def _approvers(company: Company) -> Iterator[Finding]:
    vacant = defaultdict[str, list[str]](list)
    for each in company.group_types:
        if each.enabled and each.approver and not company.titled(each.approver):
            vacant[each.approver].append(each.key)
    for title, keys in vacant.items():
        says = f"{'、'.join(keys)} 的新群由「{title}」批准，通讯录里没有人是这个职务"
        yield warn(NAME, says, f"在通讯录里补上职务，或改 [group_types.{keys[0]}] 的 approver，{UNUSED}")


def _offices(company: Company) -> Iterator[Finding]:
    vacant = defaultdict[str, list[str]](list)
    for each in company.group_types:
        office = each.appointed_by
        if each.enabled and office and not holders(office, company):
            vacant[office.label].append(each.key)
    for label, keys in vacant.items():
        says = f"{'、'.join(keys)} 的群管理员由{label}任命，现在没有人能代表它"
        yield warn(NAME, says, f"在 [roles] 里给出它的角色，或改 [group_types.{keys[0]}] 的 appointed_by，{UNUSED}")


def _departments(company: Company) -> Iterator[Finding]:
    """A misspelt one has nobody in it, and everybody is refused."""
    known = company.finder.departments.words
    for group in company.groups:
        if wrong := [name for name in group.departments if not known.get(fold(name))]:
            says = f"群「{group.name}」的 departments 里有通讯录没有的部门：{'、'.join(wrong)}"
            yield warn("群", says, "改成通讯录里的部门名")
