"""The command's name that a report begins with, and what accidents are to that command. Pure.

An accident in the text of an announcement is its topic; told to 求助 or 隐患 it is an accident as anywhere else.
"""

import re
from typing import Final

from bot.patterns import regex
from bot.understanding.emergency.folding import fold

ACCIDENT: Final = "事故"
# After that word it asks how this one stands.
ONE_CASE: Final = regex(
    r"(?:(?:记录|日志|进度|进展|情况|查询|查看|看)\s*)?(?P<number>SG-\d{8}-\d+)"
    r"(?:\s*的?(?:记录|日志|进度|进展|情况|怎么样了?|到哪一?步?了))?[？?]?",
    re.IGNORECASE,
)
# Commands whose text speaks about things, or to others: an accident in it is their topic.
ABOUT: Final = frozenset(
    {"公告", "取消公告", "制度", "安全问答", "经验分享", "经验", "表彰", "培训", "改培训", "补训", "求证", "统计"}
    | {"举报"}
)
# Commands whose text tells of nothing: an accident in it is a slip of theirs, unless it is cried or happens right now.
CURT: Final = frozenset({"帮助", "昵称检查", "改昵称", "昵称报告", "订阅", "退订", "同意", "驳回", "确认", "help"})
# Commands that add to an accident or hazard which is known: with its number, what is said is said of that one.
OF_CASES: Final = frozenset(
    {
        "事故资料",
        "事故情况",
        "事故上报",
        "事故草稿",
        "事故已报",
        "事故进度",
        "事故列表",
        "事故状态",
        "事故调查",
        "事故照片",
    }
    | {"转事故", "隐患转事故", "事故整改", "事故案例", "事故结案", "四不放过", "导出事故", "事故导出"}
)
A_CASE: Final = regex(r"(?:[Ss][Gg]|[Yy][Hh])[-—–_ ]?[0-9]{8}[-—–_ ]?[0-9]{3}")
# Commands that give a reason: there an accident at home is one.
REASONED: Final = frozenset({"请假", "补假", "续假", "销假", "补卡", "撤回", "改期", "改假", "申诉", "qj"})
# Commands that tell of something: there it is told as anywhere else.
TELLING: Final = frozenset(
    {"求助", "隐患", "建议", "账号异常", "泄露", "钓鱼举报", "入群", "退群", "邀请", "整改", "验收"}
)
# Commands that keep order: an accident in it is told as anywhere else, unless somebody is charged with having said so.
ORDER: Final = frozenset({"批评教育", "警告", "禁言", "移出", "通报", "停用"})
_UNMEANT: Final = "谣|谎|假传|虚假|不实|胡说|瞎说|乱说|[乱瞎]喊|恶作剧|玩笑|闹着玩|威胁|恐吓|吓|辱|骂|扬言|诅咒|攻击"
UNMEANT: Final = regex(_UNMEANT)  # what was said then was not meant, or no danger of here and now
SPOKEN: Final = regex(rf"{_UNMEANT}|[说称]|(?:群里|聊天)[^，。]{{0,4}}[发喊]|[发转]了?[“\"「《]")
CALLING: Final = frozenset({ACCIDENT, "求助", "隐患"})
KNOWN: Final = ABOUT | CURT | REASONED | TELLING | ORDER | OF_CASES | {ACCIDENT}
_ALSO: Final = {"sg": ACCIDENT, "accident": ACCIDENT}
_SLASHED: Final = regex(r"^[/／、\\]\s*([^\s/／:：,，]+)[\s:：,，]*")
_SAID: Final = regex(r"^([\u4e00-\u9fff]{2,5})[\s:：,，]+")


def command_of(line: str) -> tuple[str | None, str]:
    """The command's name that a line begins with, and the rest."""
    if found := _SLASHED.match(line):
        name = fold(found[1]).strip()
        name = _ALSO.get(name, name)
        return (name, line[found.end() :]) if name in KNOWN else _glued(line[1:].lstrip())
    if (found := _SAID.match(line)) and found[1] in KNOWN:
        return found[1], line[found.end() :]
    return None, line


def _glued(line: str) -> tuple[str | None, str]:
    """`/公告消防演练`: a name may be followed by anything after a slash."""
    for name in sorted(KNOWN, key=len, reverse=True):
        if line.startswith(name):
            return name, line[len(name) :]
    return None, line
