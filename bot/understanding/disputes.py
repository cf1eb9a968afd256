"""Who asks for somebody to settle a dispute, wherever in the sentence: 我和李四因为工位吵起来了，能帮忙调解吗. Pure."""

import re
from typing import Final

from bot.patterns import regex
from bot.shapes.arguments import Scene
from bot.understanding.marked import NAME, Marked, mark

_CUE: Final = (
    "调解|评评理|评个理|主持公道|说和|劝[劝解]|说[说个]?理|讲[讲个]?理|调停|和事佬|中间人|居中"
    "|从中(?:协调|调和|说)|协调一下"
)
_WISH: Final = regex(
    f"(?:请|想|要|能|可以|帮|找|给|麻烦|安排|申请|需要|谁来|谁能|有没有人|有人|组织|给)[^，,。；;\\s]{{0,12}}?(?:{_CUE})"
    f"|^(?:{_CUE})|(?:{_CUE})(?:一下|下|吧)"
)
_ELSEWHERE: Final = regex(
    "法院|法庭|派出所|居委|村委|仲裁|委员会|(?:调解|协调|劝解)(?:[了过书员室完]|中心|结果|成功|失败|不了|好)|怎么|如何|什么|多少|几点|哪"
)
_CLAUSES: Final = regex(r"[\s，,。；;！!：:、~～]+")
_AROUND: Final = regex(
    f"^.*?(?:{_CUE})(?:一下|下|吧|[个次])?|(?:请|想|要|能不能|能|可以|帮忙|帮我们?|找个?人|麻烦|安排[个次]?|申请|需要)+[^，,]{{0,6}}(?:{_CUE}).*$"
)
_TWO: Final = regex(f"({NAME})(?:和|跟|与|同|还有|[、，,]|\\s)*({NAME})")
_US: Final = regex(
    f"^(?:[我俺咱]们?(?:想)?(?:和|跟|与|同){NAME}|{NAME}(?:和|跟|与|同|、){NAME})(?:两个?人?|俩|之间)?的?(?=[^的].{{2}})"
)
_PARTICLES: Final = regex("^(?:[吗吧呢啊呀么?？]+|一下)|[吗吧呢啊呀么?？]+$")


def asks_mediation(line: str, scene: Scene) -> str | None:
    """Who and about what, as if typed behind the command's name. Two where both are named, one where I am the other."""
    if line.startswith("/") or not _WISH.search(line) or _ELSEWHERE.search(line):
        return None
    marked = mark(line, scene.company.finder.people.names_in)
    return _words(marked) if marked.names else None


def _words(marked: Marked) -> str:
    both = None if re.search("[我俺咱]", marked.line) else _TWO.search(marked.line)
    who = "、".join(both.groups()) if both else re.findall(NAME, marked.line)[0]
    clauses = [_PARTICLES.sub("", each) for each in _CLAUSES.split(marked.line)]
    rest = [each for each in clauses if each and not re.search(_CUE, each)]
    wish = [_PARTICLES.sub("", _AROUND.sub("", each)) for each in clauses if re.search(_CUE, each)]
    why = "，".join(rest or [each for each in wish if each])
    return marked.plain(f"{who} {_US.sub('', why)}".strip())
