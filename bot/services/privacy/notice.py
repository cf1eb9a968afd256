"""What everybody is told of how personal information is used (个人信息保护法 art. 17), from what is configured."""

from typing import Final

from bot.domain.company import Company
from bot.domain.privacy.keeping import How, Kept
from bot.domain.privacy.register import REGISTER
from bot.domain.rights import Role

MOST: Final = 3  # names
PURPOSE: Final = "办请假、审批、群管理、公告、安全生产和求助这些事，不用来做别的。"
NOT_KEPT: Final = "群里的聊天不存，只存 @ 我的、私聊我的，和有人作为证据交来的；打卡位置不存。"
SEALED: Final = "请假原因、病假材料、举报、违规原因加密保存，谁看过都记下来，你能查到。"
RIGHTS: Final = (
    "你可以：看存了什么、谁看过，发 /我的数据；带走一份，发 /导出我的数据；有错发 /更正资料；要删发 /删除申请。"
    "15 个工作日内答复。"
)


def notice(company: Company) -> str:
    used = {each.kept for each in REGISTER.values() if each.how is not How.NOBODY} - {Kept.COMPANY}
    lines = [f"· {kept}：{kept.until(company.retention)}。" for kept in Kept if kept in used]
    head = f"{company.bot_name}怎么用你的个人信息："
    return "\n".join([head, PURPOSE, NOT_KEPT, SEALED, "各类资料保存多久：", *lines, RIGHTS, _whom(company)])


def _whom(company: Company) -> str:
    users = company.serving(Role.SECURITY, Role.HR)[:MOST]
    names = "、".join(map(company.name_of, users))
    return f"有疑问找{names}，或者发 /求助。" if names else "有疑问发 /求助。"
