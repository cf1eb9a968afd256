"""How much of something there was in a week, a month or a year: 上个月请假的情况怎么样, 这个月违规多少起.

Of a matter that there are figures of, in days that are a period of theirs, and of nobody by name: what somebody asks
about himself or a colleague is told elsewhere, and what the rules allow is no figure.
"""

import re
from typing import Final

from bot.domain.figures.items import ALIASES
from bot.patterns import regex
from bot.shapes.arguments import Scene
from bot.understanding.chatter import without_chatter, without_courtesy

LONGEST: Final = 40  # characters
_NUMBER: Final = "[0-9一二三四五六七八九十]"
_PERIOD: Final = regex(
    rf"(?:上上?一?个?|这一?个?|本|当)(?:月份?|周|星期|礼拜)(?![一二三四五六日天末])|[去前今]年全?年?|本年度?|20\d\d年(?!\d)"
    rf"|(?<!{_NUMBER}){_NUMBER}{{1,2}}月份?(?!{_NUMBER}|[号日饼])|第{_NUMBER}{{1,3}}周"
)
_MATTER: Final = regex("|".join(sorted(map(re.escape, ALIASES), key=len, reverse=True)))
_HOW_MUCH: Final = regex(
    r"(?:多少|几)(?:条|起|次|人次|宗|件|个|人|项|例|(?=(?:公告|通知|违规|请假|求助|隐患|事故|申请|群|安全事件)))"
    r"|(?:的|总体|整体)?(?:情况|形势|状况|数据)(?:是|都)?(?:怎么样|怎样|如何|咋样|好不好|呢|$)|怎么样$|多不多|多吗|多么$"
    r"|(?:增加|减少|上升|下降|变多|变少|多了|少了)了?(?:吗|没有|没|多少)|[同环]比|率(?:是|有)?(?:多少|多高|几)"
    r"|总数|总量|汇总|统计|报表"
)
_SOMEBODYS: Final = regex(
    r"[我他她你您](?![们司])|本人|自己|[@＠]|谁|哪(?:些人|几个人|几位|位)|名单|明细|还[有剩]|剩|最多|可以|能[不请休报]|应该"
    r"|规定|怎么[请休报算写办]|多少[天假钱]|几天|[0-9一二三四五六七八九十]{1,3}[号日](?!群)|昨[天日]|今天|前天|原因|为什么|为啥|[A-Za-z]{2}-?\d{6,}"
)
_AROUND: Final = regex(
    r"的|数据|统计|情况|报表|月报|周报|年报|怎么样|如何|运营|管理|整体|总体|全部|所有|公司|咱们?|我们|给?我?(?:看看|看一?下|发一?下|发)我?|一下|一份|[了吧呢啊呀，,。？?\s]"
)
_FIGURES: Final = regex(r"数据|统计|月报|周报|年报")


def asks_figures(line: str, scene: Scene) -> str | None:
    """The line itself; None: it asks for something else."""
    said = without_courtesy(without_chatter(line)).rstrip("。？?！! ")
    if len(said) > LONGEST or said.startswith("/") or not (period := _PERIOD.search(said)):
        return None
    if _is_of_everything(f"{said[: period.start()]}{said[period.end() :]}"):
        return line
    if not _MATTER.search(said) or not _HOW_MUCH.search(said) or _SOMEBODYS.search(line):
        return None
    return None if any(scene.company.finder.people.names_in(said)) else line


def _is_of_everything(rest: str) -> bool:
    """上个月的数据发我看看: a period, and nothing else that it could be about."""
    return bool(_FIGURES.search(rest)) and not _AROUND.sub("", rest)
