"""Whether a line asks about safety in general, though it names no command: 安全帽多久换一次. Pure.

Asked last. The answer comes out of the library; what isn't there is offered to the safety officer. So neither may a
question be about one's own matters (培训几点, 动火票批了吗) nor tell of something that is wrong here.
"""

import re
from typing import Final

from bot.understanding.emergency.patterns import compiled
from bot.understanding.hazards.sentences import speaks_of_hazard

LONGEST: Final = 40  # characters; whoever writes more tells something

_OF_SAFETY: Final = compiled(
    """
    灭火[器毯]|消[火防]栓|消防(?!演|检|月)|动火|电焊|气割|焊接作业|[有受]限空间|密闭空间|高处|高空|登高|脚手架|吊篮|临边|安全[帽带绳网鞋距]
    劳保|防护|护目|面罩|耳塞|口罩|临时用电|漏保|漏电|触电|带电|验电|特种作业|叉车|行车|吊装|起吊|起重|钢丝绳|危[化险废]|化学品|[硫盐硝]酸|液氨|乙炔|氧气瓶|气瓶
    防爆|着火|起火|火灾|切割机|砂轮|冲床|车床|机床|打磨|逃生|疏散|急救|心肺复苏|止血|烫伤|烧伤|中暑|高温|低温|中毒|一氧化碳|煤气|粉尘|噪[音声]|职业病|应急预案|挂牌|上锁|限速|监护|静电
    安全(?:规程|规定|距离|知识|常识|操作|出口|标志|色)|违章|受限|停机|急停|防火|消防通道|打雷|雷雨|台风|冰雪|工伤(?!假)
    """
)
_ASKS: Final = compiled(
    """
    怎么(?:用|办|处理|做|戴|系|分|存|放|检查|预防|防|急救|逃生|扑|灭|穿|判断|选|算|挂|停|救|操作|使用)|如何|怎样|为什么|为啥
    多久|多[长高远大深]|多少(?!钱|人)|几(?:米|度|公斤|千米|公里|级|种|类|年|个月|个人)|(?:戴|穿|用|检查|准备|注意|带|做)(?:些|点)?(?:什么|哪)|什么(?:手续|气体|要求|条件|证|资格|标准|意思|情况|灭火器|步骤|颜色|类型|注意|算|叫|是)
    (?:需要|应该|必须|要|得|该).{0,8}(?:什么|哪些|哪种|吗|么)|(?:能|可以|准|允许).{0,12}[吗么嘛]|能不能|要不要|可不可以|是不是要|算不算|哪[些种几]|怎么规定|有什么(?:要求|规定|区别)|注意什么
    """
)
_OF_ONE: Final = compiled(
    """
    谁|几[点号]|哪天|哪里|在哪|哪儿|什么时候|何时|多少钱|报销|采购|领(?:用|取|新|到)|发了吗|批了|好了[吗没]|完了[吗没]|到了[吗没]|来了[吗没]|了吗|了没|没有[？?]?$
    [a-z]{2}-?\\d{6,}|通知|培训|演练|演习|考试|我的|我们?班|请.{0,3}假|休假|值班|统计|报表|进度
    """
)


def asks_about_safety(line: str) -> bool:
    if len(line) > LONGEST or line.startswith("/"):
        return False
    said = re.sub(r"\s+", "", line).lower()
    if not _OF_SAFETY.search(said) or not _ASKS.search(said) or _OF_ONE.search(said):
        return False
    return not speaks_of_hazard(line)
