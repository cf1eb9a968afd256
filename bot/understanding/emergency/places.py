"""Where something happened: 3号车间, 仓库, 4栋二楼, 食堂后厨. Read from anywhere in a line, as it was written."""

import re
from typing import Final

from bot.domain.width import narrow
from bot.patterns import regex
from bot.understanding.emergency.patterns import gathered

_NUMBER: Final = "(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|(?<![a-zA-Z])[a-zA-Z][0-9]{0,2})"
_OF: Final = gathered(
    """
    成品|原料|半成品|包装|装配|冲压|焊接|喷漆|油漆|注塑|机加工?|总装|危化品?|危废|空压|备件|五金|模具|印刷|涂装|热处理|铸造|锻造|电镀|酸洗|打磨
    充电|搅拌|除尘|配料|投料|烘干|清洗|切割|抛光|喷涂|喷砂|机修|灌装|称量|破碎|筛分|样品|试剂|中控|消控|保洁|卸货|装货|发货|收货|污水|废水|循环水|钢筋|木工|粉料|液氨|氨|氢气|氮气|叉车
    员工|集体|男生?|女生?|地下|露天|消防|高压|低压|生产|研发|行政|财务|维修|质检|东|南|西|北|新|老|大|小|前|后
    """
)
_ROOM: Final = gathered(
    """
    车间|仓库|库房|成品库|原料库|危化库|冷库|产线|生产线|流水线|厂房|厂区|食堂|餐厅|后厨|厨房|宿舍楼?|办公楼|办公室|办公区|配电[间室房]|机房|锅炉房?
    更衣室|喷漆房|油漆房|烘房|平台|装卸[区口]|停车场|车库|车棚|充电[桩区棚]|工地|基坑|污水池|化粪池|水池|货梯|电梯|罐区|储罐区?|门卫室?|保安室|大门|门口
    走廊|过道|楼道|楼顶|天台|楼梯[间口]?|卫生间|厕所|实验室|化验室|会议室|培训室|操场|堆场|料场|码头|空压站|变电站|泵房|打磨区|包装区|维修间|茶水间|休息室
    危废间|吸烟[室区点]|开水间|工具间|资料室|档案室|展厅|模具房|油库|气站|加油站|地磅|磅房|岗亭|露台|阳台|大厅|前台|皮带廊|管廊|[装卸]货[区口]|作业区|施工现场
    (?:包装|装配|总装|组装|灌装|焊接|喷漆|冲压|注塑|涂装|电镀|印刷|清洗)线(?![缆路])|厂大?门口?
    屋面|外墙|客梯|[男女]厕|斜坡|坡道|监控室|浴室|澡堂|垃圾[堆房站]|电缆沟|线缆沟|反应釜|烤箱|工位
    """
)
_KIND_OF_ROOM: Final = "[间区室房库站棚仓楼厕](?![别分域内前])"  # behind what is done there: 打磨间, 搅拌站, 清洗区
_MACHINE: Final = "行车|天车|塔吊|吊车|叉车|铲车|电梯|货梯|客梯|升降机|反应釜|储罐|锅炉|冲床|机床|注塑机|空压机"
_UNIT: Final = (
    f"(?:{_NUMBER}(?:号|#)?)?(?:{_OF}){{0,2}}(?:{_ROOM})|(?:{_NUMBER}(?:号|#)?)?(?:{_OF})(?<![新老大小前后])(?:{_KIND_OF_ROOM})"
    f"|{_NUMBER}(?:号|#)(?:{_MACHINE})|(?<!第){_NUMBER}(?:号|#)?(?:楼|栋|幢|层|区|号楼)(?:[0-9]{{3,4}}室?)?"
    f"|(?<![a-zA-Z])[a-zA-Z][0-9]?(?:库|仓|线|罐|炉|门)|(?:[0-9]{{1,3}}(?:号|#)?|{_NUMBER}(?:号|#))(?:线|机|炉|罐|塔|井|库|仓|门|台)|[东南西北][门区侧边楼]"
)
_BESIDE: Final = (
    "旁边|门口|后面|前面|楼下|楼上|附近|边上|对面|入口处?|拐角处?|角落|尽头"
    "|[东南西北]{1,2}[头侧角墙面边]|边(?![坡缘框])"
)
PLACE: Final = regex(f"(?:{_UNIT})(?:(?:[的里内]的?)?(?:{_UNIT})){{0,2}}(?:{_BESIDE})?")


# What a place may be called by itself, and what stands in many places: 电梯困人了 2号楼.
_THING: Final = regex("(?:电梯|货梯|客梯|楼梯|平台|工位|烤箱|反应釜|屋面|外墙|大门|门口|过道|走廊)")


def find_place(line: str) -> re.Match[str] | None:
    """The first that is named, of two the one that tells more; its span is that of `line` itself."""
    found = PLACE.search(narrow(line))
    if found is None or not _THING.fullmatch(found[0]):
        return found
    return next((each for each in PLACE.finditer(narrow(line)) if not _THING.fullmatch(each[0])), found)
