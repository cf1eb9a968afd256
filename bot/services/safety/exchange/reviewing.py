"""Before others read it somebody else has: whoever answers for safety lets it out, or sends it back and says why."""

from typing import Final

from bot.domain.rights import Role
from bot.domain.safety.exchange.experience import Experience, ExperienceState
from bot.domain.wording import quote_user
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.accidents.asking import ask
from bot.services.safety.exchange import wording
from bot.services.safety.exchange.publishing import photos_of, publish
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "experience-review"
SEND_BACK: Final = "退回经验"  # a command


async def submit(ctx: Context, experience: Experience, topic: str) -> Card:
    """To who may let it out; `topic`: of its author's card, by which he may take it back. Raises UserError."""
    asked = reviewers(ctx, experience)
    if not asked:
        raise UserError(
            Code.BAD_STATE, "没有别人能审：要另一位安全管理员、管理小组或高管看过才能发布。请先让管理员设置。"
        )
    await _settle(ctx, experience, ExperienceState.IN_REVIEW)
    for user in asked:
        await _ask(ctx, experience, user)
    names = "、".join(ctx.company.name_of(user) for user in asked)
    title = f"经验分享 {experience.number}"
    words = f"已请{names}看，发布或退回都告诉你。"
    typed = f"要撤回发 /撤回经验 {experience.number}。"
    task_id = await ctx.store.cards.issue(topic=topic, subject=experience.number, holder=experience.author)
    buttons = (Button("撤回", wording.WITHDRAW, style=3),)
    return Card(title, f"{title}\n{words}{typed}", desc=words, buttons=buttons, task_id=task_id)


def reviewers(desk: Desk, experience: Experience) -> list[UserId]:
    """Other safety officers; where there are none the management group, else executives: never its author."""
    for role in (Role.SAFETY_ADMIN, Role.MGMT_GROUP, Role.EXECUTIVE):
        if others := [user for user in desk.company.serving(role) if user != experience.author]:
            return others
    return []


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """A button of who looks it through. Raises UserError."""
    experience = await to_review(ctx, number)
    title = f"经验 {number}"
    do, _, seen = press.key.partition(".")
    if do == wording.PUBLISH and seen != experience.stamp:
        return outcome(title, "它后来改过，这张卡片上的不是现在的，没有发布。请看最新的那张卡片。")
    if do == wording.PUBLISH:
        await _settle(ctx, experience, ExperienceState.PUBLISHED)
        return outcome(title, await publish(ctx, experience))
    if press.key == wording.REFUSE:
        return outcome(title, await ask(ctx, f"/{SEND_BACK} {number}", "为什么退回？写一句，让他知道怎么改。"))
    raise unknown_button()


async def send_back(ctx: Context, number: str, why: str) -> str:
    """Raises UserError."""
    experience = await to_review(ctx, number)
    await _settle(ctx, experience, ExperienceState.SENT_BACK, why)
    told = f"你分享的经验 {number} 退回了：{quote_user(why)}\n改好再发：/改经验 {number} 加上整段话。"
    ctx.tell(ToPerson(experience.author), Text(told))
    return f"{number} 已退回，理由告诉了写的人。"


async def to_review(ctx: Context, number: str) -> Experience:
    """Raises UserError; who has no say hears nothing about it."""
    experience = await ctx.store.experiences.get(number, ctx.now)
    if experience is None or ctx.sender.user_id not in reviewers(ctx, experience):
        raise UserError(Code.NO_PERMISSION, f"{number} 不归你审：由另一位安全管理员来看，写的人不能审自己的。")
    if experience.state is not ExperienceState.IN_REVIEW:
        raise UserError(Code.BAD_STATE, f"{number} 现在是{experience.state}，不用再审。")
    return experience


async def _settle(ctx: Context, experience: Experience, state: ExperienceState, why: str = "") -> None:
    if not await ctx.store.experiences.settle(experience, state, by=ctx.act, why=why):
        raise UserError(Code.BAD_STATE, f"{experience.number} 刚刚有人处理过了，什么都没有改动。")


async def _ask(ctx: Context, experience: Experience, user: UserId) -> None:
    for photo in photos_of(experience):
        ctx.tell(ToPerson(user), photo)
    words = wording.told(experience)
    if not wording.fits(words):
        ctx.tell(ToPerson(user), Text(words))
        words = wording.ABOVE
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=experience.number, holder=user)
    ctx.tell(ToPerson(user), wording.review_card(experience, words, ctx.company, task_id))
