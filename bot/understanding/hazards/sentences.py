"""Whether a line tells of a hazard, though it names no command: 3号车间配电箱门坏了线露出来了. Pure.

Asked last, when nothing else is meant by it, and answered by a card that asks first: so what is doubtful may be heard,
but neither a broken printer nor a bad lunch. What endangers somebody at this moment was heard before as a cry.
"""

from typing import Final

from bot.understanding.emergency.folding import fold
from bot.understanding.emergency.patterns import compiled
from bot.understanding.emergency.places import find_place
from bot.understanding.hazards.signs import PIECES

LONGEST: Final = 200  # characters; whoever writes more tells a story

_SIGNS: Final = compiled(
    """
    (?:<WIRE>).{0,12}(?:<BROKEN>|露|裸|松|烧|焦|发[热烫黑]|老化|没盖|没锁|进水|乱|缠|泡|滴水|[在是]地上|拖在|打火|冒火星|没接)
    私拉|乱拉(?:电|线)|乱接|飞线|漏电|麻手|电了?一下|线.{0,3}(?:露|裸)|露(?:铜|线|芯)|皮破
    灭火器.{0,12}(?:<BROKEN>|过期|没压力|没气|压力|失效|挡|堵|锁|空|红|拿走|丢|找不到|到期|没检)
    消[火防](?:栓|箱|水带|水).{0,10}(?:<BROKEN>|挡|堵|没水|锁|打不开|埋|遮|没压力|冻)
    (?:通道|出口|楼道|逃生门?|安全门|防火门|应急门|卷帘门?|走廊|过道|楼梯|门口).{0,12}(?:堵|挡|锁|堆|占|打不开|停了?车|停满|停着|封|关死|关不上|放满|放了|摆满)
    (?:堵|挡|锁|堆|占|封)(?:住|死|着|了|满|在).{0,8}(?:通道|出口|楼道|逃生|安全门|防火门|消[火防]|灭火器|配电|电箱|门口)
    (?:应急灯|指示[灯牌]|照明灯?|路灯|灯).{0,6}(?:<BROKEN>|不亮|全黑|太暗|很暗|一闪)|黑灯瞎火|黑漆漆
    (?:在|有人|乱|老).{0,8}(?:抽烟|吸烟|扔烟头)|烟头.{0,6}(?:没灭|乱|扔|到处|很多|有)|电[动瓶]车.{0,10}充电
    充电.{0,8}(?:没人|过夜|整夜|发烫)|超负荷|串在一起|一个插一个|线.{0,4}(?:乱七八糟|乱成|拖地|乱拖)
    (?:配电|电箱|消[火防]|灭火器|出口|通道|防火门|卷帘门).{0,3}(?:前|旁|边|下|口).{0,4}(?:堆|放|停|挡|摆|码)
    (?:防护|光栅|急停|联锁|开关|限位|安全门|护罩|报警).{0,8}(?:胶带|粘|绑|短接|屏蔽|拆|塞住|卡住|关掉|停用)
    (?:<MACHINE>).{0,12}(?:<BROKEN>|失灵|失效|不灵|不管用|不好使|不起作用|没反应|异响|响得|怪响|[吱嘎咔]{2}|抖|震得|漏|锈|变形|卡|没检|过期|到期|磨损|歪|敞|打不开|关不|不回零|短接|绑住|屏蔽|冒烟)
    (?:<FIXTURE>).{0,12}(?:<BROKEN>|松|晃|锈|变形|倾斜|斜了|歪|要倒|快倒|不稳|翘|空了?一|开焊|敞|少了|凹|破|堆得?太高|超高|压弯|开裂|漏)
    (?:有|全是|都是|[一满][地摊滩片]|好多|很多|到处是?|漏了?).{0,4}(?:油污?|积水|水渍|冰|玻璃渣|铁屑|碎玻璃|钉子)
    (?:地上|地面|地板|路上|台阶上?|楼梯上?).{0,4}(?:全是?|都是|好多|很多|有|一[滩摊片]).{0,3}水
    (?:漏|渗|滴|喷)[油水气液]|积水|油污|湿滑|打滑|(?:很|太|特别|好|非常)滑|结冰|路面?.{0,4}坑
    (?:<GOODS>).{0,12}(?:漏|没盖|没(?:有)?标[签识]|混放|倒地|没固定|敞[口开]|乱放|暴晒|晒着|堆|腐蚀|过期|滴|靠着|离.{0,6}近|随便放)
    (?:<GOODS>).{0,10}(?:放|摆|堆|存)?在?.{0,3}一起|异味|刺鼻|怪味|(?:难闻|呛)的?(?:气)?味|[有一]股.{0,6}味
    味道?(?:很|太|特别|好|挺)(?:大|重|浓|呛|冲)
    通风.{0,4}(?:不|坏|差|没)|没(?:有)?通风|声音(?:不对|不正常|异常|很怪|特别大)|(?:响声|动静).{0,4}(?:大|不对)|嗡嗡
    老化|线.{0,3}咬|咬.{0,3}线|(?:老是|总是|一直|天天)湿|(?:消防|配电|电[箱柜]).{0,10}打不开|摔过人?
    (?:烟感|喷淋|报警器?|探测器|急停|光栅|安全阀|漏保|洗眼器).{0,6}(?:故障|误报|拔|关了|停用|断电|没电|不响)
    (?:老|总|会|经常|容易|天天|差点)是?[夹电碰绊刮砸扎烫咬]人|没人.{0,2}[系戴挂]|(?:码|堆|摞|垒)得?.{0,2}太高|快?顶(?:到|着|住)
    [滴漏喷淋].{0,3}[到在].{0,5}(?:电|ups|柜|机|插|线)
    (?:没|不|未|没有)[戴带佩穿系挂]{1,2}.{0,4}(?:安全|口罩|手套|护目|眼镜|劳保|工作服|工装|防护|反光|绝缘|耳塞|面罩)
    (?:<WEARS>).{0,4}(?:没|不|未|没有)[戴带佩穿系挂用]|(?:没有?|缺|没人)(?:监护|指挥|看护|看管|值守)
    违章|违规(?:操作|作业|动火|用电|吊装|驾驶)|无证(?:上岗|操作|驾驶|作业|开)|没证(?:就|还)?(?:开|上|操作)|酒后
    喝了?酒(?:上|开|干|还)|[没不].{0,4}(?:动火证|作业票|审批|挂牌|停机|断电|验电|培训|交底).{0,4}就|超载|超速
    开得?(?:太|很|飞)快
    (?:货叉|叉车|铲车|吊篮).{0,4}(?:站|载|带|坐).{0,2}人|跨越?皮带
    (?:粉尘|灰尘|噪音|噪声).{0,6}(?:太|很|大|超标|多)|(?:警示|标[识志]|警戒).{0,6}(?:<BROKEN>|看不清)
    没有?(?:警示|标[识志]牌?|围栏|护栏|护罩|盖板|接地|防护|扶手|栏杆|照明)
    没(?:有|装|上|盖|贴)?(?:护|防|盖|栏|罩|锁|标)|不报警|超[温压]
    (?:差点|险些|差一点).{0,10}(?:滑|摔|撞|砸|碰|夹|绊|掉|刮|电|伤|倒|轧|压|烫|割|崴)
    (?:绊|滑|摔|崴)(?:倒|了?一跤|脚)了?|容易(?:摔|绊|滑|触电|伤|砸|着火|出事|夹|掉|碰|刮)|会(?:砸|伤|绊|掉|出事)
    (?:砸|伤|绊|刮|扎)到?人
    门.{0,6}(?:打不开|关不[上严住]|锁不上|变形|卡死)
    (?<!没)(?<!没有)(?<!无)隐患|不安全|(?:很|太|挺|蛮|特别|有点|真|好|有)危险|要出事|迟早出事|出事就晚
    """,
    PIECES,
)
# What breaks in an office, and what people complain of.
_OTHER_MATTERS: Final = compiled(
    r"""
    电脑|打印|复印|系统|网络|网页|网速|断网|wi-?fi|邮箱|账号|密码|软件|显示器|屏幕|鼠标|键盘|手机(?!.{0,6}充电)|投影
    vpn|服务器|登[录陆]|企业微信|\bapp\b|\boa\b|\berp\b|考勤|打卡|门禁|饭卡|工牌|u盘|数据库|文档|表格|代码|\bbug\b
    接口(?:报|文档|超时|调|返回)|页面|视频会议|群里
    建议多|加[点个]菜|[辣素荤炒]菜|难吃|饭菜|咸|伙食|工资|奖金|加班|绩效|请.{0,4}假|休假|年假|调休|报销|迟到|开会|会议(?!室)|团建|快递|停车位|车位
    房租|心态|情绪|压力(?:好|太|很|山)大|客户|合同|订单|单价|价格|股[票市价]|炒股|考试|(?<!没)(?<!没有)(?<!不)培训
    讲座
    演[练习]|比赛
    方案|领导|老板|面试
    招聘|离职|社保
    空调(?!.{0,2}(?:支架|外机|插[座头]|线))|饮水机|咖啡|马桶|水龙头|椅|桌|冰箱|微波炉|电视|窗帘|暖气|热水|遥控|没纸
    电话|抽屉|(?<!电)柜子
    没(?:发|领到|到货)|领(?:到|取)|能借|借一|订单|招到|招人|复工|退休|盘点|产量|放行|纸巾|蚊|老鼠|蟑螂
    分享|经验|心得|噪音投诉|快件|外卖|车票|钱包|钥匙|身份证|耳机|充电宝没
    """
)
_FINE: Final = compiled(
    """
    (?:没有?|无|未)(?:发现|见|啥|什么|任何)?(?:安全)?(?:隐患|问题|异常|危险)|一切正常|都正常|完好
    火(?:已经?|都|被)*(?:扑)?灭了|没事了|虚惊
    消除了?隐患|隐患.{0,6}(?:为零|清零|消除|整改完)
    """
)
_SETTLED: Final = compiled(
    """
    (?:已经?|都|全)(?:修|换|处理|整改|解决|补|清理|擦)(?:好|完|过|掉|了|干净)|修好了|换好了|处理完了
    整改完|不漏了|恢复了
    """
)
# A thing of the works and something odd about it; or somebody there who does what is dangerous.
_ODD: Final = compiled("(?:<WORKS>).{0,16}(?:<ODD>)|(?:<ODD>).{0,8}(?:<WORKS>)|(?:<WORKS>).{0,12}(?:<RISKS>)", PIECES)
_ACTS: Final = compiled(
    "(?:有人|师傅|工人|外包|临时工|员工|新来的|看到|看见|发现|他们|几个人).{0,16}(?:<RISKS>)", PIECES
)
# A place of the works, and something there that isn't as it should be.
_WRONG: Final = compiled(
    """
    坏|破|裂|掉|松|断|漏|堵|歪|斜|锈|露|塌|翘|晃|弯|鼓|凹|磨|缺|少了|失灵|失效|老化|超|滑|烫|臭|乱|满了|挡|占
    没(?:有)?(?:上|装|盖|戴|系|挂|锁|关|固定|标|贴|罩|水|电)|不[亮灵牢稳严动转响够见]|打不开|关不上|危险|不安全
    不对劲
    """
)
# These are said of what is dangerous in an office too.
_DESPITE: Final = compiled(
    "漏电|(?:配电|电[箱柜]|消防[柜箱栓]).{0,8}(?:锁|钥匙|打不开)|线.{0,4}咬|咬.{0,4}线|[滴漏喷淋].{0,3}[到在].{0,5}(?:电(?!脑)|ups|柜|机|插|线)|冒[烟火]|发[烫热]|裸露|露(?:铜|线|芯|出)|线.{0,4}露|电人|麻手|隐患|砸|差点|险些|绊|滑倒|要掉|快掉|松了?.{0,4}掉|没培训"
)
_NOT_YET: Final = compiled("^(?:如果|要是|万一|假如|一旦)|的话")
_TOPIC: Final = compiled(
    """
    制度|规定|规程|标准|条例|法律|通知|公告|宣传|总结|报告怎么|学习|资料|知识|案例|台账|检查表|手册|采购
    预算|报价|下单
    """
)
_ASKS: Final = compiled(
    """
    [?？]$|[吗嘛么呢][。!！]*$|^(?:怎么|如何|什么|哪|谁|为什么|请问)|怎么(?:读|念|说|称呼)
    怎么(?:用|写|报|办理|申请|检查|判断|选|买)|多少|是什么|什么(?:意思|时候|样)|哪[些里个天]|几[年天次点号]|第几
    是不是|有没有(?!人管)|了没有?[啊呀呢]?$|没有[啊呀呢]?[？?]$
    """
)
_ASKS_FOR_HELP: Final = compiled(
    """
    怎么办|咋办|找谁|谁(?:来)?管|谁(?:来)?(?:修|处理)|有没有人管|没人管
    能不能.{0,8}(?:修|处理|看|管|换|清)|(?:可以|能)?.{0,4}(?:修|处理|清理|换)一下[吗吧]?
    没人(?:看|管|修)?[吗么]
    """
)
_OF_ONE: Final = compiled("隐患|整改|验收|yh-?\\d|hazard|(?:改|修|换|清理|处理)(?:好|完)了")


def is_defect(words: str) -> bool:
    """Whether something is said to be as it must not be."""
    return _SIGNS.search(fold(words)) is not None


def speaks_of_hazard(line: str) -> bool:
    """Something here is as it must not be, and isn't put right yet."""
    if len(line) > LONGEST or line.startswith("/"):
        return False
    folded = fold(line)
    place = find_place(line)
    wrong_there = place is not None and _WRONG.search(line[place.end() :])
    if not (wrong_there or any(each.search(folded) for each in (_SIGNS, _ODD, _ACTS))):
        return False
    if _FINE.search(folded) or _NOT_YET.search(folded) or (_TOPIC.search(folded) and not place):
        return False
    if _OTHER_MATTERS.search(folded) and not _DESPITE.search(folded):
        return False
    if _ASKS.search(folded) and not _ASKS_FOR_HELP.search(folded):
        return False
    return not _SETTLED.search(folded)


def goes_with_a_picture(line: str) -> bool:
    """Whether a picture that came with these words may be of a hazard: they report one, or say that it is put right."""
    return _OF_ONE.search(fold(line)) is not None or speaks_of_hazard(line)
