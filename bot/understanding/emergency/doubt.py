"""Whether a line that nobody understood may be a cry for help all the same. Pure.

Words for accidents never come to an end, and to somebody in danger 没听懂 is the worst of answers. So what says, here
and now, that something did harm, and speaks of somebody, of the works or of haste, is asked about.
"""

from typing import Final

from bot.understanding.emergency import innocent, setting
from bot.understanding.emergency.folding import fold
from bot.understanding.emergency.patterns import compiled
from bot.understanding.emergency.pieces import PIECES

LONGEST: Final = 60  # characters; in danger nobody writes so much
MOST: Final = 2  # points: harm that was done has two, and something has to be added

_HARM: Final = compiled(
    """
    [烫烧炸爆撞砸压夹卷绞电摔跌坠掉翻塌垮埋淹呛喷溅漏崩裂断缠咬打砍捅刺扎割勒晕昏吐倒窜陷沉困](?:了|到|着|进|下|出|住|伤|断|穿|飞|倒|死|开|起来|得不行|过去)
    [压夹埋困卡倒躺趴拍](?:在|地)|[挤顶盖滑沉飞扑甩拽淌冒喷](?:了|到|着|进|下|出|住|在|上)|[一在][直]?喷|喘不|腿软|打滚|咳得|[脸嘴].{0,3}[白紫青黑]|拿着?刀|冒[火烟黑]|(?<![凉急迷])着[了起]|[火烟](?:很|好|太|越来越|已经|突然)*大|没(?:了)?(?:声|动静|上来|出来|呼吸|气|意识)|中毒|自杀|轻生|往下跳
    血|骨头|抽筋|抽风|断气|咽气|昏|窒息|呼吸|脉搏|瘫|肿|没反应|不动|动不了|出不来|下不来|上不来|[紫青黑]了|疼得|痛得|惨叫
    """
)
_SOMEBODY: Final = compiled("<PERSON>|<LIMB>|(?:一|满|浑)身|满脸|胸|肚子|肋|脖子|喉咙|人(?!家|事|力|气)", PIECES)
_THE_WORKS: Final = compiled(
    """
    <VESSEL>|<VESSEL_PIPE>|<GAS>|<SHUT>|<THING>|车间|仓库|库房|工地|产线|号线|号楼|厂|班组|宿舍|食堂|配电|电[柜箱缆]|坑|沟|池|井|塔|炉
    """,
    PIECES,
)
_HASTE: Final = compiled(
    "快(?![递餐乐手件捷讯要])|[!！]|赶紧|往外|[跑撤逃]|不行了|停不下|止不住|控制不住|怎么办|帮帮|来个人|来几个人"
)
_UNHURT: Final = compiled(
    """
    (?:没有?|无|未).{0,4}(?:伤|人)|已送医|送医院|包扎|轻伤|差一?点|险些
    [划擦扭割磕碰刮烫]伤|[划擦磕割刮碰]破|崴
    """
)
_OFFICE: Final = compiled(
    """
    停电|来电|电话|裁员|骂|演讲|预算|报表|部门|消息|电脑|手机|系统|网络|服务器|屏幕|键盘|鼠标|打印|文件|表格|代码|方案|ppt|bug|项目|客户|老板|领导|股|订单|价格|业绩|加班|开会|会议|快递|外卖
    吃|喝|电影|游戏|球|歌|视频|剧|天气|周末|旅游|考试|饭|菜|咖啡|奶茶|减肥|打卡|群里|朋友圈|抖音|直播|孩子|作业|请.{0,4}假|休假|哈哈|笑
    """
)


def may_be_one(line: str) -> bool:
    if len(line) > LONGEST or line.startswith("/"):
        return False
    folded = innocent.PHRASES.sub("□", fold(line))
    away = (setting.STAGED, setting.PAST, setting.ELSEWHERE, setting.LEAVE, setting.TOPIC, setting.SUPPOSED, _OFFICE)
    if not _HARM.search(folded) or any(each.search(folded) for each in away):
        return False
    signs = (_SOMEBODY, _THE_WORKS, _HASTE)
    return 2 + sum(each.search(folded) is not None for each in signs) > MOST


def is_grave(line: str) -> bool:
    """Whether somebody came to harm by what is called an accident: he needs help."""
    folded = fold(line)
    return may_be_one(line) and _SOMEBODY.search(folded) is not None and not _UNHURT.search(folded)
