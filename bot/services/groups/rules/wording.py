"""What people read about rules: a yes, a silence and an open question are never called by one name."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from bot.domain.dates import clock_time, day_seen
from bot.domain.groups.group import Group
from bot.domain.groups.rules import CLAUSE, Consent, ConsentState, RulesVersion, RuleTexts
from bot.domain.groups.rules_diff import Change, changes, clauses
from bot.domain.wording import shown
from bot.shapes.outgoing import Button, Card

AGREE: Final = "agree"
MOST_GROUPS: Final = 10  # named in one sentence
MOST_CHANGES: Final = 6  # told one by one
QUOTED: Final = 60  # characters of a clause that is dropped or was otherwise
PURPOSE: Final = 80  # characters


def titled(group: Group, version: RulesVersion) -> str:
    return f"{group.name}的群规（第 {version.number} 版）"


def for_newcomer(group: Group, version: RulesVersion, nickname: str) -> str:
    purpose = f"{group.name}是做什么的：{shown(group.purpose, PURPOSE)}\n" if group.purpose else ""
    return f"{purpose}{titled(group, version)}：\n{version.text}\n你的群昵称请写：{nickname}"


def for_everybody(group: Group, version: RulesVersion) -> str:
    """In the group itself. Only where the bot is in it, it hears who mentions it: a room of the app begins without."""
    here = "，或在这里 @我 发「同意」" if group.bot_chat else ""
    how = f"我也私聊发给每个人。同意就在那边按「同意」{here}。"
    return f"群规（第 {version.number} 版）：\n{version.text}\n{how}"


def what_changed(news: Sequence[tuple[Group, RulesVersion]], old: str) -> str:
    """`news`: groups whose rules became the same text, from the same old one."""
    group, version = news[0]
    head = f"群规更新了：{_named(news)}。"
    if not set(clauses(old)) & set(clauses(version.text)):
        return f"{head}整篇换过了，现在是：\n{version.text}"
    found = changes(old, version.text)
    if not found:
        return f"{head}只是各条的顺序变了。全文发 /群规 {group.name}。"
    more = [f"另有 {len(found) - MOST_CHANGES} 处。"] if len(found) > MOST_CHANGES else []
    return "\n".join([head, *map(_told, found[:MOST_CHANGES]), *more, f"全文发 /群规 {group.name}。"])


def asking_card(news: Sequence[tuple[Group, RulesVersion]], now: datetime, texts: RuleTexts, said: str) -> Card:
    """`said`: what was written above it."""
    group, version = news[0]
    one = len(news) == 1
    title = f"同意{group.name}的群规吗？" if one else f"同意这 {len(news)} 个群的新群规吗？"
    which = f"第 {version.number} 版，" if one else ""
    until = _until(now, texts)
    typed = f"同意就回复「/同意 群规 {group.name}」。" if one else "同意就回复「同意」。"
    return Card(
        title=title,
        desc=f"{which}内容见上一条。{until}",
        plain=f"{said}\n{title}{typed}{until}",
        buttons=(Button("同意", AGREE),),
    )


def standing(consents: Sequence[Consent], version: RulesVersion, group: Group, now: datetime) -> str:
    """What somebody has said, as he reads it himself; `consents`: his, the newest first."""
    how = f"同意就回复「/同意 群规 {group.name}」。"
    this = next((each for each in consents if each.version == version.number), None)
    if this and this.is_explicit:
        return f"{_moment(this.agreed_at, now)} 你同意了这一版。想收回就回复「/不同意 群规 {group.name}」。"
    if this and this.state is ConsentState.REFUSED:
        return f"{_moment(this.refused_at, now)} 你说了不同意。改主意了，{how}"
    if this and this.state is ConsentState.DEEMED:
        since = _moment(this.deemed_at, now)
        return f"你没有表态，{since} 按{CLAUSE}记作「视为知悉」，不算同意。{how}"
    older = next((each for each in consents if each.is_explicit), None)
    before = f"你同意过第 {older.version} 版，这一版" if older else "你"
    return f"{before}还没表态。{how}"


def _until(now: datetime, texts: RuleTexts) -> str:
    if texts.deemed_after is None:
        return ""
    last = day_seen((now + texts.deemed_after).date(), now.date())
    return f"到 {last} 还不表态，按{CLAUSE}记作「视为知悉」，不算同意。"


def _told(change: Change) -> str:
    before = shown(change.before, QUOTED)
    if not change.after:
        return f"删去：{before}"
    return f"改成：{change.after}（原来：{before}）" if before else f"新增：{change.after}"


def _named(news: Sequence[tuple[Group, RulesVersion]]) -> str:
    named = "、".join(f"{group.name}（第 {version.number} 版）" for group, version in news[:MOST_GROUPS])
    return f"{named} 等 {len(news)} 个群" if len(news) > MOST_GROUPS else named


def _moment(moment: datetime | None, now: datetime) -> str:
    return clock_time(moment.astimezone(now.tzinfo), now) if moment else ""
