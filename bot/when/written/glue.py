"""Words that tie days and times together: 从, 到, 起, 回来, 和, and those between that say nothing."""

from enum import Enum, auto
from typing import Final

from bot.patterns import regex


class Glue(Enum):
    TO = auto()  # 到 至 - ~
    FROM = auto()  # 从
    START = auto()  # 起 开始
    AFTER = auto()  # 以后, of the clock: 两点以后
    BACK = auto()  # 回来 上班: the day before was the last
    END = auto()  # 为止
    JOIN = auto()  # 、 和
    OR = auto()  # 或者 还是
    NOT = auto()  # 不对 说错了: what was said before doesn't count
    FILLER = auto()  # 嗯 那个 请 的


_TO: Final = (
    r"(?:一直|直|持续|(?:请|休|放|歇|延长?)(?:假|息)?)?"
    r"到了?(?!位|达|场|货|岗|家|期|底|处|时候|会|访|手|账)"
    r"|至(?!少|于|今|多|关)|截止到?|-{1,2}|~{1,3}|/(?=20\d\d-)"
)
_BACK: Final = (
    "(?:就|再|才|又|要|会|能|可以|正常|准时|开始|恢复)?"
    "(?:回(?:来|公司|厂|单位|岗)(?:上班)?|返[岗厂工程]|复[工岗]|上班(?![前时]|的)|到岗|销假|归队)"
)
_FILLER: Final = (
    "[嗯啊呃额哦噢唉]+|那个|就是说?|然后|大概|应该|可能|差不多|我?想要?|我?需要|我?要(?!求|点|是)"
    "|请假?(?!示|教|问|客|柬)|休假?(?!息室)|连续|连着?|一共|总共|共计|共|合计|为期|时间是?|日期是?"
    "|[,()的了吧呢嘛哈是]"
)
# what it is, the characters it can begin with, the pattern; the first that fits is taken
_WORDS: Final = (
    (Glue.TO, "一直持请休放歇延到至截-~/", _TO),
    (Glue.BACK, "就再才又要会能可正准开恢回返复上到销归", _BACK),
    (Glue.START, "起开", "起(?!床|来|诉|码|因|伏|草|步|重|吊|火|点|飞|名)|开始(?!上班)|起始"),
    (Glue.AFTER, "以之往", r"(?:(?<=[点时分刻半钟])(?<!小时)|(?<=:\d\d))(?:以后|之后|往后)"),
    (Glue.END, "为止结截(含包不", r"为止|止(?=$|\s)|(?:结束|截止)(?!到)|\(?[包不]?含\)?(?=$|[\s,)])"),
    (Glue.FROM, "自从打", "自?从|自(?!己|动|行|然|费|称|愿|从)|打(?=[今明后下])"),
    (
        Glue.JOIN,
        "、以及和跟与还加&+",
        r"、|以?及|[和跟与](?!.{0,2}(?:谐|平|解|进|踪|随))|还有|加上?(?=[下周星明后\d])|&|\+",
    ),
    (Glue.OR, "或还要", "或者?是?|还是|要么"),
    (Glue.NOT, "哦啊噢呃额嗯不说错", "[哦啊噢呃额嗯,]*(?:不对|不是|说错了?|错了|打错了?)[哦啊噢呃额嗯,]*(?:应该)?是?"),
    (Glue.FILLER, "嗯啊呃额哦噢唉那就然大应可差我想需要请休连一总共合为时日,()的了吧呢嘛哈是", _FILLER),
)
_GLUE: Final = tuple((glue, frozenset(starts), regex(pattern)) for glue, starts, pattern in _WORDS)
GLUE_STARTS: Final = frozenset().union(*(starts for _, starts, _ in _GLUE))


def glue_at(text: str, start: int) -> tuple[Glue, int] | None:
    for glue, starts, pattern in _GLUE:
        if text[start] in starts and (found := pattern.match(text, start)):
            return glue, found.end()
    return None
