"""Whether work stops for a major hazard: decided within half an hour, by a card, or in words with `/停产决定`.

安全生产法 art. 41 and 46: whoever is in charge acts at once. Stopping needs no reason, going on does.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from bot.domain.rights import Role
from bot.domain.safety.areas import heads
from bot.domain.safety.hazards.hazard import Hazard, StepKind
from bot.domain.safety.hazards.stop import Stop
from bot.domain.wording import quote_user, shown
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.hazards.clock import wind
from bot.services.safety.hazards.whom import area, concerned, officers, rooms
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Select, Text, ToGroup, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "hazard-stop"
WHY: Final = "why"
_KEYS: Final[Mapping[str, Stop]] = {"all": Stop.ALL, "part": Stop.PART, "none": Stop.NONE}
REASONS: Final = {
    "near": "随时可能出事",
    "apart": "危险只在局部，已隔离",
    "interim": "临时措施可靠，有人盯守",
    "supplies": "停产本身更危险",
}
_NOT_YOURS: Final = "是否停产由安全管理员、区域的部门负责人或集团高管决定。情况紧急，先撤人，再打电话给他们。"
_OWN_WORK: Final = "整改责任人不能自己定边整改边生产，请安全管理员或集团高管来定。要停产，你可以直接定。"
_WHY_GO_ON: Final = "边整改边生产要有理由。请发 /停产决定 {} 边整改边生产 加理由。"


async def ask_stop(desk: Desk, hazard: Hazard) -> None:
    """The card to the officers and to who leads the area: once, when it is graded 重大."""
    await show_card(desk, hazard, (*officers(desk.company), *heads(area(hazard, desk.company), desk.company)[:1]))


async def show_card(desk: Desk, hazard: Hazard, users: tuple[UserId, ...], *, why: str = "") -> None:
    """`why` somebody gets it who wasn't asked at first: a sentence."""
    for user in dict.fromkeys(users):
        task_id = await desk.store.cards.issue(topic=TOPIC, subject=hazard.number, holder=user)
        desk.tell(ToPerson(user), replace(_card(hazard, why), task_id=task_id))


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """Raises UserError."""
    hazard = await ctx.store.hazards.get(number)
    stop = _KEYS.get(press.key)
    if hazard is None or stop is None:
        raise unknown_button()
    title = f"{number} 停不停产"
    if decided := await decision_of(ctx, hazard):
        return outcome(title, f"已经决定：{decided}。要改，发 /停产决定 {number} 加决定和理由。")
    picked = press.selected.get(WHY, ())
    reason = REASONS.get(picked[0], "") if picked else ""
    if stop is Stop.NONE and not reason:
        return Reply(_card(hazard, "边整改边生产要有理由，请先选一个理由再按。"))
    return outcome(title, await decide(ctx, hazard, stop, reason))


async def decide(ctx: Context, hazard: Hazard, stop: Stop, reason: str) -> str:
    """Enter it and tell everybody who has to know. What came of it, as a sentence. Raises UserError."""
    if not _may(ctx, hazard):
        raise UserError(Code.NO_PERMISSION, _NOT_YOURS)
    if not (hazard.is_open and hazard.is_major):
        raise UserError(Code.BAD_STATE, f"{hazard.number} 现在不是待整改的重大隐患，不用决定停产。")
    if stop is Stop.NONE and ctx.sender.user_id in hazard.fixers:
        raise UserError(Code.SELF_TARGET, _OWN_WORK)
    if stop is Stop.NONE and not reason:
        raise UserError(Code.MISSING_ARG, _WHY_GO_ON.format(hazard.number), missing=("reason",))
    said = f"{stop.value}（{reason}）" if reason else stop.value
    await ctx.store.hazards.note(hazard.number, StepKind.STOP_DECIDED, said, by=ctx.act)
    await wind(ctx, hazard)
    await _tell(ctx, hazard, stop, quote_user(said))
    return f"已决定：{quote_user(said)}。责任人和相关负责人已通知。{stop.remember}"


async def decision_of(desk: Desk, hazard: Hazard) -> str:
    """The last one since it was graded; empty: nobody has decided."""
    since = hazard.graded_at or hazard.reported_at
    steps = await desk.store.hazards.steps(hazard.number)
    return next((each.text for each in reversed(steps) if each.kind is StepKind.STOP_DECIDED and each.at >= since), "")


async def _tell(ctx: Context, hazard: Hazard, stop: Stop, said: str) -> None:
    """In groups there is no name in it, and no reason."""
    place, words = shown(hazard.facts.place), shown(hazard.facts.text)
    who = ctx.company.name_of(ctx.sender.user_id)
    told = {ctx.sender.user_id, *concerned(hazard, ctx.company)}
    for user in concerned(hazard, ctx.company):
        if user != ctx.sender.user_id:
            sentence = f"重大隐患 {hazard.number}（{place} {words}）：{who} 决定{said}。{stop.order}"
            ctx.tell(ToPerson(user), Text(sentence))
    for each in await ctx.store.hazards.reporters(hazard.number):
        if each.user not in told:
            sentence = f"你报的 {hazard.number}（{place} {words}）：已决定{stop.value}。{stop.order}"
            ctx.tell(ToPerson(each.user), Text(sentence))
    if stop is not Stop.NONE:
        for room in await rooms(ctx, area(hazard, ctx.company)):
            ctx.tell(ToGroup(room), Text(f"【安全】{place} {words}：{stop.value}。{stop.order}（{hazard.number}）"))


def _may(ctx: Context, hazard: Hazard) -> bool:
    user = ctx.sender.user_id
    in_charge = (*ctx.company.serving(Role.SAFETY_ADMIN, Role.EXECUTIVE), *officers(ctx.company))
    return user in in_charge or user in heads(area(hazard, ctx.company), ctx.company)


def _card(hazard: Hazard, why: str) -> Card:
    place, words = shown(hazard.facts.place), shown(hazard.facts.text, 60)
    title = f"重大隐患 {hazard.number}：30 分钟内决定停不停产"
    desc = f"{place}：{words}。{why}"
    return Card(
        title=title,
        desc=desc,
        plain=f"{title}。{desc}发 /停产决定 {hazard.number} 停产撤人、局部停产，或边整改边生产加理由。",
        buttons=(
            Button("停产撤人", "all", style=2),
            Button("局部停产", "part"),
            Button("边整改边生产", "none", style=3),
        ),
        select=Select(WHY, "理由", REASONS),
    )
