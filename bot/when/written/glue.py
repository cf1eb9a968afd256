"""Words that tie days and times together, and what is neither: codes, amounts, 第3条."""

import re
import string
from enum import Enum, auto
from typing import Final

from bot.when.written.numerals import HAN, NUMBER, SMALL


class Glue(Enum):
    TO = auto()  # 到 至 - ~
    FROM = auto()  # 从
    START = auto()  # 起 开始
    BACK = auto()  # 回来 上班: the day before was the last
    END = auto()  # 为止
    JOIN = auto()  # 、 和
    OR = auto()  # 或者 还是
    NOT = auto()  # 不对 说错了: what was said before doesn't count
    FILLER = auto()  # 嗯 那个 请 的


# what it is, the characters it can begin with, the pattern; the first that fits is taken
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
_GLUE: Final = tuple((glue, frozenset(starts), re.compile(pattern)) for glue, starts, pattern in _WORDS)
GLUE_STARTS: Final = frozenset().union(*(starts for _, starts, _ in _GLUE))

_LABELS: Final = (
    "版本号?|型号|编号|工号|电话|手机号?|房间号?|门牌号?|尺寸|规格|单价|价格|金额|比分|得分|评分|体温|温度|浓度|系数|占比"
    "|比例|端口|密码|验证码|账号|卡号|序号|图号|车牌|长度|宽度|高度|重量|[¥￥$#]"
)
_EVERY: Final = (
    "每个?(?:逢|隔)?(?:天|日|周|星期|礼拜|月|年|季度?|工作日|晚|早)"
    rf"(?:的?{SMALL}月{SMALL}[号日]?|的?{SMALL}[号日]|[一二三四五六日天末](?:[、,和及]?(?:周|星期)?[一二三四五六日])*)?"
)
_FOREIGN: Final = re.compile(
    rf"(?:改|换|调整?|推迟|顺延|提前)[到成为至]|(?:农历|阴历)[^\s,()]{{0,8}}|第\s?(?:{NUMBER}|几)[号条次个点天章节届期名批季周月组步项类款轮版页层位台]?|{_EVERY}"
    rf"|(?:{_LABELS})\s?[:是为]?\s?[\d.]+(?:[./:-]\d+)*|(?:GB|ISO|DB|AQ|HJ|JB)(?:/T|/Z)?\s?[\d.:-]+"
    rf"|[A-Za-z]+(?:[-_.#]?[A-Za-z0-9])*|\d+(?:[.:/-]\d+)*[A-Za-z]*|[{HAN}]{{6,}}"
)
FOREIGN_STARTS: Final = frozenset(
    "农阴改换调推顺提第每版型编工电手房门尺规单价金比得评体温浓系占端密验账卡序图车长宽高重¥￥$#" + string.ascii_letters
)


def glue_at(text: str, start: int) -> tuple[Glue, int] | None:
    for glue, starts, pattern in _GLUE:
        if text[start] in starts and (found := pattern.match(text, start)):
            return glue, found.end()
    return None


def foreign_at(text: str, start: int) -> int | None:
    """Where something ends that is no date and holds none, though it begins with what could be one."""
    found = _FOREIGN.match(text, start)
    return found.end() if found else None
