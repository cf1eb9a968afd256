"""Whether a line reports a violation, and what it says of it once the wish to report is taken out. Pure.

A line that says so (我要举报, 匿名举报, 投诉 somebody), or complains of a deed and wants something done about it
(有人在群里刷广告，管管吧). Both are asked back before anything is kept.
"""

import re
from typing import Final

from bot.domain.moderation.cases.naming import OTHER, category_in
from bot.domain.safety.hazards.hiding import without_wish
from bot.domain.width import narrow
from bot.patterns import regex
from bot.shapes.arguments import Scene
from bot.understanding.hazards.sentences import speaks_of_hazard
from bot.understanding.marked import NAME, mark
from bot.understanding.questions import is_question

_VERB: Final = "(?:举报|检举|揭发|告发|投诉)"
_WHOM: Final = "(?:一下|一件事|一个事|件事|个事|个人|一个人|某人|这个人|他们?|她们?|个情况)?"
_WISH: Final = regex(
    f"(?:不记名|匿名|实名|署名)(?:反映|反应){_WHOM}|不记名{_VERB}{_WHOM}"
    f"|(?:我|本人)?(?:也|就|还|真的|现在){{0,4}}(?:想|要|想要|需要|得|必须|来)(?:匿名|实名|跟你|向公司|向你|在这){{0,4}}{_VERB}{_WHOM}了?"
    f"|(?:匿名|实名|特此|在此|请求){_VERB}{_WHOM}"
    f"|^(?:你好|您好|那个|请问)?[，,]?{_VERB}(?:一下|一件事|件事|个事|一个人|个人|[：:，, ])"
    f"|{_VERB}(?:一下|了啊|啊|吧)?$"
)
_NO_REPORT: Final = regex(
    f"(?:被(?:人|同事|他们?)?|没|不|别|谁|有人|已经?|刚刚?|去年|昨天|上次|警方|客户|业主|顾客){_VERB}"
    f"|{_VERB}(?:信|箱|电话|热线|人|者|制度|流程|渠道|率|件|单|奖励|了(?!啊?$)|过)|钓鱼举报|钓鱼"
)
_SOMEBODY: Final = regex(
    r"那个[^，,。]{1,12}的|有人|有(?:个|位|些|几个)?(?:同事|员工|人)|某(?:人|同事)|[他她]们?|那个?人|谁在|老是|一直|天天|总是|整天"
)
_AT_NAME: Final = regex(f"^(?:我?(?:也|就|还)?(?:想|要|想要|得)?)(?:匿名|实名)?{_VERB}(?:一下)?\\s*(?={NAME})")
_OF_A_DEED: Final = frozenset({"C02", "C03", "C05", "C14"})  # what nobody tells a bot idly
_WHAT_NOW: Final = regex("怎么办|咋办|咋整|怎么处理|该怎么|找谁|跟谁(?:说|讲)")
_CLAUSES: Final = regex(r"[\s，,。；;！!?？]+")
_SOME_ONE: Final = regex(
    r"^(?:我?(?:看到|看见|发现|听见)了?)?(?:有人|有(?:个|位|些|几个)?(?:同事|员工|人)|某(?:人|同事))"
)
_MAY_I: Final = regex(f"(?:可以|能|可不可以|能不能)(?:匿名)?{_VERB}(?:他们?|她们?)?[吗么]?[?？]?$")
_PLEA: Final = regex(
    "管(?:一)?管|没人管|(?:能|可)不(?:能|可以)管|处理一下|查一查|查查|查一下|太过分|受不了|忍不了|制止|能管吗|有没有人管|管不管"
)
_OPENING: Final = regex(
    f"^(?:你好|您好|那个|请问|小助手|不好意思)?[，,。 ]*{_WISH.pattern.replace('^', '')}[，,。：: ]*"
)
_CLOSING: Final = regex(f"[，,。；; ]*(?:{_WISH.pattern.replace('^', '')})[。！!～~ ]*$")
_ONCE: Final = regex("^(?:一下|下)(?=\\S)")
_VAGUE: Final = regex("(?:一|个|件|些|点|有|这|那)*(?:事情?|情况|问题|人|同事|东西)?(?:了|啊|吧|呢)?")
_AN_AFFAIR: Final = regex(
    "^(?:(?:我?想?[跟给和向]你)?(?:说|讲|反映)(?:一下)?(?:一?[个件])?(?:事儿?|事情|情况)"
    "|(?:一?[个件]|有[个件]?)(?:事情?|情况))[，,：: ]+"
)
_I_AM: Final = r"(?:^|(?<=[，,。；;！!\s]))(?:我(?:就)?(?:是|叫)|本人|(?:举报|反映)人[是：:]?)"
_MARKS: Final = " ，,。；;：:、！!～~"


def speaks_of_report(line: str) -> bool:
    """Whether somebody reports something by it, although he names no command."""
    said = narrow(line).strip().removeprefix("/")
    if is_question(said) and not _PLEA.search(said) and not _wishes_all_the_same(said):
        return _MAY_I.search(said) is not None and category_in(said) != OTHER
    if _NO_REPORT.search(said):
        return False
    return _WISH.search(said) is not None or _complains(said)


def begins_a_report(line: str) -> bool:
    """The same, or called by its name: what a picture may go along with."""
    return narrow(line).strip().lstrip("/").startswith(("举报", "匿名举报")) or speaks_of_report(line)


def _wishes_all_the_same(said: str) -> bool:
    """被骚扰了怎么办 我要举报: what is asked is another clause than what is wished, or told by whoever is harassed."""
    told = [each for each in _CLAUSES.split(said) if each and not is_question(each)]
    about = category_in(said)
    harassed = about == "C17" and (
        any("我" in each and category_in(each) == about for each in told)
        or ("我" in said and _WHAT_NOW.search(said) is not None)
    )
    return harassed or (about != OTHER and any(_WISH.search(each) for each in told))


def complains_of_somebody(line: str, scene: Scene) -> str | None:
    """投诉郑群，当群管乱禁言人: a report where it names a colleague, since customers complain of much else."""
    marked = mark(narrow(line), scene.company.finder.people.names_in)
    found = _AT_NAME.match(marked.line)
    if found and not is_question(marked.line):
        return ("匿名 " if "匿名" in found[0] else "") + marked.plain(marked.line[found.end() :])
    return line if not line.startswith("/") and speaks_of_report(line) else None


def _complains(said: str) -> bool:
    """Of a deed, and wants something done about it, or not to be named; who is harassed needs to say no more."""
    about = category_in(said)
    if about == OTHER or speaks_of_hazard(said):
        return False
    return (
        bool(_SOMEBODY.search(said) and _PLEA.search(said))
        or without_wish(said)[1]
        or (about == "C17" and "我" in said)
        or (about in _OF_A_DEED and _SOME_ONE.search(said) is not None)
    )


def read_report(written: str) -> tuple[str, bool]:
    """(what was told, whether its teller wants to stay unnamed)."""
    told, anonymous = without_wish(_MAY_I.sub(lambda asked: "匿名" if "匿名" in asked[0] else "", written))
    told = _ONCE.sub("", _CLOSING.sub("", _OPENING.sub("", told.strip(_MARKS), count=1)))
    told = _AN_AFFAIR.sub("", told.strip(_MARKS)).strip(_MARKS)
    return "" if _VAGUE.fullmatch(told) else told, anonymous


def without_own_name(told: str, name: str) -> str:
    """我是生产部张三，… says who tells it, and is dropped; 何苗骂张三 stays, or the gap would say it."""
    known = re.escape(name)
    introduced = f"{_I_AM}[^，,。；;\\s]{{0,12}}?{known}[，,。；;：: ]*"
    signed = f"[，,。；; ]*(?:[—-]+|署名[：:]?|(?:举报|反映)人[：:]?) *{known}[。 ]*$"
    return re.sub(introduced, "", re.sub(signed, "", told))
