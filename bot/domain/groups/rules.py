"""The rules of a work group: whose text is in force, in which version, and who has said what to it.

Whoever joins counts as knowing the rules (D12§六), yet silence is no consent (PIPL art. 14): they are never mixed up.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from bot.domain.groups.group import Group
from bot.identifiers import GroupId, UserId

POLICY: Final = "群规"
CLAUSE: Final = "《企业微信群行为规范》第六部分"
DEEMED_AFTER: Final = timedelta(days=7)

# D7§6 and §7, D12§二 to §五, D8§9, D10§四.2; 安全生产法 art. 54 for the last but one.
USUAL: Final = """\
1. 群昵称用「部门-姓名」，姓名用真名。
2. 只谈与工作有关的事；群里交办的事按时回复、按时办。
3. 进群和出群由群管理员办，不要自己拉人。
4. 工作资料和聊天内容不外传，不截图发到群外。
5. 不骂人，不骚扰，不刷屏；不发广告、谣言和来历不明的链接。
6. 报告事故、反映隐患随时可以说，谁都不得因此为难报告的人。
7. 违反群规由群管理员按公司制度处理，不服可以申诉。"""


@dataclass(frozen=True, slots=True)
class RuleTexts:
    """What the configuration says: the group's own text, else its type's, else everybody's; empty: no rules.

    `deemed_after`: silence for so long after somebody was asked; None: silence never counts.
    """

    usual: str = USUAL
    by_type: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    by_group: Mapping[GroupId, str] = field(default_factory=lambda: MappingProxyType({}))
    deemed_after: timedelta | None = DEEMED_AFTER

    def of(self, group: Group) -> str:
        return self.by_group.get(group.id, self.by_type.get(group.kind, self.usual)).strip()


@dataclass(frozen=True, slots=True)
class RulesVersion:
    """One wording of a group's rules, counted from 1."""

    group: GroupId
    number: int
    text: str
    since: datetime


class ConsentState(StrEnum):
    TO_ASK = "待询问"
    ASKED = "还没表态"
    DEEMED = "视为知悉"  # was asked, and let the time pass: no consent
    AGREED = "已同意"
    REFUSED = "不同意"  # said so, or took his yes back
    UNTOLD = "没送到"  # was asked in vain, so his silence says nothing
    VOID = "不用答了"  # has left the group, or was asked about a later version


class Way(StrEnum):
    """How somebody agreed."""

    BUTTON = "按钮"
    TYPED = "文字"


@dataclass(frozen=True, slots=True)
class Consent:
    """What somebody has said to one version. Each moment stays, whatever he says afterwards."""

    user: UserId
    group: GroupId
    version: int
    state: ConsentState
    asked_at: datetime | None = None
    deemed_at: datetime | None = None
    agreed_at: datetime | None = None
    refused_at: datetime | None = None
    way: Way | None = None

    @property
    def said_at(self) -> datetime | None:
        """Since when it stands like this."""
        match self.state:
            case ConsentState.AGREED:
                return self.agreed_at
            case ConsentState.REFUSED:
                return self.refused_at
            case ConsentState.DEEMED:
                return self.deemed_at
        return self.asked_at

    @property
    def is_explicit(self) -> bool:
        """The only kind that may be shown as consent to anything."""
        return self.state is ConsentState.AGREED
