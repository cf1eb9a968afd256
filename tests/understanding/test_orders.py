"""What orders something to be done to somebody, and what only tells of it, asks it or is about something else."""

import pytest

from bot.files.company import load
from bot.shapes.arguments import Scene
from bot.understanding.disputes import asks_mediation
from bot.understanding.objections import objects
from bot.understanding.orders import (
    Hears,
    asks_dismissal,
    asks_fine,
    asks_mute,
    asks_praise,
    asks_removal,
    asks_reprimand,
    asks_restoring,
    asks_suspension,
    asks_unmute,
    asks_warning,
)
from bot.understanding.records import asks_record
from bot.understanding.reports import complains_of_somebody
from tests.chat import SAMPLE_COMPANY

FILE = load(SAMPLE_COMPANY)
SCENE = Scene(FILE.company.named("郑群")[0], FILE.company, FILE.now)
ALL = (
    asks_warning,
    asks_mute,
    asks_unmute,
    asks_removal,
    asks_reprimand,
    asks_suspension,
    asks_restoring,
    asks_fine,
    asks_dismissal,
    asks_praise,
    asks_mediation,
    asks_record,
    objects,
    complains_of_somebody,
)


@pytest.mark.parametrize(
    ("heard", "line", "words"),
    [
        (asks_warning, "张三又在群里拉票，给他记个警告", "张三 又在群里拉票"),
        (asks_warning, "何苗 警告 发黄色图片", "何苗 发黄色图片"),
        (asks_warning, "在项目A群警告一下张三，昨天发了三条广告", "张三 项目A群 昨天发了三条广告"),
        (asks_mute, "刷屏的张三禁言30分钟", "张三 30分钟，刷屏"),
        (asks_mute, "何苗禁言一天吧 一直发无关链接", "何苗 一天，一直发无关链接"),
        (asks_mute, "张三一直刷屏，先禁言两小时", "张三 两小时，一直刷屏"),
        (asks_mute, "能不能把张三禁言2小时", "张三 2小时"),
        (asks_unmute, "张三可以说话了，解禁吧", "张三"),
        (asks_unmute, "放开张三的发言吧 已经道歉了", "张三 已经道歉了"),
        (asks_mute, "禁何苗半小时，一直刷屏", "何苗 半小时，一直刷屏"),
        (asks_mute, "禁他半小时", "半小时"),
        (asks_removal, "何苗踢出项目A群 刷广告", "何苗 项目A群，刷广告"),
        (asks_removal, "把何苗从群里清出去", "何苗"),
        (asks_removal, "何苗不是我们项目的，移出去", "何苗 不是我们项目的"),
        (asks_removal, "把何苗从项目A工作群里移走 她调到财务了", "何苗 项目A工作群 她调到财务了"),
        (asks_reprimand, "在群里通报一下何苗 上班打游戏", "何苗 上班打游戏"),
        (asks_reprimand, "给何苗通报批评 上班打游戏", "何苗 上班打游戏"),
        (asks_reprimand, "何苗上班打游戏，通报一下", "何苗 上班打游戏"),
        (asks_suspension, "先停了张三的权限 泄密正在查", "张三 泄密正在查"),
        (asks_suspension, "先停了他的权限", ""),
        (asks_suspension, "先把张三停了吧 泄密正在查", "张三 泄密正在查"),
        (asks_restoring, "张三没问题了，把他恢复吧", "张三 没问题了"),
        (asks_restoring, "撤销对何苗的停用", "何苗"),
        (asks_fine, "张三迟到罚50块", "张三 50块，迟到"),
        (asks_fine, "扣何苗100块钱，玩手机", "何苗 100块钱，玩手机"),
        (asks_dismissal, "把张三开除了吧 屡教不改", "张三 屡教不改"),
        (asks_dismissal, "把张三辞了吧 屡教不改", "张三 屡教不改"),
        (asks_praise, "给张三点个赞 主动帮新人", "张三 主动帮新人"),
        (asks_mediation, "我和李四因为工位吵起来了，能帮忙调解吗", "李四 因为工位吵起来了"),
        (asks_mediation, "何苗和张三在群里吵架了 帮忙安排个调解", "何苗、张三 在群里吵架了"),
        (asks_mediation, "想找人调解一下我跟李四的矛盾", "李四 我跟李四的矛盾"),
        (asks_record, "张三有几次警告了", "张三"),
        (asks_record, "我的警告什么时候消掉", "我"),
        (objects, "冤枉啊 警告搞错人了 不是我发的", "冤枉啊 警告搞错人了 不是我发的"),
        (objects, "WG-20261122-001 搞错了", "WG-20261122-001 搞错了"),
        (objects, "wg-20261122-001 我没有发过广告", "wg-20261122-001 我没有发过广告"),
        (complains_of_somebody, "投诉郑群 当群管乱禁言人", "郑群 当群管乱禁言人"),
    ],
)
def test_an_order_says_whom_it_is_about_and_why(heard: Hears, line: str, words: str) -> None:
    assert heard(line, SCENE) == words


@pytest.mark.parametrize(
    "line",
    [
        "郑群警告了张三",
        "张三警告过我",
        "郑群把张三禁言了",
        "要不要警告张三",
        "别警告张三",
        "先不要把张三移出去",
        "把张三移出去了吗",
        "张三移出会议室了",
        "张三，设备一直报警告，看一下",
        "张三被禁言了",
        "直播间把我禁言了",
        "把3号叉车停了",
        "张三把车停了",
        "张三把电停了",
        "张三恢复上班了",
        "交警罚了张三200块",
        "张三昨天被交警罚了200",
        "李四上周被罚50停车费",
        "张三罚了200块",
        "张三通报一下今天产量",
        "请张三通报下安全检查的情况",
        "跟张三通报一下今天产量",
        "何苗清出来一批旧电脑",
        "张三清出三箱废料",
        "张三移出来两台设备",
        "张三辞了职",
        "停了一台他的设备",
        "机器禁他们用半小时",
        "张三罚球进了2个",
        "客户要和我们解除合同",
        "恭喜张三拿到表彰",
        "张三在表彰大会上发言",
        "法院调解了张三家的官司",
        "调解员张三的电话是多少",
        "张三处理完了",
        "张三的报销处理了吗",
        "客户投诉张三了怎么办",
        "王者荣耀被禁言不公平",
        "WG-20261122-001 什么情况",
        "听说张三泄密是真的吗",
        "厂子要搬是谣言吧 帮我求证一下",
    ],
)
def test_what_is_told_asked_or_something_else_is_none(line: str) -> None:
    assert [each(line, SCENE) for each in ALL] == [None] * len(ALL)
