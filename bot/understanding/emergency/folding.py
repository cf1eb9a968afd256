"""Typed and dictated text made comparable for the search after words of danger. Pure.

Only characters that stand in such words are turned: this is no conversion of scripts. A misheard word is mended only
where the wrong one is no word of its own: 着伙 and 暴炸 are, 触点 (a contact) is not.
"""

import re
import unicodedata
from typing import Final

_TRADITIONAL: Final = str.maketrans(
    "著觸電機車間倉庫燒煙塌倒墜暈夾壓斷傷過氣洩爆傳動員師來塊搶單樓層門頭腦臺廠區線",
    "着触电机车间仓库烧烟塌倒坠晕夹压断伤过气泄爆传动员师来块抢单楼层门头脑台厂区线",
)
_MISHEARD: Final = (
    (re.compile("着伙|着获|着活(?=了|啦)|招火(?=了|啦)"), "着火"),
    (re.compile("起伙(?=了|啦)"), "起火"),
    (re.compile("暴炸|爆乍|暴乍|报炸|爆扎"), "爆炸"),
    (re.compile("冒眼(?=了|啦)|帽烟"), "冒烟"),
    (re.compile("(?:处|触|楚|杵)[电店](?=了|啦|倒|死)"), "触电"),
    (re.compile("有[仁任银](?=.{0,3}(?:晕|昏|倒|受伤|触电|被|掉|摔|落水|溺))"), "有人"),
    (re.compile("就命(?=啊|呀|$)|救名|救鸣"), "救命"),
    (re.compile("(?<=有人)(晕到|运倒|昏到|晕道)"), "晕倒"),
    (re.compile("泄露(?=了)"), "泄漏"),
    (re.compile("(?<=夹)主(?=了|啦|$)"), "住"),
    (re.compile("zhaohuo(le)?"), "着火了"),
    (re.compile("qihuo(le)"), "起火了"),
    (re.compile("jiuming(a)?"), "救命"),
    (re.compile("baozha(le)"), "爆炸了"),
    (re.compile("(?<=[着起失冒]火)拉|(?<=着火了)拉"), "了"),
    (re.compile("(?<=[火电人炸漏])(咧|喽|哩|辣|勒|嘞)"), "了"),
)
_FILLERS: Final = re.compile("嗯+|呃+|额(?=[，, ])|那个那个|就是说|就是(?!着|有)|那什么|喂+")
_BREAKS: Final = re.compile(r"[\s，,。.!！?？;；:：、~～…()（）\[\]【】\"“”'|/]+")
_ONE_BY_ONE: Final = re.compile(r"(?<![\u4e00-\u9fff])(?:[\u4e00-\u9fff] ){2,20}[\u4e00-\u9fff](?![\u4e00-\u9fff])")


def fold(text: str) -> str:
    """Narrow, simplified, lower-case; a word that dictation got wrong is put right where that is safe."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_TRADITIONAL)
    folded = _ONE_BY_ONE.sub(lambda found: found[0].replace(" ", ""), folded)
    for wrong, right in _MISHEARD:
        folded = wrong.sub(right, folded)
    return _FILLERS.sub(" ", folded)


def clauses(folded: str) -> list[str]:
    """What stands between marks and spaces: what negates one part of a line says nothing about the next."""
    return [each for each in _BREAKS.split(folded) if each]
