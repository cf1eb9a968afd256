"""What is said of a request by its number, wherever that stands: 那个QJ-20261122-005我批了 · QJ-… 不批，太忙.

Nothing else may be said in a yes; what stands beside a no is its reason. A question decides nothing.
"""

import re
from typing import Final

from bot.patterns import regex
from bot.shapes.arguments import Scene
from bot.understanding.questions import is_asked

LONGEST: Final = 120  # characters; whoever writes more tells a story
_NUMBER: Final = regex(r"(?<![A-Za-z0-9])((?:QJ|RQ)\s?[-—–_ ]?\d{8}[-—–_ ]?\d{3,6})(?!\d)", re.IGNORECASE)
_BESIDE: Final = (
    "(?:那个|这个|[那这][条张份件]|[的了吧啊哈哦呗]|请假|入群|申请|单子?|假条?|我们?|咱|这边|领导|已经?|先|就|都|给|把|帮我|麻烦|[他她]|看过|看了"
    r"|好的?|嗯|没[什啥]么?问题|没问题|可以|行|一下|掉|算|谢谢|辛苦了?|[\s，,。.！!~～、：:])*"
)
_YES: Final = regex(f"{_BESIDE}(?:同意|批准|批|通过|准|ok|可以|行|没问题|过){_BESIDE}", re.IGNORECASE)
_BEFORE_A_NO: Final = (
    r"(?:^|(?<=[\s，,。.]))(?:那个|这个|[那这][条张份件]|的?(?:请假)?申请|假条?|我们?|这边|先|就|给|把|帮我|[他她])*"
)
_NO: Final = regex(
    f"{_BEFORE_A_NO}(?:不同意|不予批准|不批准?|不准|不通过|不行|不能批|没法批|批不了|不给批|驳回|打回去?|退回去?|拒绝|否了|否掉)"
    "(?:了|吧|掉|一下|[他她])*(?:，|,|。|因为|原因是?|理由是?|[：:]|\\s)*"
)
_BACK: Final = regex(
    f"{_BESIDE}(?:(?:我|先|就)*(?:不要|不请|不用|不休|不需要|用不着|填错|写错|弄错|发错|搞错)了?[\\s，,]*)?"
    f"(?:给我|帮我|我|先|就|想|要)*(?:撤回来?|撤了|撤掉|撤销|撤下来|收回来?){_BESIDE}"
)
_NO_TROUBLE: Final = regex("没[有什啥么]*问题")
_HAPPENED: Final = regex("了[吗么没]|没有?$|怎么|什么|[?？]")
# What a leader adds to a yes and nobody is told: it changes nothing.
KIND_WORDS: Final = regex(
    r"(?:[\s，,。.！!、；;：:]|情况属实|已?核实|属实|没问题|同意|可以|注意安全|好好休息|早日康复|早点回来|路上小心|辛苦了?|批准|准了?|了|吧)*"
)


def approves(line: str, scene: Scene) -> str | None:
    """The number, as if typed behind the command's name. Whose it is may be said beside it."""
    number, rest = _parted(line)
    if not number:
        return None
    for start, end in reversed(list(scene.company.finder.people.names_in(rest))):
        rest = f"{rest[:start]}{rest[end:]}"
    return number if _YES.fullmatch(rest) else None


def rejects(line: str, scene: Scene) -> str | None:
    """The number and the reason."""
    number, rest = _parted(line)
    refusal = _NO.search(rest) if number else None
    if refusal is None:
        return None
    before = re.sub(rf"^{_BESIDE}", "", rest[: refusal.start()])
    return f"{number} {before} {rest[refusal.end() :]}".strip()


def takes_back(line: str, scene: Scene) -> str | None:
    number, rest = _parted(line)
    return number if number and _BACK.fullmatch(rest) else None


def _parted(line: str) -> tuple[str, str]:
    """The number and what is said of it; nothing where it is asked about or several are named."""
    if len(line) > LONGEST or line.startswith("/") or is_asked(line) or _HAPPENED.search(_NO_TROUBLE.sub("", line)):
        return "", ""
    found = _NUMBER.findall(line)
    return (found[0], _NUMBER.sub(" ", line).strip()) if len(found) == 1 else ("", "")
