"""What came of writing tags is put down, the rules are applied anew, and the administrator hears what he must know.

He is asked before many lose a tag at once, told once why one isn't written, and in a rehearsal what would be done.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from bot.domain.rights import Role
from bot.domain.tags.bearing import Facts, bearers, unknown
from bot.domain.tags.rules import Plan
from bot.domain.tags.tag import TagState, Trouble, WorkTag, digest, gives_role
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.tags.writing import Look, Tried
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

JOB: Final = "tag-sync"
TOPIC: Final = "work-tag"
TITLE: Final = "企业微信标签"
TAKE, LEAVE, AGAIN = "take", "leave", "again"
NOT_YOURS: Final = "这要由企业微信管理员来定。"
SOON, LATER = timedelta(seconds=30), timedelta(minutes=10)
NAMED: Final = 8  # people on a card


async def settle(desk: Desk, tried: Tried) -> None:
    """In the transaction of the job. Looks again soon where there is more to do."""
    if tried.terms is None:
        await _leavers(desk)
        return
    rehearsed: list[str] = []
    for look in tried.looks.values():
        await _settle(desk, look, tried.terms.writes, rehearsed)
    if rehearsed:
        _tell(desk, Text("标签试运行，企业微信里什么都没有改：\n" + "\n".join(rehearsed)))
    more = await _apply(desk)
    more = await _begin(desk, tried) or more if tried.terms.writes else more
    if more or tried.later:
        await desk.store.jobs.hasten(JOB, desk.now + (LATER if tried.later else SOON))


async def _settle(desk: Desk, look: Look, writes: bool, rehearsed: list[str]) -> None:
    tags = desk.store.work_tags
    before = await tags.hold(look.tag.number)
    if before is None:
        return
    tag = replace(before, wecom=look.tag.wecom, state=look.tag.state, trouble=look.tag.trouble)
    if tag.trouble:
        await tags.save(tag, "stopped", by=desk.act)
        await _ask(desk, tag, f"「{tag.name}」先不写了：{tag.trouble}。", (Button("重新试", AGAIN),))
        return
    if (tag.wecom, tag.state) != (before.wecom, before.state):
        await tags.save(tag, "made_in_wecom", by=desk.act)
    if look.done:
        await tags.written(tag, look.done.add, look.done.remove, by=desk.act)
    if look.held:
        await _ask_about(desk, tag, look.plan)
    await tags.lost(tag, look.lost, by=desk.act)
    if not writes and look.plan and digest(look.plan.add, look.plan.remove) != tag.told:
        rehearsed.append(f"· {_rehearsed(tag, look.plan)}")
        after = replace(tag, told=digest(look.plan.add, look.plan.remove))
        await tags.save(after, "rehearsed", by=desk.act)


def _rehearsed(tag: WorkTag, plan: Plan) -> str:
    made = "会新建，" if tag.wecom is None else ""
    parts = [f"加 {len(plan.add)} 人"] if plan.add else []
    parts += [f"去掉 {len(plan.remove)} 人"] if plan.remove else []
    return f"「{tag.name}」{made}{'，'.join(parts)}"


async def _ask_about(desk: Desk, tag: WorkTag, plan: Plan) -> None:
    """Once for the same people."""
    mark = digest(plan.remove)
    if tag.asked == mark:
        return
    await desk.store.work_tags.save(replace(tag, asked=mark, agreed=""), "asked", by=desk.act)
    names = [desk.company.name_of(user) for user in sorted(plan.remove)[:NAMED]]
    more = "等" if len(plan.remove) > NAMED else ""
    words = (
        f"「{tag.name}」一次要去掉 {len(plan.remove)} 人：{'、'.join(names)}{more}。"
        "可能是通讯录或规则改了，也可能弄错了，所以先问你。"
    )
    await _ask(desk, tag, words, (Button("照这样去掉", TAKE), Button("先不去", LEAVE, style=2)), mark)


async def _ask(desk: Desk, tag: WorkTag, words: str, buttons: tuple[Button, ...], mark: str = "") -> None:
    for user in desk.company.in_office(Role.WECOM_ADMIN):
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=f"{tag.number}-{mark}", holder=user)
        card = Card(title=TITLE, desc=words, plain=f"{TITLE}：{words}", buttons=buttons, task_id=task_id)
        desk.tell(ToPerson(user), card)


def _tell(desk: Desk, text: Text) -> None:
    for user in desk.company.in_office(Role.WECOM_ADMIN):
        desk.tell(ToPerson(user), text)


async def _apply(desk: Desk) -> bool:
    """Let the rules say anew who bears what. Whether anything is to be written."""
    tags, rules = desk.store.work_tags, desk.company.tags
    facts = await _facts(desk) if rules.rules else None
    changed = False
    for rule in rules.rules:
        if facts is None or unknown(rule, desk.company) or gives_role(rule.name, desk.company.role_rules):
            continue
        wanted = bearers(rule, desk.company, facts)
        tag = await tags.named(rule.name) or (await tags.make(rule.name, by_rule=True, by=desk.act) if wanted else None)
        if tag is None:
            continue
        if not tag.by_rule:
            tag = replace(tag, by_rule=True)
            await tags.save(tag, "by_rule", by=desk.act)
        changed = await _change(desk, tag, wanted) or changed
    for tag in await tags.all():
        if tag.by_rule and rules.rule(tag.name) is None:
            await tags.save(replace(tag, by_rule=False), "by_hand", by=desk.act)
    return await _leavers(desk) or changed


async def _change(desk: Desk, tag: WorkTag, wanted: frozenset[UserId]) -> bool:
    tags = desk.store.work_tags
    had = await tags.bearers(tag.number)
    taken = await tags.take(tag, had - wanted, by=desk.act)
    return bool(await tags.give(tag, wanted - had, by=desk.act) + taken)


async def _leavers(desk: Desk) -> bool:
    """Who has left bears none. Of a tag with a rule, the rule says it."""
    tags, changed = desk.store.work_tags, False
    for tag in await tags.all():
        if not tag.by_rule:
            gone = [user for user in await tags.bearers(tag.number) if not desk.company.is_here(user)]
            changed = bool(gone and await tags.take(tag, gone, by=desk.act)) or changed
    return changed


async def _begin(desk: Desk, tried: Tried) -> bool:
    """Write down which tags are going to be made, after WeCom said that there is none of that name."""
    tags, begun = desk.store.work_tags, False
    counts = await tags.counts()
    for tag in await tags.all():
        if tag.state is TagState.NEW and tag.number in tried.looks and counts.get(tag.number):
            await tags.save(replace(tag, state=TagState.MAKING), "making", by=desk.act)
            begun = True
    return begun


async def _facts(desk: Desk) -> Facts:
    today = desk.now.date()
    accounts = await desk.store.accounts.seen_since(date.min)
    licences: dict[UserId, set[str]] = {}
    for each in await desk.store.certificates.ending(date.max):
        if each.ends >= today:
            licences.setdefault(each.user, set()).add(each.kind)
    return Facts(
        today,
        {each.user: each.employment for each in accounts},
        {user: frozenset(kinds) for user, kinds in licences.items()},
    )


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """Raises UserError."""
    if ctx.sender.user_id not in ctx.company.in_office(Role.WECOM_ADMIN):
        raise UserError(Code.NO_PERMISSION, NOT_YOURS)
    number, _, mark = subject.partition("-")
    tag = await ctx.store.work_tags.hold(int(number))
    if tag is None or not _still_open(tag, mark):
        raise UserError(Code.BAD_STATE, "这件事已经有别的结果了，什么都没有改动。发 /标签 看现在的情况。")
    if press.key == LEAVE:
        return outcome(TITLE, f"「{tag.name}」先不去掉。人有变化会再问你。")
    if press.key not in (TAKE, AGAIN):
        raise unknown_button()
    await ctx.store.work_tags.save(_agreed(tag, mark), "agreed" if mark else "again", by=ctx.act)
    await ctx.store.jobs.hasten(JOB, ctx.now)
    return outcome(TITLE, f"「{tag.name}」{'照这样去掉' if mark else '重新试'}，马上去办。")


def _still_open(tag: WorkTag, mark: str) -> bool:
    if mark:
        return tag.asked == mark and tag.agreed != mark and tag.state is TagState.KEPT
    return tag.state is TagState.STOPPED


def _agreed(tag: WorkTag, mark: str) -> WorkTag:
    if mark:
        return replace(tag, agreed=mark)
    lost = tag.trouble is Trouble.GONE
    known = None if lost else tag.wecom
    return replace(tag, wecom=known, state=TagState.KEPT if known else TagState.NEW, trouble=Trouble.NONE)
