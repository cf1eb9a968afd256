"""Cards of what is shared: for its author, for who looks it through, and for everybody."""

from dataclasses import replace
from typing import Final

from bot.domain.company import Company
from bot.domain.safety.exchange.experience import MOST_PHOTOS, Experience
from bot.domain.wording import quote_user, shown
from bot.identifiers import TaskId
from bot.shapes.outgoing import Button, Card

SUBMIT, EDIT, NAME, DROP, WITHDRAW = "submit", "edit", "name", "drop", "withdraw"
PUBLISH, REFUSE = "publish", "refuse"
USEFUL: Final = "useful"
ON_A_CARD: Final = 900  # bytes of a card's text: WeCom's cards show little more, and nobody agrees to what is cut off
ON_A_PHONE: Final = "要办，到手机或电脑上的企业微信里按卡片上的按钮。"
ABOVE: Final = "全文见上一条消息。"


def before_and_after(experience: Experience, hidden: tuple[str, ...]) -> str:
    """What its author wrote, and what others will read."""
    after = quote_user(experience.clean)
    if not hidden:
        return after
    gone = "、".join(f"「{shown(each)}」" for each in hidden)
    return f"原文：{quote_user(experience.text)}\n发出去的：{after}\n隐去了{gone}。"


def draft_card(experience: Experience, words: str, company: Company, task_id: TaskId, first: str = "") -> Card:
    """`words`: what is to be read on it before its button is pressed."""
    named = "不署名" if experience.named else "署上我的名字"
    buttons = (
        Button("发给安全管理员审核", SUBMIT),
        Button("改", EDIT),
        *(() if experience.near_miss else (Button(named, NAME),)),
        Button("算了", DROP, style=3),
    )
    title = f"经验分享 {experience.number}"
    desc = "\n".join(filter(None, [first, words, f"{_signature(experience, company)}{_photos(experience)}"]))
    return Card(title, f"{title}\n{desc}\n{ON_A_PHONE}", desc=desc, buttons=buttons, task_id=task_id)


def review_card(experience: Experience, words: str, company: Company, task_id: TaskId) -> Card:
    title = f"这条经验发布吗？（{experience.number}）"
    why = "看两点：说得对不对，会不会让人认出是谁。"
    photos = f"照片 {len(experience.photos)} 张，见上面。" if experience.photos else ""
    desc = f"{words}\n{_signature(experience, company)}{photos}{why}"
    buttons = Button("发布", f"{PUBLISH}.{experience.stamp}"), Button("退回", REFUSE, style=2)
    return Card(title, f"{title}\n{desc}\n{ON_A_PHONE}", desc=desc, buttons=buttons, task_id=task_id)


def public_card(experience: Experience, company: Company, first: str = "安全经验") -> Card:
    """For everybody; as often as somebody presses it. What doesn't fit stands above it."""
    desc = f"{told(experience) if fits(told(experience)) else ABOVE}\n{by_line(experience, company)}"
    useful = f"{experience.useful} 人觉得有用。" if experience.useful else ""
    how = f"对你有用就发 /有用 {experience.number}，更多发 /经验。"
    title = f"{first} {experience.number}"
    return Card(title, f"【{title}】\n{desc}\n{useful}{how}", desc=desc, note=useful, buttons=(Button("有用", USEFUL),))


def with_id(card: Card, task_id: TaskId) -> Card:
    return replace(card, task_id=task_id)


def told(experience: Experience) -> str:
    """As others read it."""
    return quote_user(experience.clean)


def fits(words: str) -> bool:
    return len(words.encode()) <= ON_A_CARD


def by_line(experience: Experience, company: Company) -> str:
    who = company.name_of(experience.author) if experience.names_author else "一位同事"
    return f"——{who}分享"


def _signature(experience: Experience, company: Company) -> str:
    if experience.near_miss:
        return "差点出事的经历一律不署名。"
    return f"署名：{company.name_of(experience.author)}。" if experience.named else "不署名。"


def _photos(experience: Experience) -> str:
    count = len(experience.photos)
    return f"照片 {count} 张。" if count else f"有照片就在半小时内私聊发我，最多 {MOST_PHOTOS} 张。"
