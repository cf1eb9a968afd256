"""Somebody declares that he takes no leave: in writing, for reasons of his own, with his eyes open.

企业职工带薪年休假实施办法 art. 10 (2): where the employer arranged it and the employee declines in writing for reasons
of his own, only the usual pay is due for those days. Reasons of the company's are none of his.
"""

from decimal import Decimal
from typing import Final

from bot.domain.leave.amounts import plain
from bot.domain.wording import quote_user
from bot.errors import Code, UserError
from bot.patterns import regex

SOURCE: Final = "《企业职工带薪年休假实施办法》第十条"
RULE: Final = f"本人书面提出不休，只付正常工资（{SOURCE}）"
_COMPANYS: Final = regex(
    "工作|太忙|忙不|很忙|赶|项目|加班|走不开|抽不开|领导|上级|经理|公司|单位|部门|不批|没批|不让|不准|不同意|要求|人手|没人顶|任务|安排"
)


def statement(type_: str, year: int, days: Decimal, reason: str) -> str:
    """What he signs; word for word in the record."""
    return (
        f"本人因自己的原因（{quote_user(reason)}），提出不休{year}年的{type_} {plain(days)} 天。"
        f"本人知道：这几天只有正常工资，不再另付日工资的 200%（{SOURCE}）；"
        "如果是因为工作没能休，本可以结转或拿到这笔钱。"
    )


def ensure_own_reason(reason: str) -> None:
    """Raises UserError where it is the company that keeps him from it."""
    if _COMPANYS.search(reason):
        raise UserError(
            Code.NOT_ELIGIBLE,
            f"因为工作没能休，不算自己放弃：没休的要按 300% 支付，也可以商量结转（{SOURCE}）。请找人力资源，不用放弃。",
        )
