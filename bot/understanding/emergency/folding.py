"""Typed and dictated text made comparable for the search after words of danger. Pure.

Only characters that stand in such words are turned: this is no conversion of scripts. A misheard word is mended only
where the wrong one is no word of its own: 着伙 and 暴炸 are, 触点 (a contact) is not.
"""

import unicodedata
from typing import Final

from bot.patterns import regex

_TRADITIONAL: Final = str.maketrans(
    "著觸電機車間倉庫燒煙塌倒墜暈夾壓斷傷過氣洩爆傳動員師來塊搶單樓層門頭腦臺廠區線",
    "着触电机车间仓库烧烟塌倒坠晕夹压断伤过气泄爆传动员师来块抢单楼层门头脑台厂区线",
)
# What Canton and Sichuan write for words that nearly every cry has.
_SPOKEN: Final = str.maketrans("佢畀咗喺嘅啲唔冇嚟瞓揸俾", "他被了在的点不没来躺抓被")
_DIALECT: Final = (
    (regex("[莫没]得(?=人|反应|气|声|动静|[出上醒]|$)"), "没有"),
    (regex("仨"), "三个"),
    (regex("呢度"), "这里"),
)
_MISHEARD: Final = (
    (regex("着伙|着获|着活(?=了|啦)|招火(?=了|啦)"), "着火"),
    (regex("起伙(?=了|啦)"), "起火"),
    (regex("暴炸|爆乍|暴乍|报炸|爆扎"), "爆炸"),
    (regex("冒眼(?=了|啦)|帽烟"), "冒烟"),
    (regex("(?:处|触|楚|杵)[电店](?=了|啦|倒|死)"), "触电"),
    (regex("有[仁任银](?=.{0,3}(?:晕|昏|倒|受伤|触电|被|掉|摔|落水|溺))"), "有人"),
    (regex("就命(?=啊|呀|$)|救名|救鸣"), "救命"),
    (regex("(?<=有人)(晕到|运倒|昏到|晕道)"), "晕倒"),
    (regex("泄露(?=了)"), "泄漏"),
    (regex("[就旧九]护车"), "救护车"),
    (regex("[妖幺腰][妖幺腰][零0]"), "110"),
    (regex("[妖幺腰一][二2][零0]"), "120"),
    (regex("[妖幺腰][妖幺腰][九9]"), "119"),
    (regex("(?<![压放堆装摆顶挡靠码载拉])着[货祸](?=了|啦|$)|找火(?=了|啦)"), "着火"),
    (regex("雪(?=流了?(?:一|满|不止|好多))"), "血"),
    (regex("(?<=流)雪(?=不止|了)"), "血"),
    (regex("(?<=[手脚腿指臂])短(?=了$|了[ ，,!！])"), "断"),
    (regex("[球就旧]命(?=啊|呀|$)"), "救命"),
    (regex("拉[砸扎炸](?=[!！ ，,啊]|$)"), "拉闸"),
    (regex("(?<=[夹压卡困])[注驻](?=了)"), "住"),
    (regex("(?<=[受重])商(?=了)"), "伤"),
    (regex("(?<=夹)主(?=了|啦|$)"), "住"),
    (regex("zhaohuo(le)?"), "着火了"),
    (regex("qihuo(le)"), "起火了"),
    (regex("jiuming(a)?"), "救命"),
    (regex("baozha(le)"), "爆炸了"),
    (regex("(?<=[着起失冒]火)拉|(?<=着火了)拉"), "了"),
    (regex("(?<=[火电人炸漏])(咧|喽|哩|辣|勒|嘞)"), "了"),
)
# One of these is in whatever the lines above put right; hardly any other line has one.
_SUSPECT: Final = frozenset(
    "伙获活招货祸找乍暴扎眼帽处楚杵触仁任银就名鸣到运道露主注驻球旧九护妖幺腰一雪短拉砸炸商z莫没仨呢咧喽哩辣勒嘞qj"
)
_FILLERS: Final = regex("嗯+|呃+|额(?=[，, ])|那个那个|就是说|就是(?!着|有)|那什么|喂+")
_BREAKS: Final = regex(r"[\s，,。.!！?？;；:：、~～…()（）\[\]【】\"“”'|/]+")
_ONE_BY_ONE: Final = regex(r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff] ){2,20}[\u4e00-\u9fff](?![\u4e00-\u9fff])")


def fold(text: str) -> str:
    """Narrow, simplified, lower-case; a word that dictation got wrong is put right where that is safe."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_TRADITIONAL).translate(_SPOKEN)
    folded = _ONE_BY_ONE.sub(lambda found: found[0].replace(" ", ""), folded)
    if not _SUSPECT.isdisjoint(folded):
        for wrong, right in (*_DIALECT, *_MISHEARD):
            folded = wrong.sub(right, folded)
    return _FILLERS.sub(" ", folded)


def clauses(folded: str) -> list[str]:
    """What stands between marks and spaces: what negates one part of a line says nothing about the next."""
    return [each for each in _BREAKS.split(folded) if each]
