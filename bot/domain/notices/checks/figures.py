"""Financial figures: only the head of finance publishes them (D14篇1§9)."""

from typing import Final

from bot.domain.notices.checks.finding import Finding
from bot.domain.width import narrow
from bot.errors import Code
from bot.patterns import regex

_TERM: Final = (
    "营业?收入|营收|净?利润|毛利率?|亏损|盈利|净资产|总资产|负债率?|现金流|应收账?款?|应付账?款?|销售额|营业额|销售收入"
    "|回款|产值|成本|费用总额|工资总额|预算|决算|融资|贷款|纳税|税额|股价|分红|估值|财务数据|财报|季报|年报"
)
_AMOUNT: Final = r"(?:[￥¥$]\s?\d|\d[\d,.]{0,20}\s?(?:个?亿|千?百?万|万元|元|美元|%|个百分点|成(?=[，,。\s]|$)))"
_FIGURE: Final = regex(rf"(?:{_TERM})[^。；;\n]{{0,20}}?{_AMOUNT}|{_AMOUNT}[^。；;\n]{{0,8}}?(?:{_TERM})")


def figures(text: str, *, may: bool) -> Finding | None:
    """`may`: its author is the head of finance."""
    if may or not _FIGURE.search(narrow(text)):
        return None
    sentence = "里面有财务数据，只能由财务负责人自己发。请删掉数字，或请财务负责人来发。"
    return Finding(sentence, Code.AUTHOR_RESTRICTED)
