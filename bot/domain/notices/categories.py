"""What a notice is about, by its words: what templates, lists and figures sort by. Its author may say otherwise."""

from typing import Final

from bot.domain.notices.audience import Audience
from bot.domain.notices.notice import Category
from bot.domain.notices.topics import Topic
from bot.patterns import regex

_WORDS: Final = (
    (Category.STATEMENT, regex("^(?:关于.{2,30}?的)?(?:情况说明|(?:严正|官方|对外|郑重|致歉)?声明|辟谣)")),
    (Category.OUTAGE, regex("停[电水气网]|断[电网水]|停机检修|系统升级|维护")),
    (Category.FINANCE, regex("报销|发票|工资|付款|财务")),
    (Category.SAFETY, regex("安全|消防|隐患|演练|防火|防汛|台风|高温|应急|劳保|安全帽")),
    (Category.MEETING, regex("开会|会议|例会|早会|晨会|培训")),
    (Category.ACTIVITY, regex("活动|团建|年会|比赛|聚餐|报名|运动会|体检")),
    (Category.RULES, regex("制度|规定|办法|细则|考勤|放假|调休")),
    (Category.MARKETING, regex("营销|促销|推广|新品|优惠|客户拜访|报价")),
    (Category.NEWS, regex("新闻|喜报|要闻|签约|获奖|荣获|中标")),
)


def category_of(text: str, audience: Audience) -> Category:
    if audience.topic is Topic.SAFETY:
        return Category.SAFETY
    return next((category for category, words in _WORDS if words.search(text)), Category.NOTICE)
