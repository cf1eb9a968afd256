"""Show on what somebody's leave depends: since when he has worked, when he came, his children; to himself and to HR.

HR says one fact at a time, with what it has seen as proof behind it; 删除 takes one back. Whoever finds his own wrong
says so behind 有误 and HR reads it.

Example:
    李娜> /假期资料 张三 参加工作 2010-07-01 社保记录
    机器人→张三> 人力资源更新了你的假期资料：2026年年假由 5 天改为 10 天。发 /假期余额 看明细，…
    机器人> 已登记张三的参加工作日期：2010年7月1日（社保记录）。2026年年假由 5 天改为 10 天。
    张三> /假期资料
    机器人> 你的假期资料：
    参加工作日期：2010年7月1日（社保记录；李娜 2026年11月22日登记）
    入职日期：2023年11月22日（公司配置）
    子女出生日期：没有登记
    有不对的，发 /假期资料 有误 加上说明，人力资源会核对。
"""

from dataclasses import replace

from bot.arguments.leave_facts import FactSaid, FactsOwner, WrongFacts
from bot.domain.data_views import What as Viewed
from bot.domain.leave.facts.fact import OF_YEARS, Fact, What, year_key
from bot.domain.leave.facts.fact_words import Column
from bot.domain.leave.seeing.sight import is_of_the_office
from bot.domain.people import Person
from bot.domain.rights import LEAVE_OFFICE
from bot.domain.wording import shown
from bot.errors import Code, UserError
from bot.services.leave.facts.facts_wording import listed, value_said
from bot.services.leave.facts.saying import keep
from bot.services.leave.ledgers.balances import up_to_date
from bot.services.leave.ledgers.leaving import leaving_line
from bot.services.privacy.viewing import note_view
from bot.shapes.arguments import Scene
from bot.shapes.command import command
from bot.shapes.context import Context
from bot.shapes.outgoing import Text, ToPerson
from bot.shapes.replies import Reply


def _rules(
    scene: Scene,
    wrong: WrongFacts | None = None,
    target: FactsOwner | None = None,
    fact: FactSaid | None = None,
) -> None:
    asker, owner = scene.sender, target.person if target else scene.sender
    if asker is None or owner is None:
        return
    if owner != asker and not is_of_the_office(asker, scene.company):
        raise UserError(Code.NO_PERMISSION, "假期资料只有本人和人力资源能看。发 /假期资料 看你自己的。")
    if fact is None:
        return
    if not is_of_the_office(asker, scene.company):
        raise UserError(Code.NO_PERMISSION, "假期资料由人力资源登记。有不对的，发 /假期资料 有误 加上说明。")
    if owner == asker:
        raise UserError(Code.SELF_TARGET, "自己的假期资料要由别的人力资源同事登记。")


@command(
    "假期资料",
    aliases=("leave-facts", "jqzl", "工龄", "我的工龄"),
    says=(
        "(查|看|查询|查看|看看|查一下)[我的|我][的](工龄|假期资料|入职日期|参加工作日期)",
        "我的(工龄|假期资料)(是多少|多少年|几年|有多久)",
        "我[的](工龄|入职)[满|有|多少年|几年](多少年|几年|多久)了",
        "我[是](什么时候|哪年|哪一年|哪天|几号|何时)(入职|参加工作|来公司|进公司)的",
        "我的(工龄|假期资料|入职日期|入职时间)<不对|有误|错了|有错>[…]",
        "[看看|查一下|看一下|查|看]…的(工龄|假期资料)",
    ),
    private=True,
    rules=_rules,
    summary="看工龄、入职等假期资料",
)
async def leave_facts(
    ctx: Context,
    wrong: WrongFacts | None = None,
    target: FactsOwner | None = None,
    fact: FactSaid | None = None,
) -> Reply:
    owner = target.person if target else ctx.sender
    if wrong:
        return await _pass_on(ctx, wrong)
    if fact:
        return await _keep(ctx, owner, fact)
    await note_view(ctx, owner.user_id, Viewed.FACTS)
    said = await ctx.store.leave_facts.of(owner.user_id)
    whose = "你" if owner == ctx.sender else ctx.company.name_of(owner.user_id)
    lines = [f"{whose}的假期资料：", *listed(said, ctx.company.leave.facts(owner.user_id), ctx.company)]
    if owner == ctx.sender:
        lines.append("有不对的，发 /假期资料 有误 加上说明，人力资源会核对。")
    return Reply("\n".join([*lines, *filter(None, [await _leaving(ctx, owner)])]), private=True)


async def _keep(ctx: Context, owner: Person, said: FactSaid) -> Reply:
    try:
        fact = said.place.fact(owner.user_id, said.cell, ctx.now.date(), said.proof) if said.cell else None
    except ValueError as error:
        raise UserError(Code.INVALID_DATE, f"{error}。没有登记。") from None
    taken = _taken_back(owner, said.place, fact) if said.gone else fact
    if taken is None:
        raise UserError(Code.MISSING_ARG, "删除哪一个？写上它的日期。", missing=("date",))
    kept = await keep(ctx, [taken])
    what = f"{ctx.company.name_of(owner.user_id)}的{said.place.said}"
    done = (
        f"已删除{what}的登记"
        if said.gone
        else f"已登记{what}：{value_said(taken, ctx.company.leave.types)}{_proof(said)}"
    )
    changes = "；".join(each.said for each in kept.changed.get(owner.user_id, ()))
    leaving = await _leaving(replace(ctx, company=kept.company), owner) if said.place.what is What.LEFT else ""
    return Reply(f"{done}。{f'{changes}。' if changes else ''}{leaving}", private=True)


def _taken_back(owner: Person, place: Column, fact: Fact | None) -> Fact | None:
    """Of what there may be several of, the one that is named."""
    if place.what is What.CHILD:
        return Fact(owner.user_id, What.CHILD, "", fact.key) if fact else None
    key = year_key(place.year, place.type) if place.what in OF_YEARS else ""
    return Fact(owner.user_id, place.what, "", key)


def _proof(said: FactSaid) -> str:
    return f"（{said.proof}）" if said.proof else ""


async def _pass_on(ctx: Context, wrong: WrongFacts) -> Reply:
    if not wrong.words:
        raise UserError(Code.MISSING_ARG, "哪里不对？例如：/假期资料 有误 我 2009年7月参加工作。", missing=("text",))
    told = sorted(set(ctx.company.serving(*LEAVE_OFFICE)) - {ctx.sender.user_id})
    if not told:
        raise UserError(Code.NOT_FOUND, "现在没有登记人力资源的人，请直接找他们更正。")
    name = ctx.company.name_of(ctx.sender.user_id)
    for user in told:
        words = f"{name}说自己的假期资料有误：{shown(wrong.words, 200)}。核对后发 /假期资料 {name} 加上要改的内容。"
        ctx.tell(ToPerson(user), Text(words))
    return Reply("已转给人力资源核对，改好后会告诉你。", private=True)


async def _leaving(ctx: Context, owner: Person) -> str:
    """For HR: what is to be paid."""
    service = ctx.company.leave.facts(owner.user_id).service
    if owner == ctx.sender or service is None or service.left is None:
        return ""
    ledger = await up_to_date(ctx, owner.user_id, service.left.year)
    return leaving_line(owner.user_id, ledger, ctx.company.leave)
