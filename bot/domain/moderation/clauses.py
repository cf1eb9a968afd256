"""Where a rule stands: `D8§10.2` in files and records, 《企业微信社群管理制度》第10.2条 for people."""

from typing import Final, NewType

from bot.patterns import regex

Clause = NewType("Clause", str)

ID: Final = regex(r"[A-Za-z][A-Za-z0-9_-]{0,15}")  # of a pack
WRITTEN: Final = regex(rf"{ID.pattern}§\S{{1,20}}")
_NUMBERED: Final = regex(r"(\d+(?:\.\d+)*)(.*)")
_PART: Final = regex(r"([一二三四五六七八九十]+)(?:\.(.+))?")


def cited(clause: Clause, document: str) -> str:
    """`D8§10.2` → 《企业微信社群管理制度》第10.2条; `D10§五.1(2)` → 《…》第五部分1(2)."""
    _, _, place = clause.partition("§")
    if found := _NUMBERED.fullmatch(place):
        return f"《{document}》第{found[1]}条{found[2]}"
    if found := _PART.fullmatch(place):
        return f"《{document}》第{found[1]}部分{found[2] or ''}"
    return f"《{document}》{place}"
