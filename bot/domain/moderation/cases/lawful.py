"""What nobody may be sanctioned for: telling of a danger, refusing to work in one (安全生产法 art. 54, 55), reporting
and appealing. Pure.

Asked of the reason that somebody gives. Telling late, wrongly against better knowledge, or not at all is no such thing.
"""

from typing import Final

from bot.patterns import regex

ON_DANGER: Final = (
    "原因写的是反映隐患、报告事故或拒绝冒险作业，不能因此处理（安全生产法第五十四条、第五十五条）。"
    "内容不实，请转告安全管理员核实；为别的事，写清对方做了什么。"
)
ON_COMPLAINT: Final = "举报、投诉、申诉是每个人都能做的，不能因此处理。为别的事，写清对方做了什么。"

_NOT_TOLD: Final = r"(?<![瞒谎不没未迟漏虚])(?<!没有)(?<!拒绝)"
_DANGER: Final = regex(
    rf"{_NOT_TOLD}(?:上报|通报|汇报|反映|举报|报告|投诉|反馈|提|(?<![上通汇举瞒谎不])报|说|指出|曝光).{{0,6}}(?:隐患|事故|险情|危险|不安全|安全问题)"
    r"|(?:拒绝|拒不|不肯|不愿|不去|不服从).{0,6}(?:冒险|违章|强令|危险)(?:作业|操作|干活|指挥|施工)?"
    r"|(?:擅自|自己|私自)?(?:停工|停止作业|撤离|停机)避险"
)
_UNTRUE: Final = regex(r"瞒报|谎报|虚报|假报|恶意|诬|捏造|编造|造谣|虚假")
_COMPLAINT: Final = regex(
    r"(?:因为?|乱|爱|总是?|老是?|去|又|敢|私下|越级|偷偷|背后|匿名|向.{1,8})(?:举报|投诉|告状|申诉|维权|仲裁|信访)"
    r"|(?:举报|投诉|申诉)(?:我|他|她|同事|领导|上级|班长|主管|经理|公司|人)"
    r"|(?:找|去|申请|打).{0,3}(?:工会|劳动仲裁|劳动监察|12333|12345)"
)


def ones_right(reason: str) -> str:
    """A sentence; empty: it is none."""
    if _UNTRUE.search(reason):
        return ""
    if _DANGER.search(reason):
        return ON_DANGER
    return ON_COMPLAINT if _COMPLAINT.search(reason) else ""
