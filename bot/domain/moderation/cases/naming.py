"""Which category somebody means who writes why: 刷广告 is C15. A code or a category's own name says it outright.

Words of the deed only. What names none of them is C99, and how heavy it is a human has to say.
"""

import re
from collections.abc import Mapping
from itertools import chain
from typing import Final

from bot.domain.moderation.categories import categories
from bot.domain.moderation.content.checks import Checks
from bot.domain.moderation.content.in_use import shipped_index
from bot.domain.moderation.content.item import gravest
from bot.domain.width import narrow
from bot.patterns import regex

OTHER: Final = "C99"

_SAID: Final[Mapping[str, str]] = {  # the first that fits: what is graver, or more exact, goes before
    "C17": r"性骚扰|骚扰|动手动脚|毛手毛脚|咸猪手|强吻|亲我|"
    r"搂着?我|蹭我|暧昧|揩油|占便宜|摸(?:我|她|[大屁]|胸|手)|黄段子|开黄腔|不当肢体",
    "C13": r"诈骗|骗钱|钓鱼|骗子|病毒|木马|验证码|杀猪盘|冒充(?:领导|客服|财务)",
    "C05": r"赌博|赌球|赌钱|网赌|博彩|私彩|黄色|黄[图片网]|色情|淫秽|涉[黄赌毒]|毒品|吸毒|暴力|血腥|裸(?:照|聊)|不雅",
    "C01": r"违法|反动|国家安全|邪教|煽动|分裂国家",
    "C02": r"泄密|涉密|机密|商业秘密|客户的?(?:名单|资料|信息|电话|联系方式)|报价|图纸|底价|标书|配方|源代码|"
    r"[发传漏泄][^，。]{0,4}(?:内部|保密)",
    "C03": r"身份证|手机号|银行卡|家庭住址|工资[条表单]|个人(?:信息|隐私|资料)|隐私|人肉",
    "C18": r"借(?:用)?[^，。]{0,3}账号|账号[^，。]{0,3}(?:借|卖|租)|冒用|冒充|顶替|昵称|实名",
    "C14": r"截图[^，。]{0,4}(?:外|出去|发)|外传|(?:转|传)(?:发)?(?:到|出)[^，。]{0,6}(?:外面|群外|朋友圈|外)|把群里",
    "C12": r"骂|辱|诋毁|诽谤|攻击|人身|脏话|粗口|爆粗|喷人|吵架|嘲讽|挑衅|阴阳怪气|挖苦|威胁",
    "C15": r"广告|刷屏|刷(?:链接|表情|红包)|微商|拼多多|砍一刀|拉人头|推销|推广|代购|"
    r"加[^，。]{0,2}[微v薇群]|链接|垃圾信息|灌水|卖(?:货|东西|保险|面膜|茶|酒|化妆品)|群里[^，。]{0,4}卖|低价",
    "C16": r"恐慌|负面情绪",
    "C04": r"谣|造谣|虚假|不实|假(?:消息|新闻|通知)|没有?核实|误导",
    "C11": r"炒股|股票|看盘|基金",
    "C06": r"竞争对手|挖(?:人|墙角)|私单|飞单|干私活|兼职|抢单",
    "C08": r"抹黑|损害(?:公司|企业)|公司(?:形象|名誉|声誉)",
    "C09": r"玩游戏|打游戏|看视频|刷视频|追剧|上班[^，。]{0,4}(?:聊天|闲聊)",
    "C07": r"闲聊|聊天|无关|私事|私人|太吵|吵闹|八卦|接龙|拉票|投票|灌|刷存在",
}
_PATTERNS: Final = {code: regex(words, re.IGNORECASE) for code, words in _SAID.items()}
_CODE: Final = regex(r"(?<![A-Za-z0-9])[Cc](\d{2})(?!\d)")


def category_in(*texts: str) -> str:
    """The code that the first text which tells anything means; what was quoted comes after what was said of it."""
    return next(filter(None, chain(map(_code, texts), map(_looked_at, texts))), OTHER)


def _code(text: str) -> str:
    words = narrow(text)
    if (written := _CODE.search(words)) and _is_charged(f"C{written[1]}"):
        return f"C{written[1]}"
    named = next((each.code for each in categories().values() if each.on and each.name in words), "")
    return named or next((code for code, pattern in _PATTERNS.items() if pattern.search(words)), "")


def _looked_at(text: str) -> str:
    """By the checks for all that people write; what they only take for something to look at is a reason here."""
    found = Checks(shipped_index()).look(text)
    return gravest(found).category if found else ""


def _is_charged(code: str) -> bool:
    found = categories().get(code)
    return found is not None and found.on
