"""Who asks how often somebody was dealt with, himself or another: 张三有几次警告了 · 我的警告什么时候消. Pure."""

from typing import Final

from bot.patterns import regex
from bot.shapes.arguments import Scene
from bot.understanding.chatter import without_chatter
from bot.understanding.marked import NAME, mark

_MYSELF: Final = ("我自己", "我", "本人", "俺")
_WHAT: Final = "(?:违规|违纪|警告|处分|处理|处罚|禁言|通报|记过)"
_CUE: Final = regex(_WHAT)
_WHO: Final = f"(?P<who>{NAME}|{'|'.join(_MYSELF)})"
_LOOK: Final = (
    "(?:请|麻烦|帮我|帮忙|我?想|我?要)*(?:看看|看一?下|查查|查一?下|查看|查询|调一?下|调[阅取出]|调|看|查)?(?:一下)?"
)
_THERE: Final = "(?:在[^，,\\s]{0,12}?群(?:里面?|内)?)?"
_WHEN: Final = (
    "(?:身上|名下|近半年|近一年|半年|去年|上个?月|历年|这几年|现在|目前|今年|本月|这个月|到底|一共|总共|以前|之前|最近"
    "|还|都|到现在)*"
)
_MANY: Final = "(?:几|多少|哪几?)[次条个回些]"
_THAT: Final = "的?(?:[那这][个次条])?"
_GONE: Final = "(?:消|到期|失效|清零?|过期|撤销|解除|结束)[掉除]*了?"
_FORMS: Final = [
    regex("".join(parts))
    for parts in (
        (_LOOK, _WHO, _THERE, _WHEN, "的?(?:历史|所有|全部|过往)?", _WHAT, "的?(?:记录|情况|次数|历史|明细)"),
        (
            *(_LOOK, _WHO, _WHEN, _THERE, _WHEN, "(?:有没有|有|是不是|是否|被|受过?|吃过?|得过?|背着?|挂着?|没)+"),
            *(_WHEN, f"(?:{_MANY})?(?:什么)?", _WHAT, f"[记录过了]*(?:{_MANY})?[过了]*(?:没有|没|吗|么)?"),
        ),
        (
            *(_WHO, _WHEN, _THAT, _WHAT, "(?:记录)?(?:还有)?(?:什么时候|多久|哪天|几天|多长时间)"),
            *("(?:能|会|可以|才|才能)*", _GONE),
        ),
        (_WHO, _WHEN, _THAT, _WHAT, "(?:记录)?(?:已经)?", _GONE, "(?:没有|没|吗)"),
        (_WHO, _WHEN, _THERE, _WHAT, "过?", _MANY),
    )
]
_ASKS: Final = regex("[吗么没]$|没有$|几|多少|哪|有没有|是不是|是否|记录|情况|明细|次数|历史|多久|什么时候")


def asks_record(line: str, scene: Scene) -> str | None:
    """Whose, as if typed behind the command's name."""
    if line.startswith("/") or not _CUE.search(line):
        return None
    marked = mark(without_chatter(line).rstrip("？? "), scene.company.finder.people.names_in)
    found = next(filter(None, (form.fullmatch(marked.line) for form in _FORMS)), None)
    if found is None or not (_ASKS.search(marked.line) or line.endswith(("?", "？"))):
        return None
    return "我" if found["who"] in _MYSELF else marked.plain(found["who"])
