"""How a notice looks to its readers: in a group, in private, and as the card by which they confirm it.

The author's words are shown as he wrote them, and mean nothing but words: they mention nobody and format nothing.
"""

from collections.abc import Iterator
from string import ascii_uppercase
from typing import Final

from bot.domain.company import Company
from bot.domain.notices.notice import Draft, Notice, Quiz
from bot.domain.notices.posting import Posting
from bot.domain.wording import without_marks
from bot.shapes.outgoing import Attachment, Button, Card, Content, Markdown, Media

READ: Final = "read"
READ_NOTICE: Final = "我已看过"
READ_POLICY: Final = "已阅知"  # which is kept as proof
ANSWER: Final = "answer:"  # followed by the number of the option
ON_A_CARD: Final = 160  # characters, as WeCom recommends (D-90236); what is longer stands above the card
ON_A_BUTTON: Final = 8  # characters of an option beside its letter
IN_A_TITLE: Final = 30
CORRECTION: Final = "【更正】"


def in_group(notice: Notice, company: Company, *, corrected: bool = False) -> Iterator[Content]:
    how = ""
    if notice.draft.wants_confirmation:
        card = "按我私聊发你的卡片，或 " if company.receipts.private_cards else ""
        how = f"\n看过请{card}@我 发 /确认 {notice.number}。"
    yield _words(notice, company, how, corrected=corrected)
    yield from enclosed(notice.draft, company.name_of(notice.author))


def in_private(notice: Notice, company: Company, *, corrected: bool = False) -> Iterator[Content]:
    """The card has no id yet: whoever sends it gives it one."""
    if not notice.draft.wants_confirmation:
        yield _words(notice, company, "", corrected=corrected)
    elif len(notice.draft.text) <= ON_A_CARD:
        yield asking(notice, company, corrected=corrected)
    else:
        yield _words(notice, company, "", corrected=corrected)
        yield asking(notice, company, whole=False, corrected=corrected)
    yield from enclosed(notice.draft, company.name_of(notice.author))


def asking(notice: Notice, company: Company, *, whole: bool = True, corrected: bool = False, before: str = "") -> Card:
    """The card to confirm by. `whole`: it has the text as well. `before`: said above it, as in a reminder."""
    draft = notice.draft
    title = f"{_mark(corrected)}{title_of(draft)}"
    text = without_marks(_below_title(draft)) if whole else ""
    question = [asked(draft.quiz)] if draft.quiz else []
    grounds = f"{draft.grounds.said}。" if draft.grounds.said else ""
    parts = [before, text, grounds, *question]
    desc = "\n".join(filter(None, parts))
    how = f"看过请发 /确认 {notice.number}{' 加选项字母' if draft.quiz else ''}。"
    by = f"{company.name_of(notice.author)} 发布"
    return Card(
        title=title,
        desc=desc,
        plain="\n".join(filter(None, [before, title, text, grounds, *question, f"——{by}，{notice.number}", how])),
        note=f"{by} · {notice.number}",
        buttons=tuple(buttons(draft.quiz, READ_POLICY if draft.of_policy else READ_NOTICE)),
        shared=True,
    )


def buttons(quiz: Quiz | None, read: str = READ_NOTICE) -> Iterator[Button]:
    if quiz is None:
        yield Button(read, READ)
        return
    for number, option in enumerate(quiz.options):
        letter = ascii_uppercase[number]
        yield Button(f"{letter} {option}" if _fit(quiz) else letter, f"{ANSWER}{number}")


def asked(quiz: Quiz) -> str:
    """The question, with its options where these don't fit on buttons."""
    options = [f"{ascii_uppercase[number]}. {without_marks(option)}" for number, option in enumerate(quiz.options)]
    return "\n".join([f"答一题：{without_marks(quiz.question)}", *(() if _fit(quiz) else options)])


def title_of(draft: Draft) -> str:
    line = without_marks(draft.headline)
    return line if len(line) <= IN_A_TITLE else f"{line[:IN_A_TITLE]}…"


def _below_title(draft: Draft) -> str:
    """What a card's title hasn't said yet; where it was cut, everything."""
    first, _, rest = draft.text.strip().partition("\n")
    return rest if first == draft.headline and len(first) <= IN_A_TITLE else draft.text


def called(notice: Notice) -> str:
    """`GG-20261122-001「停电通知」`"""
    return f"{notice.number}「{title_of(notice.draft)}」"


def card_subject(posting: Posting) -> str:
    return str(posting.id)


def _fit(quiz: Quiz) -> bool:
    return all(len(option) <= ON_A_BUTTON for option in quiz.options)


def _words(notice: Notice, company: Company, how: str, *, corrected: bool) -> Markdown:
    title, text = without_marks(notice.draft.title), without_marks(notice.draft.text)
    old = f"（更正 {notice.corrects}）" if notice.corrects else ""
    signed = f"——{company.name_of(notice.author)} 发布，{notice.number}{old}"
    mark = _mark(corrected)
    plain = "\n".join(filter(None, [f"{mark}{title}", text])) if title else f"{mark}{text}"
    shown = "\n".join(filter(None, [f"**{mark}{title}**", text])) if title else f"{mark}{text}"
    grounds = f"{notice.draft.grounds.said}。\n" if notice.draft.grounds.said else ""
    signed = f"{grounds}{signed}"
    return Markdown(f"{shown}\n{signed}{how}", f"{plain}\n{signed}{how}")


def _mark(corrected: bool) -> str:
    return CORRECTION if corrected else ""


def enclosed(draft: Draft, author: str) -> Iterator[Attachment]:
    """What goes along with it, if anything; whom to ask for it is said where a channel can't carry it."""
    if enclosure := draft.enclosure:
        media = Media.IMAGE if enclosure.is_picture else Media.FILE
        plain = f"附件「{without_marks(enclosure.name)}」这里发不了，请找{author}要。"
        yield Attachment(media, enclosure.file, enclosure.name, plain=plain)
