"""Where something happened: 3号车间, 仓库, 4栋二楼, 食堂后厨. Read from anywhere in a line, as it was written."""

import re
from typing import Final

from bot.domain.width import narrow
from bot.understanding.emergency.patterns import gathered

_NUMBER: Final = "(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|(?<![a-zA-Z])[a-zA-Z][0-9]{0,2})"
_OF: Final = gathered(
    """
    成品|原料|半成品|包装|装配|冲压|焊接|喷漆|油漆|注塑|机加工?|总装|危化品?|危废|空压|备件|五金|模具|印刷|涂装|热处理|铸造|锻造|电镀|酸洗|打磨
    员工|集体|男生?|女生?|地下|露天|消防|高压|低压|生产|研发|行政|财务|维修|质检|东|南|西|北|新|老|大|小|前|后
    """
)
_ROOM: Final = gathered(
    """
    车间|仓库|库房|成品库|原料库|危化库|冷库|产线|生产线|流水线|厂房|厂区|食堂|餐厅|后厨|厨房|宿舍楼?|办公楼|办公室|办公区|配电[间室房]|机房|锅炉房?
    更衣室|喷漆房|油漆房|烘房|平台|装卸[区口]|停车场|车库|车棚|充电[桩区棚]|工地|基坑|污水池|化粪池|水池|货梯|电梯|罐区|储罐区?|门卫室?|保安室|大门|门口
    走廊|楼顶|天台|楼梯间?|卫生间|厕所|实验室|化验室|会议室|培训室|操场|堆场|料场|码头|空压站|变电站|泵房|打磨区|包装区|维修间|茶水间|休息室
    监控室|浴室|澡堂|垃圾[堆房站]|电缆沟|线缆沟|反应釜|烤箱|工位
    """
)
_UNIT: Final = (
    f"(?:{_NUMBER}(?:号|#)?)?(?:{_OF}){{0,2}}(?:{_ROOM})|{_NUMBER}(?:号|#)?(?:楼|栋|幢|层|区|号楼)(?:[0-9]{{3,4}}室?)?"
    f"|(?:[0-9]{{1,3}}(?:号|#)?|{_NUMBER}(?:号|#))(?:线|机|炉|罐|塔|井|库|仓|门|台)|[东南西北][门区侧边楼]"
)
PLACE: Final = re.compile(f"(?:{_UNIT})(?:(?:[的里内]的?)?(?:{_UNIT})){{0,2}}(?:旁边|门口|后面|前面|楼下|楼上)?")


def find_place(line: str) -> re.Match[str] | None:
    """The first that is named; its span is that of `line` itself."""
    return PLACE.search(narrow(line))
