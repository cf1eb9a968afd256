"""What each class of what is kept serves, on which ground, who sees it, and whether it is sensitive (art. 28)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.domain.privacy.keeping import Kept

STAFF: Final = "实施人力资源管理所必需（第十三条第一款第二项）"
DUTY: Final = "履行法定职责或者法定义务所必需（第十三条第一款第三项）"
LIFE: Final = "紧急情况下保护生命健康所必需（第十三条第一款第四项）"
WISH: Final = "本人自愿（第十三条第一款第一项），可以不用"


@dataclass(frozen=True, slots=True)
class Use:
    """`sensitive`: what makes it so; empty where nothing does. Such things lie under seal."""

    purpose: str
    ground: str
    seen_by: str
    sensitive: str = ""


OF_CLASS: Final[Mapping[Kept, Use]] = {
    Kept.TALK: Use("听懂、回答，发送失败时补发，出问题时查清", STAFF, "本人；别人看不到，日志里没有正文"),
    Kept.MOMENT: Use("等一句回答、一次确认，防重复、防猜", STAFF, "本人"),
    Kept.RECORDS: Use("审批、考勤、值班和委托", STAFF, "本人、审批人、人力资源；直属上级看得到请没请假，看不到原因"),
    Kept.STAYING: Use("算假期和医疗期", DUTY, "本人、人力资源", "病假、产假等假别反映健康状况"),
    Kept.PAPERS: Use("核对请假是否符合规定", STAFF, "本人、人力资源；每次查看先留痕，本人查得到", "病历等医疗健康信息"),
    Kept.SANCTIONS: Use(
        "按制度处理违规、给申诉留依据", STAFF, "本人、有权处理和复核的人；原因加密", "可能影响个人名誉"
    ),
    Kept.REPORTS: Use("受理举报、保护举报人", DUTY, "有权受理的人；举报人是谁另存另密", "举报人身份"),
    Kept.INCIDENTS: Use("处理账号被盗、诈骗、泄密", DUTY, "信息安全的人；内容加密"),
    Kept.FOUND: Use("看管群聊里的违法和骚扰内容", DUTY, "群管理员只看到该看的一条"),
    Kept.HAZARDS: Use("整改隐患、做检查", DUTY, "负责人、安全管理员；隐名报的查不出是谁"),
    Kept.ACCIDENTS: Use("救人、上报、调查、统计", f"{LIFE}；{DUTY}", "安全管理员和指定的负责人", "伤情反映健康状况"),
    Kept.TAUGHT: Use("安全培训、持证上岗、应急演练", DUTY, "本人、安全管理员；成绩不公开"),
    Kept.NOTICES: Use("发公告、收回执、征集意见", STAFF, "发布人和审核人；匿名征集谁也认不出是谁"),
    Kept.VIEWS: Use("让本人知道谁看过", DUTY, "本人"),
    Kept.REFUSALS: Use("解释为什么没办成，发现攻击", STAFF, "本人、企业微信管理员看次数"),
    Kept.TRAIL: Use("查清谁办了什么；网络日志留存", DUTY, "有审计权限的人，查询本身也留痕"),
    Kept.MEMBERSHIP: Use("谁在哪个群、昵称合不合规定", STAFF, "同群的人、群管理员"),
    Kept.DIRECTORY: Use("认人、找审批人、开停账号", STAFF, "同事看得到姓名和部门；手机号加密，办完清空"),
    Kept.USE: Use("统计多少人在用，五人以下不显示", STAFF, "看统计的人只看到合计"),
    Kept.DESK: Use("回答求助、处理投诉和建议", WISH, "处理的人；内容加密，匿名建议不记是谁"),
    Kept.COMPANY: Use("公司的规则、日历、备份", STAFF, "管理员"),
}
