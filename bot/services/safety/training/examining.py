"""A short test after a training, question by question on one card; what came of it goes to whoever took it and, in the
end, to the trainer.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from bot.domain.safety.sign_in.sheet import SheetState
from bot.domain.safety.training.exam import (
    MOST_TRIES,
    Answered,
    Question,
    Result,
    best,
    next_attempt,
    option_order,
    order,
    results,
    results_by_person,
)
from bot.domain.safety.training.training import Training
from bot.domain.timers import Timer
from bot.domain.wording import shown
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.approvals.kinds import Desk
from bot.services.safety.sign_in.sheets import attendance, presence_of
from bot.services.safety.sign_in.wording import listed
from bot.services.safety.training.planning import get
from bot.services.safety.training.timing import EXAM_TIMER, JOB, exam_ends
from bot.services.timers import set_timers
from bot.shapes.context import Context, JobContext
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Button, Card, Text, ToPerson
from bot.shapes.replies import Reply

TOPIC: Final = "training-exam"
START: Final = "start"
LETTERS: Final = "ABCD"
AT_ONCE: Final = 200


async def ring(ctx: JobContext, number: str, timers: Sequence[Timer]) -> None:
    """Its time is over: who was there is asked; some days later the trainer hears how it went."""
    training = await get(ctx, number)
    for timer in timers:
        if timer.kind.startswith(EXAM_TIMER):
            await _hand_out(ctx, training, _page(timer.kind))
        else:
            await _report(ctx, training)


def _page(kind: str) -> int:
    """How many have been asked before."""
    parts = kind.split("|")
    return int(parts[2]) if len(parts) > 2 else 0


async def _hand_out(ctx: JobContext, training: Training, at: int) -> None:
    here = [each.user for each in (await attendance(ctx, training.number)).values() if each.was_here]
    questions = len(await ctx.store.trainings.questions(training.number))
    for user in here[at : at + AT_ONCE]:
        if ctx.company.is_here(user):
            await _offer(ctx, training, user, questions)
    if at + AT_ONCE < len(here):
        stamp = f"{EXAM_TIMER}|{training.starts:%m%d%H%M}|{at + AT_ONCE}"
        await set_timers(ctx, JOB, training.number, {stamp: ctx.now})


async def _offer(desk: Desk, training: Training, user: UserId, questions: int) -> None:
    task_id = await desk.store.cards.issue(topic=TOPIC, subject=training.number, holder=user)
    title = f"小测验：{shown(training.topic)}"
    desc = f"{questions} 题，对 {desk.company.training.pass_mark}% 算通过，可以考 {MOST_TRIES} 次，3 天内答完。"
    plain = f"{title}。{desc}请在手机上按卡片答题。"
    card = Card(title, plain, desc=desc, buttons=(Button("开始", START),), task_id=task_id)
    desk.tell(ToPerson(user), card)


async def pressed(ctx: Context, number: str, press: Press) -> Reply:
    """`start`, or `attempt-place-option`. Raises UserError."""
    training = await get(ctx, number)
    questions = await ctx.store.trainings.questions(number)
    sheet = await ctx.store.sign_in.get(number, ctx.now)
    if not questions or sheet is None or sheet.state is not SheetState.OPEN:
        raise UserError(Code.BAD_STATE, f"培训「{shown(training.topic)}」没有考试了。")
    if ctx.now >= exam_ends(training):
        words = "答题时间过了，这次没有记。没通过的由讲师安排补训，成绩发 /我的培训 看。"
        return Reply(Card(f"小测验：{shown(training.topic)}", words, desc=words))
    found = await presence_of(ctx, number, ctx.sender.user_id)
    if found is None or not found.was_here:
        raise UserError(Code.NOT_ELIGIBLE, "没有签到不能考试。到场了的话请讲师先补登记。")
    said = await _take(ctx, number, questions, press.key) if press.key != START else ""
    return Reply(await _face(ctx, training, questions, said))


async def _take(ctx: Context, number: str, questions: Sequence[Question], key: str) -> str:
    """What was right or wrong about the answer; an old card's answer changes nothing."""
    parts = key.split("-")
    if len(parts) != 3 or not all(each.isdecimal() and each.isascii() for each in parts):
        raise unknown_button()
    attempt, place, chosen = map(int, parts)
    before = results(await _answers(ctx, number), questions)
    if attempt != next_attempt(before, ctx.company.training.pass_mark) or place >= len(questions):
        return "这一题已经答过了。"
    answered = Answered(ctx.sender.user_id, attempt, place, chosen)
    if not await ctx.store.trainings.answer(number, answered, by=ctx.act):
        return "这一题已经答过了。"
    question = questions[place]
    right = question.options[question.answer]
    verdict = "答对了。" if chosen == question.answer else f"答错了，应该是「{right}」。"
    return f"上一题{verdict}{question.why}"


async def _face(ctx: Context, training: Training, questions: Sequence[Question], said: str) -> Card:
    """The next question, or what came of it."""
    mark, user = ctx.company.training.pass_mark, ctx.sender.user_id
    answers = await _answers(ctx, training.number)
    found = results(answers, questions)
    title = f"小测验：{shown(training.topic)}"
    if found and found[-1].done and said:
        return _outcome(title, found, mark, said)
    attempt = next_attempt(found, mark)
    if attempt is None:
        return _outcome(title, found, mark, said)
    done = {each.place for each in answers if each.attempt == attempt}
    places = [each for each in order(training.number, user, attempt, len(questions)) if each not in done]
    return _question(training.number, user, attempt, places[0], questions, len(done) + 1, f"{said}\n" if said else "")


def _outcome(title: str, found: Sequence[Result], mark: int, said: str) -> Card:
    top = best(found)
    percent = top.percent if top else 0
    if top and top.passed(mark):
        words = f"{said}\n通过了，{percent} 分，已记进你的培训档案。发 /我的培训 看。".strip()
        return Card(title, words, desc=words)
    if next_attempt(found, mark) is None:
        words = f"{said}\n两次都没到 {mark} 分（最好 {percent} 分）。讲师会再找你讲一遍。".strip()
        return Card(title, words, desc=words)
    words = f"{said}\n这次 {found[-1].percent} 分，要 {mark} 分。看看资料，还能再考一次。".strip()
    return Card(title, words, desc=words, buttons=(Button("再考一次", START),))


def _question(
    number: str, user: UserId, attempt: int, place: int, questions: Sequence[Question], nth: int, said: str
) -> Card:
    question = questions[place]
    shuffled = option_order(number, user, attempt, place, len(question.options))
    lines = [f"{letter}. {question.options[each]}" for letter, each in zip(LETTERS, shuffled, strict=False)]
    buttons = [Button(letter, f"{attempt}-{place}-{each}", 4) for letter, each in zip(LETTERS, shuffled, strict=False)]
    title = f"第 {nth}/{len(questions)} 题"
    desc = f"{said}{question.text}\n" + "\n".join(lines)
    return Card(title, f"{title}：{desc}", desc=desc, buttons=tuple(buttons))


async def _answers(ctx: Context, number: str) -> Sequence[Answered]:
    return (await ctx.store.trainings.answers_of(ctx.sender.user_id, [number])).get(number, ())


async def outcomes(desk: Desk, number: str, questions: Sequence[Question]) -> Mapping[UserId, Sequence[Result]]:
    return results_by_person(await desk.store.trainings.answers(number), questions)


async def _report(ctx: JobContext, training: Training) -> None:
    if not ctx.company.is_here(training.trainer):
        return
    questions = await ctx.store.trainings.questions(training.number)
    taken = await outcomes(ctx, training.number, questions)
    here = [each.user for each in (await attendance(ctx, training.number)).values() if each.was_here]
    mark, name = ctx.company.training.pass_mark, ctx.company.name_of
    passed = [each for each in here if any(result.passed(mark) for result in taken.get(each, ()))]
    untried = [each for each in here if best(taken.get(each, ())) is None]
    failed = [each for each in here if each not in passed and each not in untried]
    words = f"培训「{shown(training.topic)}」（{training.number}）考试：到场 {len(here)} 人，通过 {len(passed)} 人"
    words += f"，没通过 {len(failed)} 人：{listed(map(name, failed))}" if failed else ""
    words += f"，没考完 {len(untried)} 人：{listed(map(name, untried))}" if untried else ""
    more = f"给他们补训发：/补训 {training.number} 时间 明天14:00。" if failed or untried else ""
    ctx.tell(ToPerson(training.trainer), Text(f"{words}。{more}"))
