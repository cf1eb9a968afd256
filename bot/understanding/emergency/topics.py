"""Of which kind an accident is, by a mere word: it chooses the advice, and 其他 fits all."""

import re
from typing import Final

from bot.domain.safety.accidents.reports import AccidentKind

_TOPICS: Final = {
    AccidentKind.EXPLOSION: re.compile("爆炸|炸了"),
    AccidentKind.FIRE: re.compile("着火|起火|失火|火灾|冒烟|烧起来|自燃"),
    AccidentKind.ELECTRIC: re.compile("触电|电击|漏电"),
    AccidentKind.POISON: re.compile("中毒|泄漏|泄露|煤气|窒息"),
    AccidentKind.VEHICLE: re.compile("车祸|撞车|追尾|剐蹭|翻车|(?:叉|货|铲|吊|班|轿|汽)车|[辆台]车.{0,4}撞"),
    AccidentKind.FALL: re.compile("坠落|从.{0,10}[摔掉跌]|坠楼|摔下|跌下"),
    AccidentKind.MACHINE: re.compile("[夹压卷绞切割划砸]|机器|冲床|设备"),
}


def topic_of(folded: str) -> AccidentKind:
    return next((kind for kind, words in _TOPICS.items() if words.search(folded)), AccidentKind.OTHER)
