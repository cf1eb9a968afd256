"""Answers questions about safety from the library, with the source; what it doesn't know goes to the safety officer."""

from dataclasses import replace
from typing import Final

from bot.domain.rights import Role
from bot.domain.safety.library.question import PREFIX, Question, QuestionState
from bot.domain.safety.library.search import Text, find
from bot.domain.wording import quote_user, shown
from bot.errors import Code, UserError
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.shapes.context import Context
from bot.shapes.outgoing import Button, Card, ToPerson
from bot.shapes.outgoing import Text as Words
from bot.shapes.replies import Reply, outcome

TOPIC: Final = "safety-question"
PASS, DROP, KEEP, LEAVE, AGREE, REFUSE = "pass", "drop", "keep", "leave", "agree", "refuse"
ANSWER_COMMAND: Final = "安全解答"


async def answer(ctx: Context, question: str) -> Reply:
    """The best text, and which others are about it; a card to pass the question on where there is none."""
    found = find(question, await texts(ctx))
    if not found:
        return await _offer(ctx, question)
    best, *others = found
    words = f"{quote_user(best.headline)}\n{quote_user(best.body)}\n来源：{quote_user(best.source)}"
    if others:
        near = "、".join(shown(each.title) for each in others)
        words += f"\n相近的还有：{near}。想看就发 /安全问答 加上题目。"
    return Reply(words)


async def texts(desk: Desk) -> list[Text]:
    """Those of the library, and what officers answered that was kept."""
    kept = await desk.store.safety_questions.in_state(QuestionState.KEPT)
    own = [each.as_text(_name(desk, each.answered_by)) for each in kept]
    return [*own, *(Text.of(topic) for topic in desk.company.safety_year.library.values())]


async def reply_to(ctx: Context, number: str, words: str) -> Reply:
    """The officer's answer goes to the asker; he may propose to keep it. Raises UserError."""
    question = await find_question(ctx, number)
    if question.state not in (QuestionState.PASSED, QuestionState.OFFERED):
        raise UserError(Code.BAD_STATE, f"{number} 已经答复过了。要补充，直接告诉提问的人。")
    me, today = ctx.sender.user_id, ctx.now.date()
    after = replace(question, state=QuestionState.ANSWERED, answer=words, answered_by=me, answered_on=today)
    await _change(ctx, question, after)
    if ctx.company.is_here(question.asker):
        said = f"你问的「{shown(question.text)}」，{ctx.company.name_of(me)}答复：\n{quote_user(words)}\n（{number}）"
        ctx.tell(ToPerson(question.asker), Words(said))
    title = f"已答复（{number}）"
    desc = "要收录进安全问答吗？另一位同事看过以后，别人再问就能找到。"
    return await _card(ctx, me, number, title, desc, (Button("收录", KEEP), Button("不收录", LEAVE, style=3)))


async def find_question(ctx: Context, number: str) -> Question:
    """Raises UserError."""
    question = await ctx.store.safety_questions.get(number)
    if question is None:
        raise UserError(Code.NOT_FOUND, f"没有编号是 {number} 的问题。请核对编号，安全问题的编号以 {PREFIX} 开头。")
    return question


async def pass_on(ctx: Context, question: Question) -> Reply:
    """To every safety officer but the asker himself."""
    officers = _officers(ctx)
    if question.state is not QuestionState.OFFERED:
        return outcome("已经转过了", f"{question.number} 已经转给{_names(ctx, officers)}了。")
    await _change(ctx, question, replace(question, state=QuestionState.PASSED))
    asked = f"{ctx.company.name_of(ctx.sender.user_id)}问：「{quote_user(question.text)}」（{question.number}）"
    how = f"资料库里没有答案。答复发：/{ANSWER_COMMAND} {question.number} 你的答案"
    for officer in officers:
        ctx.tell(ToPerson(officer), Words(f"{asked}\n{how}"))
    return outcome("已转给安全管理员", f"已经转给{_names(ctx, officers)}（{question.number}），答复了我私下告诉你。")


async def _offer(ctx: Context, question: str) -> Reply:
    officers = _officers(ctx)
    nothing = f"资料库里没有找到「{shown(question)}」的答案，我不乱说。"
    if not officers:
        return Reply(f"{nothing}换个说法再问一次，例如：/安全问答 灭火器怎么用。")
    today = ctx.now.date()
    number = await ctx.store.numbers.next(PREFIX, today)
    asked = Question(number, QuestionState.OFFERED, question, ctx.sender.user_id, today)
    await ctx.store.safety_questions.add(asked, by=ctx.act)
    desc = f"{nothing}要转给{_names(ctx, officers)}吗？"
    buttons = (Button("转给安全管理员", PASS), Button("不用了", DROP, style=3))
    return await _card(ctx, ctx.sender.user_id, number, "没有找到", desc, buttons)


async def _card(ctx: Context, holder: UserId, number: str, title: str, desc: str, buttons: tuple[Button, ...]) -> Reply:
    task_id = await ctx.store.cards.issue(topic=TOPIC, subject=number, holder=holder)
    plain = f"{title}：{desc}要办，到手机或电脑上的企业微信里按卡片上的按钮。"
    return Reply(Card(title=title, desc=desc, plain=plain, buttons=buttons, task_id=task_id))


async def _change(ctx: Context, before: Question, after: Question) -> None:
    if not await ctx.store.safety_questions.change(before, after, by=ctx.act):
        raise UserError(
            Code.BAD_STATE, f"{before.number} 刚刚有人处理过了。发 /{ANSWER_COMMAND} 前先看一眼最新的消息。"
        )


def _officers(ctx: Context) -> list[UserId]:
    return [user for user in ctx.company.serving(Role.SAFETY_ADMIN) if user != ctx.sender.user_id]


def _names(desk: Desk, users: list[UserId]) -> str:
    return "、".join(desk.company.name_of(user) for user in users)


def _name(desk: Desk, user: UserId | None) -> str:
    return f"安全管理员{desk.company.name_of(user)}" if user else "安全管理员"
