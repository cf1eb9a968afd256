"""What verdicts are called in reports."""

from bot.domain.nicknames.verdicts import Fault, NicknameResult, Outcome

_LABELS: dict[Outcome, str] = {
    NicknameResult.OK: "规范",
    NicknameResult.EXECUTIVE: "规范（高管用姓名）",
    NicknameResult.HINT: "高管可不写部门",
    NicknameResult.NORMALIZED: "能认出，不够规范",
    NicknameResult.MISSING_DEPT: "缺少部门",
    NicknameResult.NOT_REAL_NAME: "不是真实姓名",
    NicknameResult.DUPLICATE_NAME: "同部门同名",
    Fault.UNKNOWN_DEPT: "没有这个部门",
    Fault.WRONG_DEPT: "部门不对",
    Fault.IMPERSONATION: "会被当成别人",
    Fault.TITLE: "用称呼代替姓名",
    Fault.DECORATED: "有表情或特殊符号",
    Fault.TELEPHONE: "有电话或账号",
    Fault.ADVERTISEMENT: "有广告或联系方式",
    Fault.BANNED: "有不合适的字词",
    Fault.TOO_LONG: "太长",
}


def label(outcome: Outcome) -> str:
    return _LABELS[outcome]
