"""Whether a line takes back what was reported: it was a mistake, a joke, a drill. Pure.

Only of use where its writer has just reported something: 看错了 alone is said of anything.
"""

import re
from typing import Final

from bot.understanding.emergency.folding import fold
from bot.understanding.emergency.patterns import compiled

_TAKEN_BACK: Final = compiled(
    """
    误(?:报|会|发|触|按|点)|虚惊|乌龙|假(?:警报|警|消息|的)|谣言
    (?:搞|弄|看|听|说|发|按|点|报|打|记|认|闻)错|(?:搞|弄|看|听)岔|(?:搞|看|听)混|眼花|手滑|手误|不小心(?:按|点|发|碰)
    乱(?:报|按|叫|响|发)|不是(?:我们|咱们?|本)(?:厂|公司|单位|车间|这)|睡着了|闹(?:了)?(?:个)?笑话
    没(?:有)?(?:什么|啥)?事(?:儿|情)?(?:了|啦|的|哈|$)|没(?:有)?(?:真的?)?(?:着火|起火|火|触电|中毒|爆炸|泄漏|受伤|出事|伤到?人|发生|这回事)
    (?:不是|并非)(?:真的?)?(?:着火|起火|火灾|火|触电|中毒|爆炸|泄漏|事故|真的|烟)|(?:是|在)(?:演习|演练|测试|试验|试一?下|彩排)
    原来(?:是|只是|就是)|(?:只|就)是(?:水?蒸[汽气]|水汽|灰尘?|粉尘|雾|灯光|反光|道具|假人|电焊|焊接)|开(?:个)?玩笑|逗(?:你|大家|他)|闹着玩|玩的
    (?:取消|撤销|撤回|收回|作废)(?:吧|了|掉|报警|报告|事故|刚才|上一?条|这[个条次])?|(?:不用|不必|别|无需)(?:再)?(?:来|管|过来|理|通知|处理|叫)(?:了|人|$)
    (?:警报|报警|警戒)?解除(?:了|警报|$)|忽略|当我没说|别当真|不算
    """
)
_KEPT: Final = compiled(
    """
    (?:不是|没|没有|别|并非|可不是|不会是|绝不是|不可能是)(?:[在是我们])?(?:误(?:报|会|发|触)|虚惊|乌龙|开玩笑|假警|谣言|(?:搞|弄|看|听|说)错|演习|演练|测试|闹着玩|玩的|逗)
    [吗么呢嘛][？?]?$|[？?]|是不是|会不会|难道|怎么办|如果|要是|万一|假如|率|还在|又(?:着|冒|烧|响|有)|越来越|救命|快来|伤员|(?<!没)(?<!没人)(?<!没有人)受伤了|(?<!没)晕|(?<!没)昏
    """
)
# It happened, and is over: that is news of the accident, and no mistake.
_OVER: Final = compiled(
    """
    灭了|扑灭|扑救|灭掉|救(?:出|下|上|醒|回)|送(?:了)?(?:到)?(?:去)?医|医院|救护车|包扎|止(?:住)?血|控制住|拉(?:了)?闸|断(?:了)?电|关(?:了|掉|上)?阀|堵(?:住|上|好)|修好|醒(?:了|过来)
    (?<!用)(?<!必)(?<!需)处理(?:好|完|了)|脱离危险|人(?:都)?(?:没事|出来|安全|平安)|排除
    """
)
MOST: Final = 60  # characters: who takes something back is short


# Of what was reported one thing was wrong; the rest stands.
_CORRECTED: Final = compiled(
    """
    (?:楼|层|地点|地址|地方|位置|车间|人数|数字|名字|时间|方向|编号|号)[^，,。]{0,3}(?:说|写|打|看|发|报|记|弄|搞)?错
    错(?:了)?(?:楼|层|地|位置|人数|时间)
    """
)


def takes_back(line: str) -> bool:
    folded = fold(line)
    if not 0 < len(folded) <= MOST or not _TAKEN_BACK.search(folded):
        return False
    return not any(sign.search(folded) for sign in (_KEPT, _OVER, _CORRECTED))


def reason_in(line: str) -> str:
    """What follows the word and the number: 误报 SG-20261122-001 烟感坏了."""
    rest = re.sub(r"SG-\d{8}-\d+", " ", line, flags=re.IGNORECASE)
    rest = re.sub(r"^\W*(?:是|刚才)?(?:误报|演练|虚惊一场)(?:了|的)?", "", rest.strip())
    return rest.strip(" ，,。.！!：:、；;")
