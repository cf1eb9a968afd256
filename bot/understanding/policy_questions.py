"""Whether a line asks what the company's rules say, though it names no command: 迟到几次算旷工. Pure.

Asked last, and only read: what the policies don't have is offered to a person. So a question may neither be about one's
own matters of today (我的假批了吗, 明天几点开会) nor tell of something that is wrong.
"""

import re
from typing import Final

from bot.patterns import regex
from bot.understanding.emergency.heed import heed
from bot.understanding.hazards.sentences import speaks_of_hazard
from bot.understanding.hearsay import asks_whether_true
from bot.understanding.reports import speaks_of_report
from bot.understanding.safety_questions import asks_about_safety
from bot.understanding.troubles import asks_for_help

LONGEST: Final = 40  # characters; whoever writes more tells something
_OF_RULES: Final = regex(
    "上班(?:时间|期间|时候?)?(?:可以|能|可不可以|允许)|玩手机|睡觉|迟到|早退|旷工|缺勤|打卡|考勤|代打|[年病事婚产丧]假|年休假|陪产假|护理假|育儿假|哺乳假|探亲假|产检|调休|加班费?|停工留薪|医疗期|请假|补假|销假"
    "|群昵称|昵称|群名|进群|入群|退群|拉(?:人|客户)?进群|建群|群主|群管|管理员|工作群|全员群|部门群|群里|群聊|公告|头像"
    "|违规|违纪|警告|禁言|处分|处罚|罚款|扣钱|通报|申诉|举报|开除|辞退|停用|表彰|奖励|账号|帐号|密码|借号|保密|泄密|泄露|机密|客户(?:信息|资料|名单)"
    "|聊天记录|监控|隐私|广告|链接|红包|谣言|骂人|吵架|赌博|炒股|离职|入职|试用期|实习|隐患奖|奖金?励|制度|规定|规矩|公众号|转正"
)
_ASKS: Final = regex(
    "(?:实习生?|试用期?|新员工|新人|临时工|劳务工?|派遣工?|外包|返聘).{0,6}有.{1,6}[吗么]$|几[次天]|多少[天次钱]|多久|多长时间|有没有(?:规定|要求|制度|限制|说法)|(?:有)?什么(?:规定|要求|后果|处罚|说法|限制|规矩|条件|惩罚)|会(?:怎样|怎么样|怎么|咋样|被|不会)"
    "|怎么(?:算|罚|处理|处罚|规定|定|扣)|咋(?:算|罚|处理)|算不算|算.{0,6}[吗么不]$|能不能|可不可以|可以不|行不行|允不允许|让不让|准不准|需不需要|扣不扣|罚不罚"
    "|(?:能|可以|允许|准|让|算|要|用|需要|必须|会|该|得).{0,14}[吗么嘛不]$|(?:由|归|是)?谁(?:来)?(?:批|审|定|管|负责|处理|说了算|能|可以|有权)|找谁(?:批|审|签)"
    "|(?:哪些|什么)(?:行为|情况|内容|信息|东西|话|算|叫|能|不能|人)|违反.{0,8}(?:怎|咋|什么)|凭什么|依据"
)
# Of one's own, or of today: answered elsewhere, or by a person.
_OF_ONE: Final = regex(
    "^我.{0,6}(?:违规|违纪|警告|处分)|[A-Za-z]{2}-?\\d{6,}|批了|通过了|好了[吗没]|完了[吗没]|到了[吗没]|发了[吗没]|了[吗没]$|什么时候|哪天|几[点号]|[今明后昨]天|刚才?|还(?:有|剩)|剩"
    "|(?:上|下|这|本)(?:周|个?月|个?星期)|本人的|在不在|来不来|上班[吗么]|放假|值班|取消|撤|改期|我(?:的|今年|还|现在)*(?:年假|年休假|调休|病假|事假|假)|[他她]|有人|[@＠]|帮我|给我|麻烦|听说|是真的|你们?(?:是|会|能|可)|你(?:叫|几)"
)


def asks_about_policy(line: str) -> bool:
    said = re.sub(r"[\s，,]+", "", line).rstrip("?？。.！!啊呀呢哦哈")
    if len(said) > LONGEST or line.startswith("/"):
        return False
    if not _OF_RULES.search(said) or not _ASKS.search(said) or _OF_ONE.search(said):
        return False
    others = (speaks_of_hazard, speaks_of_report, asks_about_safety, asks_whether_true, asks_for_help)
    return heed(line) is None and not any(means(line) for means in others)
