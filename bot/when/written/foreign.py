"""What begins like a date and is none, nor holds one: codes, amounts, 第3条, 每周一."""

import string
from typing import Final

from bot.patterns import regex
from bot.when.written.numerals import HAN, NUMBER, SMALL

_LABELS: Final = (
    "版本号?|型号|编号|工号|电话|手机号?|房间号?|门牌号?|尺寸|规格|单价|价格|金额|比分|得分|评分|体温|温度|浓度|系数|占比"
    "|比例|端口|密码|验证码|账号|卡号|序号|图号|车牌|长度|宽度|高度|重量|[¥￥$#]"
)
_EVERY: Final = (
    "每个?(?:逢|隔)?(?:天|日|周|星期|礼拜|月|年|季度?|工作日|晚|早)"
    rf"(?:的?{SMALL}月{SMALL}[号日]?|的?{SMALL}[号日]|[一二三四五六日天末](?:[、,和及]?(?:周|星期)?[一二三四五六日])*)?"
)
_FOREIGN: Final = regex(
    rf"(?:改|换|调整?|推迟|顺延|提前)[到成为至]|(?:农历|阴历)[^\s,()]{{0,8}}|第\s?(?:{NUMBER}|几)[号条次个点天章节届期名批季周月组步项类款轮版页层位台]?|{_EVERY}"
    rf"|(?:{_LABELS})\s?[:是为]?\s?[\d.]+(?:[./:-]\d+)*|(?:GB|ISO|DB|AQ|HJ|JB)(?:/T|/Z)?\s?[\d.:-]+"
    rf"|[A-Za-z]+(?:[-_.#]?[A-Za-z0-9])*|\d+(?:[.:/-]\d+)*[A-Za-z]*|[{HAN}]{{6,}}"
)
FOREIGN_STARTS: Final = frozenset(
    "农阴改换调推顺提第每版型编工电手房门尺规单价金比得评体温浓系占端密验账卡序图车长宽高重¥￥$#" + string.ascii_letters
)


def foreign_at(text: str, start: int) -> int | None:
    """Where something ends that is no date and holds none, though it begins with what could be one."""
    found = _FOREIGN.match(text, start)
    return found.end() if found else None
