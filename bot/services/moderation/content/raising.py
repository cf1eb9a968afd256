"""A finding is put before a human: a number, its words under seal, a card to whoever handles such things.

In the group nothing is said. Whoever put a number of a card or a secret there is told in private at once, so that he
can take it back: that is a favour and no sanction (D3§13, S102).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.company import Company
from bot.domain.credentials import without_credentials
from bot.domain.groups.group import Group
from bot.domain.moderation.cases.gate import ensure_may_charge
from bot.domain.moderation.content.finding import Finding
from bot.domain.moderation.content.item import PREFIX, ContentItem, Source, gravest, is_above_all, lookers, same
from bot.domain.moderation.content.masking import masked
from bot.domain.wording import shown
from bot.errors import UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.privacy.briefly import keep_briefly
from bot.shapes.outgoing import Button, Card, Text, ToPerson

TOPIC: Final = "content-item"
UPHELD, LEFT, DISMISSED = "upheld", "left", "dismissed"
_WIDE: Final = 60  # characters of what was said, on a card
_BEFORE: Final = 15  # of them before the finding
_RULES: Final = 5  # that a card names
_NOTE: Final = "只是检查认出来的，还没有处理任何人。"
_YOURS: Final = "按「成立」就由你警告一次，对方可以申诉。"
_HANDED_ON: Final = "按「成立」就转给管理小组来定。"
_ONLY_NOTED: Final = "这位同事的事没有人能在这里处理，按「成立，不处理」只留个记录，要紧就当面说。"
UNSEEN: Final = "（原话不显示）"  # of whom nobody here stands above
_JUST_NOW: Final = timedelta(minutes=10)  # the archive may be late
_LEAKS: Final = ("C02", "C03")


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody wrote where others read it, and when."""

    author: UserId
    group: Group | None
    text: str
    at: datetime
    source: Source = Source.GROUP


async def put_before_a_human(desk: Desk, seen: Seen, findings: Sequence[Finding]) -> ContentItem | None:
    """None: somebody has been asked about it already, or there is nobody to ask."""
    worst, group = gravest(findings), seen.group.id if seen.group else None
    rules = tuple(dict.fromkeys(each.rule for each in findings))[:_RULES]
    item = ContentItem("", seen.author, group, worst.category, rules, seen.source, same(seen.text), seen.at)
    users = lookers(seen.author, item.about, seen.group, desk.company)
    if not users or await desk.store.content_items.asked(item):
        return None
    item = replace(item, number=await desk.store.numbers.next(PREFIX, desk.now.date()))
    await desk.store.content_items.add(item, without_credentials(seen.text), by=desk.act)
    await keep_briefly(desk, seen.author)
    above = is_above_all(seen.author, item.about, seen.group, desk.company)
    words = UNSEEN if above else excerpt(seen.text, findings)
    for user in users:
        await hand(desk, item.number, card_of(item, seen.group, words, desk.company, user), user)
    if worst.category in _LEAKS and desk.now - seen.at < _JUST_NOW:
        desk.tell(ToPerson(seen.author), Text(_to_author(seen, worst)))
    return item


async def hand(desk: Desk, number: str, card: Card, user: UserId) -> None:
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=number, holder=user)
    desk.tell(ToPerson(user), replace(card, task_id=task_id))
    await keep_briefly(desk, user)


def may_charge(user: UserId, item: ContentItem, group: Group | None, company: Company) -> bool:
    actor, author = company.person(user), company.person(item.author)
    if actor is None or author is None:
        return False
    try:
        ensure_may_charge(actor, author, item.category, company=company, group=group)
    except UserError:
        return False
    return True


def card_of(item: ContentItem, group: Group | None, words: str, company: Company, user: UserId) -> Card:
    title = f"请看一条内容：像是{'、'.join(item.rules)}"
    above = is_above_all(item.author, item.about, group, company)
    then = _ONLY_NOTED if above else _YOURS if may_charge(user, item, group, company) else _HANDED_ON
    desc = f"{item.number}；{said_by(item, group, company)}：「{words}」。{_NOTE}{then}"
    sanction = () if above else (Button("成立", UPHELD, style=3),)
    buttons = (*sanction, Button("成立，不处理", LEFT), Button("不是", DISMISSED))
    return Card(title, f"{title}（{desc}）", desc=desc, buttons=buttons)


def said_by(item: ContentItem, group: Group | None, company: Company) -> str:
    return f"{company.name_of(item.author)}在{group.name if group else item.source}说"


def excerpt(text: str, findings: Sequence[Finding]) -> str:
    """What a human has to read, and no number that he needn't."""
    first = max(0, min((each.start for each in findings), default=0) - _BEFORE)
    cut = masked(text, findings)[first:]
    return ("…" if first else "") + shown(" ".join(cut.split()), _WIDE)


def _to_author(seen: Seen, worst: Finding) -> str:
    where = f"在{seen.group.name}" if seen.group else ""
    return (
        f"你刚才{where}发的内容里像有{worst.rule}。不该让大家看到的话，请长按那条消息撤回；"
        "要给谁，就单独发给谁。这只是提醒，不算处分。"
    )
