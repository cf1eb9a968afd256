"""Whether a line tells of something that doesn't work, or asks whom to turn to, though it names no command. Pure.

Asked of what nothing else understands; who is taken for one who wants help is asked back before anybody is told.
"""

import re
from typing import Final

from bot.patterns import regex
from bot.understanding.emergency.heed import heed
from bot.understanding.hazards.sentences import speaks_of_hazard
from bot.understanding.reports import speaks_of_report
from bot.understanding.safety_questions import asks_about_safety

LONGEST: Final = 60  # characters; whoever writes more tells something
_THING: Final = regex(
    "企业微信|企微|打卡|扫码枪|对讲机|座机|电话机|微盘|共享盘|共享文件|宽带|空调|热水器|电脑|打印机|复印机|网络|网速|wifi|vpn|邮箱|软件|系统|投影|服务器|键盘|鼠标|显示器|打卡定位|考勤机|oa|erp|小程序|会议室|门禁|工牌|饭卡|车位|饮水机"
    "|报销|发票|社保|公积金|工资卡?条?|薪资|班车",
    re.IGNORECASE,
)
_WRONG: Final = regex(
    "坏了|崩了|又?挂了|[登打连进上发收传看用点刷]不[了上开进到出]|不准|没反应|报错|失败|死机|蓝屏|卡住|卡死|很卡|太卡|掉线|断网|没网|找谁|问谁|怎么办|怎么弄|怎么修|谁能帮|退回来?了|被退|哪里错|帮忙看|帮我?(?:处理|看|弄|修)一?下|咋[整弄办修]|不好使|不好用|[用没]法用|没声音|没信号|闪退|黑屏|漏水|不制冷|坏掉|失灵"
)
_DONE: Final = regex("补[吗上卡打一]|好了|修好|解决了|恢复了|没事了|不用了|谢谢|了吗[?？]?$")


def asks_for_help(line: str) -> bool:
    said = line.strip()
    if len(said) > LONGEST or said.startswith("/") or not (_THING.search(said) and _WRONG.search(said)):
        return False
    others = (speaks_of_hazard, speaks_of_report, asks_about_safety)
    return not _DONE.search(said) and heed(said) is None and not any(means(said) for means in others)
