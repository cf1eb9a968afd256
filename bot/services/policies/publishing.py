"""A version of a policy is written as a notice: others let it pass, its readers confirm it, who doesn't is reminded.

The notice says what is different, computed from the texts, and how the version became binding; the whole text goes
along as a table beside the one before (S303, S333, S340; 劳动合同法 art. 4).
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from bot.domain.desk.knowledge.passage import Passage, Source
from bot.domain.moderation.pack import Procedure
from bot.domain.notices.audience import Audience
from bot.domain.notices.checks.finding import ensure_none_stops
from bot.domain.notices.grounds import LONGEST_SOURCE, Grounds
from bot.domain.notices.notice import PREFIX as NOTICE
from bot.domain.notices.notice import Category, Draft, Enclosure, Notice, OfPolicy
from bot.domain.policies.difference import Article, compare, counted, lines
from bot.domain.policies.keepers import looks_after
from bot.domain.policies.release import PREFIX, Published, Release, digest_of
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.files.workbook import workbook
from bot.services.notices.looking_through.checking import look_at_readers, look_through
from bot.services.notices.wording import stands, whom
from bot.services.notices.writing.drafting import show
from bot.services.notices.writing.readers import readers_of
from bot.services.policies.standing import all_published, chosen, texts
from bot.shapes.context import Context
from bot.shapes.replies import Reply

MOST_LINES: Final = 8  # of what is different, in the notice; the table has all of it
LONGEST_LINE: Final = 50  # characters
HEADER: Final = ("条", "变化", "这一版", "上一版")
NOT_BINDING: Final = (
    "{missing}还没办。涉及工资、工时、休假、纪律的制度要经职工讨论、和工会协商、公示（劳动合同法第4条），"
    "没办完只作提示，不能拿来处分人；办完了再发布一版"
)
OUTLINE: Final = "这份是随机器人来的条文大意，请先把公司的原文放进知识目录再发布"


@dataclass(frozen=True, slots=True)
class Wish:
    """`version`: empty where nobody said what it is called."""

    policy: str
    version: str
    since: date
    audience: Audience
    procedure: Procedure


async def publish(ctx: Context, wish: Wish) -> Reply:
    """The card on which its author looks at it and sends it off. Raises UserError."""
    known = await texts(ctx)
    source = chosen(wish.policy, list(known))
    if not looks_after(ctx.sender.user_id, source.interpreter, ctx.company):
        whose = f"解释部门（{shown(source.interpreter, 20)}）、" if source.interpreter else ""
        sentence = f"《{shown(source.title, 30)}》由{whose}人力资源、企业微信管理部门发布。请告诉他们要改什么。"
        raise UserError(Code.NO_PERMISSION, sentence)
    await ctx.store.releases.hold(source.id)
    versions = [each for each in await ctx.store.releases.all() if each.policy == source.id]
    out = await all_published(ctx, versions)
    text = known[source]
    before = await _ensure_new(ctx, wish, text, versions, out)
    old = await ctx.store.releases.text(before.release.number) if before else ()
    release = Release(
        number=await ctx.store.numbers.next(PREFIX, ctx.now.date()),
        policy=source.id,
        title=source.title[:255],
        version=wish.version or f"V{len(out) + 1}",
        digest=digest_of(text),
        procedure=wish.procedure,
        notice=await ctx.store.numbers.next(NOTICE, ctx.now.date()),
        by=ctx.sender.user_id,
        at=ctx.now,
    )
    articles = compare(old, text)
    draft = await _draft(ctx, wish, release, source, articles, before)
    found = await readers_of(ctx, draft)
    ensure_none_stops(look_at_readers(draft, found, release.by, ctx.company))
    notice = Notice(release.notice, release.by, draft, ctx.now)
    await ctx.store.notices.add(notice, by=ctx.act)
    await ctx.store.releases.add(release, text, by=ctx.act)
    return Reply(await show(ctx, notice, found, _hints(source, wish.procedure)), private=True)


async def _ensure_new(
    ctx: Context, wish: Wish, text: Sequence[Passage], versions: Sequence[Release], out: Sequence[Published]
) -> Published | None:
    """The version before it. Raises UserError for what stands already, and what would hold before that one."""
    for each in versions:
        notice = await ctx.store.notices.get(each.notice)
        if notice and not notice.is_over and notice.posted_at is None:
            there = f"《{each.title}》{each.version} 还没发出去：{notice.number} {stands(notice, ctx.now)}"
            sentence = f"{there}不发了回「/取消公告 {notice.number}」，再发布新的。"
            raise UserError(Code.DUPLICATE, sentence)
    before = max(out, key=lambda each: (each.since, each.release.number), default=None)
    if before is None:
        return None
    if before.release.digest == digest_of(text):
        sentence = (
            f"{before.said}就是这份正文，一个字都没变，不用再发布。谁还没签发 /制度签收 {before.release.policy}。"
        )
        raise UserError(Code.DUPLICATE, sentence)
    if wish.version and wish.version in {each.release.version for each in out}:
        raise UserError(Code.DUPLICATE, f"《{before.release.title}》已经有 {wish.version} 了，换一个版本号。")
    if wish.since < before.since:
        raise UserError(Code.INVALID_DATE, f"{before.said}从 {before.since:%Y-%m-%d} 起施行，新版不能比它早。")
    return before


async def _draft(
    ctx: Context,
    wish: Wish,
    release: Release,
    source: Source,
    articles: Sequence[Article],
    before: Published | None,
) -> Draft:
    """With pieces of the text, unless these hold something that no notice may say."""
    table = await asyncio.to_thread(workbook, "条款", HEADER, [_row(each) for each in articles])
    file = await ctx.store.files.keep(table, at=ctx.now)
    title = f"《{release.title}》{release.version}"
    for excerpts in (True, False):
        draft = Draft(
            _text(ctx, wish, source, articles, before, excerpts=excerpts),
            wish.audience,
            title=title,
            wants_confirmation=True,
            category=Category.RULES,
            enclosure=Enclosure(file, f"{source.id.rpartition('/')[2][:20]}-{release.version}.xlsx", is_picture=False),
            grounds=Grounds(title[:LONGEST_SOURCE], wish.since),
            of_policy=OfPolicy(release.number, release.digest),
        )
        looked = look_through(draft, release.by, ctx.company, ctx.now)
        if excerpts and all(each.code is None for each in looked):
            break
    else:
        ensure_none_stops(looked)
    return draft


def _text(
    ctx: Context, wish: Wish, source: Source, articles: Sequence[Article], before: Published | None, *, excerpts: bool
) -> str:
    scope = whom(wish.audience, ctx.company)
    facts = [f"适用：{scope}。", f"解释：{shown(source.interpreter, 30)}。" if source.interpreter else ""]
    return "\n".join(
        [
            "".join(facts),
            *_what_changed(articles, before, excerpts=excerpts),
            f"程序：{said_of(wish.procedure)}。",
            "全文和对照在附件里。看过请按「已阅知」，签收会留底。",
        ]
    )


def _what_changed(articles: Sequence[Article], before: Published | None, *, excerpts: bool) -> Sequence[str]:
    if before is None:
        return [f"第一次发布，共 {len(articles)} 条。"]
    every = [shown(each, LONGEST_LINE) for each in lines(articles, excerpts=excerpts)]
    more = [f"· 还有 {len(every) - MOST_LINES} 处，见附件"] if len(every) > MOST_LINES else []
    return [f"和 {before.release.version} 比：{counted(articles)}。", *every[:MOST_LINES], *more]


def said_of(procedure: Procedure) -> str:
    """`职工讨论 2026-11-01；征求工会意见 未办；公示 2026-11-15`"""
    steps = (
        ("职工讨论", procedure.discussed),
        ("征求工会意见", procedure.consulted),
        ("公示", procedure.published),
    )
    return "；".join(f"{name} {day.isoformat() if day else '未办'}" for name, day in steps)


def _hints(source: Source, procedure: Procedure) -> str:
    missing = [each for each in procedure.missing if each != "员工签收"]
    said = [] if source.own else [OUTLINE]
    return "；".join([*said, *([NOT_BINDING.format(missing="、".join(missing))] if missing else [])])


def _row(article: Article) -> tuple[str, str, str, str]:
    return article.name, article.change, article.now, article.before
