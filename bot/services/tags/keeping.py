"""Tags as people keep them in chat: which there are, who bears one, who is given one and who isn't any more (S305)."""

from collections.abc import Sequence
from typing import Final

from bot.domain.people import Person
from bot.domain.tags.bearing import unknown
from bot.domain.tags.tag import TagState, WorkTag, gives_role, why_no_tag
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.tags.following import JOB
from bot.shapes.context import Context

MOST_NAMED: Final = 60
MOST_TAGS: Final = 500  # of WeCom's 3000
HOW: Final = "打标签发 /标签 加 标签名 @同事。"


async def listed(desk: Desk) -> str:
    """Each tag that somebody bears, with what must be known of it."""
    counts = await desk.store.work_tags.counts()
    tags = [each for each in await desk.store.work_tags.all() if counts.get(each.number)]
    lines = [f"{each.name} {counts[each.number]} 人{_note(each)}" for each in tags]
    lost = {rule.name: unknown(rule, desk.company) for rule in desk.company.tags.rules}
    lines += [f"{name}：规则里的「{shown(word)}」找不到，先没有动" for name, word in lost.items() if word]
    if not lines:
        return f"还没有标签。{HOW}"
    return "\n".join(["标签", *lines, "看是谁发 /标签 谁 标签名。"])


def _note(tag: WorkTag) -> str:
    if tag.state is TagState.STOPPED:
        return f"（{tag.trouble}）"
    return "（由规则决定）" if tag.by_rule else ""


async def who(desk: Desk, name: str) -> str:
    """Raises UserError."""
    tag = await _there(desk, name)
    users = [user for user in await desk.store.work_tags.bearers(tag.number) if desk.company.is_here(user)]
    if not users:
        return f"现在没有人有「{tag.name}」。{_by(tag) or HOW}"
    return f"{tag.name}（{len(users)} 人）：{_names(desk, sorted(users))}。{_by(tag)}"


def _by(tag: WorkTag) -> str:
    return "由规则决定，岗位、部门等变了会自己跟上。" if tag.by_rule else ""


async def of(desk: Desk, person: Person) -> str:
    tags = await desk.store.work_tags.of(person.user_id)
    name = desk.company.told_apart(person)
    return f"{name}：{'、'.join(each.name for each in tags)}。" if tags else f"{name} 没有标签。"


async def give(ctx: Context, name: str, people: Sequence[Person]) -> str:
    """Raises UserError."""
    ensure_allowed(ctx, name)
    tag = await ctx.store.work_tags.named(name)
    if tag is None and len(await ctx.store.work_tags.all()) >= MOST_TAGS:
        raise UserError(Code.LIMIT, f"标签已经有 {MOST_TAGS} 个了，请先用已有的。看全部发 /标签。")
    if tag is not None:
        _ensure_by_hand(tag)
    tag = tag or await ctx.store.work_tags.make(name, by_rule=False, by=ctx.act)
    users = [each.user_id for each in people]
    if not await ctx.store.work_tags.give(tag, users, by=ctx.act):
        return f"{_names(ctx, users)}已经有「{tag.name}」了。"
    await ctx.store.jobs.hasten(JOB, ctx.now)
    return f"已打上「{tag.name}」：{_names(ctx, users)}。{_where(ctx, tag)}"


async def take(ctx: Context, name: str, people: Sequence[Person]) -> str:
    """Raises UserError."""
    ensure_allowed(ctx, name)
    tag = await _there(ctx, name)
    _ensure_by_hand(tag)
    users = [each.user_id for each in people]
    if not await ctx.store.work_tags.take(tag, users, by=ctx.act):
        raise UserError(Code.NOT_FOUND, f"{_names(ctx, users)}没有「{tag.name}」，什么都没有改动。")
    await ctx.store.jobs.hasten(JOB, ctx.now)
    return f"已去掉「{tag.name}」：{_names(ctx, users)}。{_where(ctx, tag)}"


def ensure_allowed(ctx: Context, name: str) -> None:
    """Raises UserError. Nobody gives himself or others a right by a tag: that is for WeCom's own console."""
    if gives_role(name, ctx.company.role_rules):
        words = f"「{shown(name)}」这个标签带着权限，我不改，谁来要都一样。请企业微信管理员到管理后台的通讯录里改。"
        raise UserError(Code.NO_PERMISSION, words)
    if why := why_no_tag(name):
        raise UserError(Code.UNSUPPORTED, why)


def _ensure_by_hand(tag: WorkTag) -> None:
    if tag.by_rule:
        words = f"「{tag.name}」由规则决定，手工改了也会变回去。请换一个名字，或者让企业微信管理员改规则。"
        raise UserError(Code.BAD_STATE, words)


def _where(ctx: Context, tag: WorkTag) -> str:
    if tag.state is TagState.STOPPED:
        return f"企业微信里没有写：{tag.trouble}。"
    return "" if ctx.company.tags.write == "on" else "只记在我这里，没有写进企业微信。"


async def _there(desk: Desk, name: str) -> WorkTag:
    """Raises UserError."""
    tag = await desk.store.work_tags.named(name)
    if tag is None:
        raise UserError(Code.NOT_FOUND, f"没有「{shown(name)}」这个标签。看全部发 /标签。")
    return tag


def _names(desk: Desk, users: Sequence[UserId]) -> str:
    names = [desk.company.name_of(user) for user in users[:MOST_NAMED]]
    return "、".join(names) + (f"等 {len(users)} 人" if len(users) > MOST_NAMED else "")
