"""Whether a sentence is a wish of whoever says it: neither a question nor news of others."""

from typing import Final

from bot.patterns import regex
from bot.understanding.questions import is_question

_POLITELY: Final = regex(
    r"[，,\s]*(?:可以|行|好|成|能行|批准)(?:一下)?(?:[吗嘛么]|不)[？?。]*$|[，,\s]*(?:可不可以|行不行|好不好)[？?。]*$|能不能|可不可以|能否"
)
_OF_OTHERS: Final = regex(
    "(?:[他她它谁]们?|同事|大家|别人|有人|某人)[今明后昨天上下午早晚要想在也又都已经刚]*(?:请|休)"
    "|请假[条单表]|请[^，,。]{0,4}假(?:了没|没有|的(?:人|同事|员工))"
)

_OF_ONE_THERE_IS: Final = regex(
    "(?:假|调休)(?:申请|单|条)?[^，,。]{0,6}?(?:不需要|不要|不用|作废|取消|撤|换到|换成|换一天|改到|改成|改为|改期|推迟|延[后期到]|再?续)"
    "|(?:撤回|撤销|收回|撤掉)[^，,。]{0,4}假|假(?:的)?(?:时间|日期)[^，,。]{0,4}[从改换]"
)
_SOMETHING_ELSE: Final = regex(
    "^(?:取消|撤回|撤销|撤掉|收回)|改[到成为]|多少|不[给批让]|没批|[说讲]了?[今明后昨天上中下午早晚]*(?:可以|能|让|同意|不)"
    r"|^[A-Za-z]{1,8}\s+(?:[年病事婚产丧]假|调休|陪产假|育儿假|年休假)"  # a command's name, mistyped
    "|凭[啥什]|不(?:是|能)[请休](?!息)|早知道|下[次回]请|请假的事|再(?:想想|考虑|看看)|没有?[请休]过|不(?:想|打算|准备|愿意?)[请休](?!息|了)|剩余|还剩|攒|结转|折现|折算|换钱|累[计积]|清零|留到|过期|作废|扣.{0,3}(?:年假|调休)"
)
_ASKS_NOTHING: Final = regex("[那没](?:什么|啥)")


def is_wish(line: str) -> bool:
    """可以吗 at its end is politeness, no question."""
    if any(each.search(line) for each in (_OF_OTHERS, _SOMETHING_ELSE, _OF_ONE_THERE_IS)):
        return False
    return not is_question(_POLITELY.sub("", _ASKS_NOTHING.sub("", line)))
