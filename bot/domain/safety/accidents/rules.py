"""What a company says of its accidents."""

from dataclasses import dataclass
from typing import Final

from bot.domain.rights import Role

MILLION: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class AccidentRules:
    """`unit_head`: the role of whoever heads the unit (安全生产法 art. 5). `loss_from`: 元 of direct loss from which an
    accident that hurt nobody is reported. `authority`: whom it is reported to, in the company's words. `unit`: its
    overview for reports (493号令 art. 12). `plan`: where the contingency plan lies (art. 14); `spokesperson`: who alone
    speaks to the outside; empty: nobody was named.
    """

    unit_head: Role = Role.EXECUTIVE
    loss_from: int = MILLION
    authority: str = "县级以上应急管理部门和行业主管部门"
    unit: str = ""
    plan: str = ""
    spokesperson: str = ""
