"""Of which kind an accident is, by a mere word: it chooses the advice, and 其他 fits all."""

from typing import Final

from bot.domain.safety.accidents.reports import AccidentKind
from bot.patterns import regex

_TOPICS: Final = {
    AccidentKind.EXPLOSION: regex("爆炸|炸了"),
    AccidentKind.FIRE: regex("着火|起火|失火|火灾|冒烟|烧起来|自燃"),
    AccidentKind.ELECTRIC: regex("触电|电击|漏电"),
    AccidentKind.POISON: regex("中毒|泄漏|泄露|煤气|窒息"),
    AccidentKind.VEHICLE: regex("车祸|撞车|追尾|剐蹭|翻车|(?:叉|货|铲|吊|班|轿|汽)车|[辆台]车.{0,4}撞"),
    AccidentKind.FALL: regex("坠落|从.{0,10}[摔掉跌]|坠楼|摔下|跌下"),
    AccidentKind.MACHINE: regex("[夹压卷绞切割划砸]|机器|冲床|设备"),
}


def topic_of(folded: str) -> AccidentKind:
    return next((kind for kind, words in _TOPICS.items() if words.search(folded)), AccidentKind.OTHER)
