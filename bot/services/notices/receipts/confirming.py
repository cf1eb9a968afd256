"""Somebody confirms that he has read a notice: by the card's button, or in words (S215).

With a quiz he confirms by the right answer; a wrong one is explained and counted, and he answers again.
"""

from dataclasses import replace
from string import ascii_uppercase

from bot.domain.dates import clock_time
from bot.domain.notices.notice import Notice, Quiz
from bot.domain.notices.posting import Posting, PostingState, Receipt
from bot.domain.wording import without_marks
from bot.errors import Code, UserError, unknown_button
from bot.identifiers import UserId
from bot.services.notices.faces import ANSWER, READ, asked, buttons, called, title_of
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.outgoing import Card, Text, ToPerson
from bot.shapes.replies import Reply, outcome
from bot.shapes.store import Store

NOT_YOURS = "这条公告没有要你确认，不用管它。"
GONE = "这条公告已经撤回，不用确认了。"


async def pressed(ctx: Context, subject: str, press: Press) -> Reply:
    """A button of the card. Raises UserError."""
    posting = await ctx.store.postings.get(int(subject))
    notice = await notice_of(ctx.store, posting) if posting else None
    if posting is None or notice is None:
        raise UserError(Code.NOT_FOUND, NOT_YOURS)
    answer = _answer(press.key)
    quiz = notice.draft.quiz
    words = await confirm(ctx, posting, notice, answer)
    if quiz and answer != quiz.right and not await _confirmed(ctx, posting):
        return Reply(_again(notice, quiz, words))
    return outcome(title_of(notice.draft), words)


async def confirm_newest(ctx: Context, number: str, answer: int | None) -> str:
    """The last posting of a notice, by its number. Raises UserError."""
    postings = await ctx.store.postings.of(number)
    notice = await notice_of(ctx.store, postings[0]) if postings else None
    if notice is None or not postings[0].wants_confirmation:
        raise UserError(Code.NOT_FOUND, f"没有编号是 {number}、要确认的公告。核对编号，或发 /确认 看看有什么等你确认。")
    return await confirm(ctx, postings[0], notice, answer)


async def confirm(ctx: Context, posting: Posting, notice: Notice, answer: int | None) -> str:
    """What to say to who confirms. Raises UserError."""
    user = ctx.sender.user_id
    receipt = await _receipt(ctx, posting)
    if posting.state is PostingState.WITHDRAWN:
        raise UserError(Code.BAD_STATE, GONE)
    if receipt.confirmed_at:
        return f"你在 {clock_time(receipt.confirmed_at.astimezone(ctx.now.tzinfo), ctx.now)} 确认过了，不用再确认。"
    quiz = notice.draft.quiz
    if quiz and answer is None:
        return f"{asked(quiz)}\n回答请发 /确认 {notice.number} A，A 换成你选的那一项。"
    if quiz and answer != quiz.right:
        return await _wrong(ctx, posting, notice, quiz)
    after = await ctx.store.receipts.confirm(posting, user, answer=answer if quiz else None, by=ctx.act)
    if after and after.complete_at == ctx.now:
        _tell_author(ctx, notice, after)
    return f"{'答对了，' if quiz else ''}已确认 {called(notice)}。"


async def notice_of(store: Store, posting: Posting) -> Notice | None:
    """The notice as it was posted then."""
    notice = await store.notices.get(posting.number)
    return await as_posted(store, notice, posting) if notice else None


async def as_posted(store: Store, notice: Notice, posting: Posting) -> Notice:
    """`notice` is as it stands now."""
    if notice.version == posting.version:
        return notice
    versions = await store.notices.versions(posting.number)
    draft = next((each.draft for each in versions if each.number == posting.version), notice.draft)
    return replace(notice, draft=draft, version=posting.version)


async def _receipt(ctx: Context, posting: Posting) -> Receipt:
    """Whoever confirms in a group it was posted to is in that group, whether its list knows or not."""
    user = ctx.sender.user_id
    receipt = await ctx.store.receipts.get(posting.id, user)
    if receipt is None and ctx.chat.group and ctx.chat.group.id in posting.groups:
        await ctx.store.receipts.expect(posting.id, [user], late=True)
        receipt = Receipt(user, late=True)
    if receipt is None or not posting.wants_confirmation:
        raise UserError(Code.NOT_FOUND, NOT_YOURS)
    return receipt


async def _confirmed(ctx: Context, posting: Posting) -> bool:
    receipt = await ctx.store.receipts.get(posting.id, ctx.sender.user_id)
    return receipt is not None and receipt.confirmed_at is not None


async def _wrong(ctx: Context, posting: Posting, notice: Notice, quiz: Quiz) -> str:
    await ctx.store.receipts.missed(posting.id, ctx.sender.user_id)
    why = without_marks(quiz.why) or "请再看一遍公告。"
    return f"答得不对。{why}再答一次就行。"


def _again(notice: Notice, quiz: Quiz, words: str) -> Card:
    desc = f"{words}\n{asked(quiz)}"
    return Card(title=title_of(notice.draft), desc=desc, plain=desc, buttons=tuple(buttons(quiz)), shared=True)


def _answer(key: str) -> int | None:
    """Raises UserError for a button that isn't on the card."""
    if key == READ:
        return None
    number = key.removeprefix(ANSWER)
    if not (key.startswith(ANSWER) and number in tuple(map(str, range(len(ascii_uppercase))))):
        raise unknown_button()
    return int(number)


def _tell_author(ctx: Context, notice: Notice, posting: Posting) -> None:
    author: UserId = notice.author
    if ctx.company.is_here(author):
        words = f"{called(notice)}全部 {posting.expected} 人都确认了。"
        ctx.tell(ToPerson(author), Text(words))
