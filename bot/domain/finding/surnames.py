"""Chinese surnames: what a name begins with, and what stands before a title (王经理)."""

from typing import Final

from bot.domain.surnames import COMPOUND

SINGLE: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭"
    "廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎闫薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向常汤康易乔赖文施洪季辛倪"
    "柯殷樊葛管章庄颜鲁詹邢俞翟岳苗温梅聂焦齐包左路盛柳邬甄涂盖符曲兰宁裴凌伍童申毕耿卜古祝关骆冉房欧阮霍游柴蒙冷牛祁"
    "劉陳張楊趙黃吳孫馬鄭謝許鄧馮韓蕭葉蔣蘇呂盧鍾譚陸賈韋鄒閻龍賀顧龔萬錢嚴賴齊莊顏魯聶"
    "费纪谷麦舒桂车饶敖娄查宫简解巩屈项闵滕翁荣井蓝靳仇鲍臧艾戈尚郁卓佘单农华占喻景仲池宗窦卞湛苟缪楚隋"
)
"""The most frequent ones, which all but a few people bear; some are ordinary words too, so a surname proves nothing."""


def surname(name: str) -> str:
    """What somebody is called by before his title: two characters where they are a surname of their own."""
    return name[:2] if name[:2] in COMPOUND and len(name) > 2 else name[:1]


def begins_like_a_name(word: str) -> bool:
    return word[:2] in COMPOUND or word[:1] in SINGLE
