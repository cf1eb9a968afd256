"""Of which kind a hazard is, by its words. The first that fits counts: what is special stands before what is general.

An officer looks at each of them anyway; a wrong kind costs him a word.
"""

from typing import Final

from bot.domain.safety.hazards.hazard import HazardKind
from bot.understanding.emergency.patterns import compiled

_KINDS: Final = {
    HazardKind.CONFINED: compiled("有限空间|受限空间|密闭空间|[进下]罐|下井|罐内|釜内|井下|污水池|化粪池"),
    HazardKind.LIFTING: compiled("行车|天车|吊车|起重|吊[钩带装具物篮]|钢丝绳|葫芦|卸扣|歪拉|斜吊|塔吊"),
    HazardKind.HOT_WORK: compiled(
        """
        动火|电焊|气焊|焊[渣接工]|气割|乙炔|氧气瓶|火花四?溅|切割.{0,6}火花|打磨.{0,6}火花
        """
    ),
    HazardKind.FIRE: compiled(
        """
        灭火[器毯]|消[火防]|安全出口|疏散|应急(?:灯|门|出口|照明)|安全(?:通道|门)|防火|烟感|喷淋|烟头|抽烟|吸烟|明火
        易燃
        电[动瓶]车.{0,10}充电|充电.{0,6}电[动瓶]车|(?:通道|出口|楼道|走廊).{0,10}(?:堵|占|堆|挡|锁)|逃生|火灾
        """
    ),
    HazardKind.ELECTRIC: compiled(
        """
        电线|线缆|电缆|线头|插座|插排|插线板|接线|插头|配电|电[箱闸柜盒]|开关箱|闸刀|电源|漏电|带电|触电|麻手|电人
        短路|接地
        私拉|乱拉|飞线|裸露的?线|线.{0,4}[露裸]|绝缘|跳闸|用电|电机线
        """
    ),
    HazardKind.CHEMICAL: compiled(
        """
        危[化废险]品?|化学品|化工料|(?:硫|盐|硝|强)酸|酸[液罐碱]|碱液|液?氨|液?氯|油漆|稀料|溶剂|气瓶|酒精
        汽油|柴油|甲醇|腐蚀|异味|刺鼻|有毒
        """
    ),
    HazardKind.PROTECTION: compiled(
        """
        安全帽|劳保|护目镜|[防面护]毒?面具|防毒|护具|安全鞋|防护(?:眼镜|面罩|服|手套)|手套|口罩|工作服|工装|耳塞|面罩|反光衣|绝缘鞋|长发
        头发没盘
        """
    ),
    HazardKind.HEIGHT: compiled(
        """
        高处|高空|登高|脚手架|梯子|爬梯|安全[带绳]|临边|护栏|栏杆|洞口|屋顶|房顶|吊顶|天花板|扶手|楼顶|跳板
        """
    ),
    HazardKind.VEHICLE: compiled(
        """
        叉车|铲车|货车|卡车|车辆|刹车|超速|倒车|车速|轮胎|限速|厂车|班车|三轮车|电瓶车
        """
    ),
    HazardKind.VIOLATION: compiled(
        """
        违章|违规|违反|酒后|喝了?酒|无证|没证|睡岗|睡着|玩手机|擅自|不按(?:规程|要求|规定)|没(?:有)?挂牌
        跨越?皮带|没停机
        """
    ),
    HazardKind.EQUIPMENT: compiled(
        """
        机器|设备|[冲车铣磨刨钻]床|机床|注塑机|压力机|切割机|砂轮|皮带|输送|传送|护罩|防护[罩门栏装]|光栅|急停|联锁
        安全阀|按钮|光电|光幕|感应|短接|除尘|洗眼器|护板
        压力表|仪表|阀门?|管道|法兰|轴承|链条|齿轮|螺[丝栓]|电机|水泵|油泵|泵|风机|空压机|锅炉|反应釜|模具|电梯|货梯
        货架
        异响|漏油|漏气|限位|刀片|制动
        """
    ),
    HazardKind.MANAGEMENT: compiled(
        """
        没(?:有)?(?:培训|交底|检查|记录|人管|人监护|监护)|没(?:有)?操作规程|警示[牌标]|标[识志牌]|标签|台账
        过期未检|没(?:有)?年检|票证|作业票
        """
    ),
    HazardKind.SURROUNDINGS: compiled(
        """
        地[面上滑板砖]|积水|有油|油污|有水|结冰|湿滑|打滑|照明|灯|杂物|通风|噪|粉尘|坑|台阶|井盖
        """
    ),
}


def kind_of(folded: str) -> HazardKind:
    """What nothing tells apart is of the surroundings."""
    return next((kind for kind, words in _KINDS.items() if words.search(folded)), HazardKind.SURROUNDINGS)
