"""Weather that stops work: what is to be done at which temperature, and in which kind of weather.

A temperature or a warning is said by a person or a feed; nothing here makes one up. Heat: 防暑降温措施管理办法
(安监总安健〔2012〕89号) art. 8; all else is custom.
"""

from enum import StrEnum
from typing import Final

HOT, VERY_HOT, STOP = 35, 37, 40  # degrees, of the day's highest as the weather service says it
HOTTEST: Final = 55  # what nobody has measured here is a slip of the pen
HEAT_LAW: Final = "防暑降温措施管理办法第八条等（安监总安健〔2012〕89号）"


class Weather(StrEnum):
    """The value is what people type."""

    TYPHOON = "台风"
    RAIN = "暴雨"
    THUNDER = "雷电"
    WIND = "大风"
    SNOW = "冰雪"
    FOG = "大雾"
    COLD = "寒潮"


class Signal(StrEnum):
    """Of a warning, the mildest first."""

    BLUE = "蓝色"
    YELLOW = "黄色"
    ORANGE = "橙色"
    RED = "红色"

    @property
    def is_urgent(self) -> bool:
        """Orange and red don't wait for the morning."""
        return self in (Signal.ORANGE, Signal.RED)


AFTERWARDS: Final = (
    "先查再开工：脚手架、塔吊、基坑、边坡、临时用电逐样看过，负责人点头再上人。",
    "泡过水的电气设备测过绝缘再送电。",
    "看到问题发 /隐患 地点 情况。",
)

_MEASURES: Final = {
    Weather.TYPHOON: (
        "高处、吊装、露天作业停下来，塔吊按规程处置，人不留在工棚和集装箱房。",
        "门窗、广告牌、轻的材料收好捆紧；低处的电先断。",
        "不外出、不蹚水；值班的人在结实的屋里，电话通着。",
    ),
    Weather.RAIN: (
        "坑、沟、地下室里的人先上来；基坑、边坡、围墙、料堆旁边不站人。",
        "低处的配电箱断电，水泵待命，排水口清开。",
        "雨停先查：测过绝缘再送电，看过脚手架、基坑再上人。",
    ),
    Weather.THUNDER: (
        "室外高处、吊装、空旷地的活停下，人进屋。",
        "不站在大树、塔吊、金属架下，不碰金属管线。",
        "装卸易燃液体停下；雷停了再等一会儿出去。",
    ),
    Weather.WIND: (
        "六级以上，露天高处和吊装停下来；动火停。",
        "轻的材料捆好，脚手架、围挡、广告牌看一遍。",
        "走路避开围墙和临时建筑，车停稳拉手刹。",
    ),
    Weather.SNOW: (
        "门口、坡道、爬梯先撒防滑的再走人；露天高处停。",
        "屋檐、棚顶的雪和冰有人处理，下面拉警戒。",
        "不急着出车；要走的慢一半，装防滑链，人车错开。",
    ),
    Weather.FOG: (
        "吊装、露天高处停；厂内车辆停或有人带。",
        "出车的晚一点走，开雾灯；看不清就靠边停，人到护栏外。",
        "走路穿亮的，走人行线。",
    ),
    Weather.COLD: (
        "水管、消火栓、仪表管保温，停用的放空。",
        "取暖不用明火，窗留一条缝，人走断电。",
        "在外面干活的轮换进屋，手脚麻木就停。",
    ),
}


def heat_measures(degrees: int) -> tuple[str, ...]:
    """What the law wants at that highest temperature of a day; empty below 35."""
    if degrees < HOT:
        return ()
    always = ("不安排怀孕的女职工室外露天作业。", "多喝水，互相看着；头晕恶心就停，到阴凉处，重的打 120。")
    if degrees >= STOP:
        return "停止今天的室外露天作业。", *always
    if degrees >= VERY_HOT:
        six = "室外露天作业全天累计不超过 6 小时，气温最高的 3 小时内不安排。"
        return six, "室外露天作业的人不加班。", *always
    return "换班轮休，缩短连续作业的时间；室外露天作业的人不加班。", *always


def measures(weather: Weather) -> tuple[str, ...]:
    return _MEASURES[weather]
