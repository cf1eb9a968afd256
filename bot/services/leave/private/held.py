"""What leave holds about somebody."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from bot.services.privacy.holding import Holding, after_its_year, after_leaving, oldest
from bot.shapes.context import Context

EVER: Final = timedelta(days=36500)


async def held(ctx: Context) -> Sequence[Holding]:
    return [*await _leaves(ctx), *await _ledger(ctx), *await _said(ctx), *await _worked(ctx)]


async def _leaves(ctx: Context) -> Sequence[Holding]:
    user, retention = ctx.sender.user_id, ctx.company.retention
    leaves = await ctx.store.leaves.of(user, ctx.now, since=ctx.now - EVER)
    proofs = await ctx.store.leave_proofs.of_person(user, ctx.now)
    reasons, since = await ctx.store.leaves.with_reason(user), oldest(each.begins.date() for each in leaves)
    return [
        Holding("请假", len(leaves), "条", after_leaving(retention), since, "发 /我的请假 看。"),
        Holding(
            "请假原因",
            reasons,
            "条",
            f"加密保存，{after_its_year(retention)}",
            how="看自己写的，发 /请假原因 加编号。",
        ),
        Holding(
            "请假材料",
            len(proofs),
            "张",
            f"加密保存，核对一年后删除；假没有休成的，{retention.unused_papers.days} 天后删除",
            oldest(each.handed_at.date() for each in proofs),
            "看自己交的，发 /看材料 加编号。",
        ),
    ]


async def _ledger(ctx: Context) -> Sequence[Holding]:
    user, retention = ctx.sender.user_id, ctx.company.retention
    entries = (await ctx.store.leave_ledgers.of(user)).entries
    papers = await ctx.store.leave_papers.days(user)
    overtime = await ctx.store.overtimes.of(user, date.min, date.max, ctx.now)
    return [
        Holding(
            "假期账",
            len(entries),
            "笔",
            after_leaving(retention),
            oldest(each.on for each in entries),
            "发 /为什么 年假 看每一笔。",
        ),
        Holding("调整、结转和放弃的单据", len(papers), "份", after_its_year(retention), oldest(papers)),
        Holding("加班", len(overtime), "条", after_its_year(retention), oldest(each.day for each in overtime)),
    ]


async def _said(ctx: Context) -> Sequence[Holding]:
    """By the human resources, and to them."""
    user, retention = ctx.sender.user_id, ctx.company.retention
    facts = await ctx.store.leave_facts.of(user)
    warned = await ctx.store.sick_warnings.of(user)
    kinds = "、".join(dict.fromkeys(each.fact.what for each in facts))
    since = oldest(each.at.astimezone(ctx.now.tzinfo).date() for each in facts)
    return [
        Holding("假期资料", len(facts), "项", after_leaving(retention), since, f"有{kinds}，发 /假期资料 看。"),
        Holding(
            "医疗期快用完、告诉过人力资源",
            len(warned),
            "次",
            after_its_year(replace(retention, years=retention.years + 1)),
            oldest(warned),
        ),
    ]


async def _worked(ctx: Context) -> Sequence[Holding]:
    user, retention = ctx.sender.user_id, ctx.company.retention
    months = await ctx.store.duties.months(user)
    feeds = await ctx.store.leave_feeds.of(user, ctx.now)
    since = oldest(each.made_at.date() for each in feeds)
    return [
        Holding("排班", len(months), "个月", after_its_year(retention), oldest(months), "发 /排班 看。"),
        Holding("日历订阅", len(feeds), "个", "地址只存摘要，停用了就打不开", since, "停用发 /日历订阅 停用。"),
    ]
