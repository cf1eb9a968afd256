"""An officer's answer is kept in the library once somebody else has agreed: nobody vouches for himself."""

from dataclasses import replace
from typing import Final

from bot.domain.rights import Role
from bot.domain.safety.library.question import Question, QuestionState
from bot.domain.wording import quote_user, shown
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.safety.library.answering import AGREE, DROP, KEEP, LEAVE, PASS, REFUSE, TOPIC, find_question, pass_on
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome

ON_A_CARD: Final = 1000  # bytes of a card's text: WeCom's cards show no more, and nobody agrees to what is cut off


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """All buttons of questions. Raises UserError."""
    question = await find_question(ctx, subject)
    if press.key == PASS:
        return await pass_on(ctx, question)
    if press.key == DROP:
        return outcome("好", "没有转。想问别的，发 /安全问答 问题。")
    if press.key == KEEP:
        return outcome("收录", await propose(ctx, question))
    if press.key == LEAVE:
        return outcome("好", f"没有收录。以后想收录，发 /安全问答收录 {question.number}。")
    if press.key in (AGREE, REFUSE):
        return await _decide(ctx, question, agreed=press.key == AGREE)
    raise unknown_button("请在最新的那张卡片上按。")


async def propose(ctx: Context, question: Question) -> str:
    """Ask somebody else to look at it. Raises UserError."""
    if question.state is not QuestionState.ANSWERED:
        raise UserError(Code.BAD_STATE, f"{question.number} 现在是{question.state}，答复过、还没收录的才能收录。")
    reviewers = _reviewers(ctx, question)
    if not reviewers:
        raise UserError(
            Code.BAD_STATE, "没有别人能审：要另一位安全管理员、管理小组或高管看过才能收录。请先让管理员设置。"
        )
    await _change(ctx, question, QuestionState.PROPOSED)
    for reviewer in reviewers:
        await _ask(ctx, question, reviewer)
    names = "、".join(ctx.company.name_of(user) for user in reviewers)
    return f"已请{names}看一遍（{question.number}），同意了就收录。"


async def _ask(ctx: Context, question: Question, reviewer: UserId) -> None:
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=question.number, holder=reviewer)
    title = f"收录这条安全问答吗？（{question.number}）"
    answerer = ctx.company.name_of(_answerer(question))
    words = f"问：{quote_user(question.text)}\n答：{quote_user(question.answer)}\n{answerer}答复。"
    if len(words.encode()) > ON_A_CARD:
        ctx.tell(ToPerson(reviewer), Text(f"{title}\n{words}"))
        words = "全文见上一条消息，看过再按。"
    buttons = (Button("同意收录", AGREE), Button("不收录", REFUSE, style=3))
    plain = f"{title}\n{words}\n要决定，到手机或电脑上的企业微信里按卡片上的按钮。"
    ctx.tell(ToPerson(reviewer), Card(title=title, desc=words, plain=plain, buttons=buttons, task_id=task_id))


async def _decide(ctx: Context, question: Question, *, agreed: bool) -> Reply:
    me = ctx.sender.user_id
    if me not in _reviewers(ctx, question):
        raise UserError(Code.NO_PERMISSION, "这条不归你审：要另一位安全管理员、管理小组或高管，答复的人不能审自己。")
    if question.state is not QuestionState.PROPOSED:
        return outcome("已经有人定了", f"{question.number} 现在是{question.state}，不用再审。")
    await _change(ctx, question, QuestionState.KEPT if agreed else QuestionState.ANSWERED)
    became = "已收录，别人再问就能找到" if agreed else "没有收录"
    told = f"你答复的「{shown(question.text)}」（{question.number}）{became}，{ctx.company.name_of(me)}看过了。"
    ctx.tell(ToPerson(_answerer(question)), Text(told))
    return outcome("办好了", f"{question.number} {became}。")


async def _change(ctx: Context, question: Question, state: QuestionState) -> None:
    if not await ctx.store.safety_questions.change(question, replace(question, state=state), by=ctx.act):
        raise UserError(Code.BAD_STATE, f"{question.number} 刚刚有人处理过了，什么都没有改动。")


def _reviewers(ctx: Context, question: Question) -> list[UserId]:
    """Other safety officers; where there are none the management group, else executives."""
    for role in (Role.SAFETY_ADMIN, Role.MGMT_GROUP, Role.EXECUTIVE):
        if others := [user for user in ctx.company.serving(role) if user not in (question.answered_by, question.asker)]:
            return others
    return []


def _answerer(question: Question) -> UserId:
    return question.answered_by or question.asker
