"""What is said at the desk. Words of people and of files are quoted: they mention nobody and format nothing."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from bot.domain.company import Company
from bot.domain.desk.enquiry import Enquiry, Kind, State, Verdict
from bot.domain.desk.knowledge.index import Hit
from bot.domain.desk.knowledge.passage import Passage
from bot.domain.wording import quote_user, shown
from bot.identifiers import UserId
from bot.shapes.outgoing import Button, Card

TAKE, ANSWER, ASK, HAND = "take", "answer", "ask", "hand"
SEEN: Final = "seen"
USEFUL, UNSOLVED, GOOD, FAIR, ADD, DROP, PASS = "useful", "unsolved", "good", "fair", "add", "drop", "pass"
TRUE, FALSE, PARTLY = "true", "false", "partly"
VERDICTS: Final[Mapping[str, Verdict]] = {TRUE: Verdict.TRUE, FALSE: Verdict.FALSE, PARTLY: Verdict.PARTLY}
LONG: Final = 280  # characters: what a card shows without cutting it off
GIVEN: Final = 80  # of what stands above the card in full
FORGOTTEN: Final = "（内容已经打不开）"
_TO_PERSON: Final = Button("没解决，转给人", UNSOLVED, style=3)


def passage_words(passage: Passage) -> str:
    """The text of it, with the place where it stands, and who says what it means."""
    source = passage.source
    lines = [quote_user(f"{passage.cited}　{passage.heading}" if passage.place else passage.cited)]
    lines.append(quote_user(passage.body))
    said = [
        f"解释：{source.interpreter}" if source.interpreter else "",
        f"施行：{source.since}" if source.since else "",
    ]
    lines += [quote_user("；".join(filter(None, said)))] if any(said) else []
    lines += [quote_user(source.coming)] if source.coming else []
    return "\n".join(lines if source.own else [*lines, "这是条文大意，以公司发的原文为准。"])


def found_words(hits: Sequence[Hit]) -> str:
    """The best in full; where the others stand."""
    best, *others = hits
    words = passage_words(best.passage)
    if others:
        near = "；".join(quote_user(f"{each.passage.cited}　{each.passage.heading}") for each in others)
        words += f"\n相近的还有：{near}。"
    return words


def knowledge_card(title: str, words: str, person: bool) -> Card:
    """What is known, and the way on. `person`: somebody could be asked."""
    buttons = (Button("有用", USEFUL), *((_TO_PERSON,) if person else ()))
    return Card(title, f"{title}\n{words}", desc=words, buttons=buttons)


def nothing_known(question: str, names: str) -> Card:
    title = "没有找到"
    desc = f"制度里没有找到「{shown(question)}」，我不乱说。要转给{names}吗？"
    return Card(title, f"{title}：{desc}", desc=desc, buttons=(Button("转给人", PASS), Button("不用了", DROP, style=3)))


def called(enquiry: Enquiry) -> str:
    return f"{enquiry.kind} {enquiry.number}"


def for_answerer(enquiry: Enquiry, text: str, company: Company, user: UserId, said: str = "") -> Card:
    """`said`: why he has it once more. What is long stands above the card."""
    asked = quote_user(text) if len(text) <= LONG else shown(text, GIVEN)
    title = f"{called(enquiry)}：{enquiry.topic}"
    whose = f"{company.name_of(enquiry.asker)}（{enquiry.department}）"
    desc = f"{said}{whose}：{asked}"
    return Card(
        title, f"{title}\n{desc}", desc=desc, note=_standing(enquiry, company, user), buttons=_buttons(enquiry, user)
    )


def _standing(enquiry: Enquiry, company: Company, user: UserId) -> str:
    if enquiry.holder and enquiry.holder != user:
        return f"{enquiry.state}，{company.name_of(enquiry.holder)}在办"
    again = f"，第 {enquiry.reopened + 1} 次" if enquiry.reopened else ""
    return f"{enquiry.state}{again}"


def _buttons(enquiry: Enquiry, user: UserId) -> tuple[Button, ...]:
    hand = Button("转给别人", HAND, style=3)
    if not enquiry.state.is_open or enquiry.state is State.ANSWERED:
        return ()
    if enquiry.holder not in (None, user):
        return (Button("换我来办", TAKE),)
    ways = _verdicts() if enquiry.kind is Kind.FACT else (Button("答复", ANSWER),)
    if enquiry.kind is Kind.MENTION:
        return (Button("答复", ANSWER), Button("已经回过了", SEEN), hand)
    if enquiry.holder is None:
        return (Button("我来处理", TAKE), *ways, hand)
    return (*ways, Button("追问", ASK), hand)


def _verdicts() -> tuple[Button, ...]:
    return (Button("属实", TRUE), Button("不实", FALSE), Button("部分属实", PARTLY))


def for_asker(enquiry: Enquiry, answer: str, company: Company, *, whole: bool) -> Card:
    """The answer; where it isn't on the card in `whole`, it stands above it."""
    title = f"有答复了（{enquiry.number}）"
    who = company.name_of(enquiry.holder) if enquiry.holder else ""
    desc = f"{who}：{quote_user(answer)}" if whole else f"{who}的答复见上一条消息。"
    buttons = (Button("解决了，满意", GOOD), Button("解决了，一般", FAIR), Button("没解决", UNSOLVED, style=3))
    return Card(title, f"{title}\n{desc}", desc=desc, buttons=buttons)


def asked_back(enquiry: Enquiry, question: str, company: Company) -> Card:
    title = f"{called(enquiry)}：还要问一下"
    who = company.name_of(enquiry.holder) if enquiry.holder else ""
    desc = f"{who}问：{quote_user(question)}"
    return Card(title, f"{title}\n{desc}", desc=desc, buttons=(Button("回复", ADD), Button("不用了", DROP, style=3)))


def receipt(enquiry: Enquiry, names: str, said: str) -> Card:
    title = f"已转给{names}"
    desc = f"{enquiry.number}，类别：{enquiry.topic}。{said}"
    buttons = (Button("补充说明", ADD), Button("不用了", DROP, style=3))
    return Card(title, f"{title}（{enquiry.number}）。{said}", desc=desc, buttons=buttons)


def row(enquiry: Enquiry, text: str | None, company: Company, now: datetime) -> str:
    """A line of a list."""
    held = enquiry.holder if enquiry.state in (State.TAKEN, State.ASKED) else None
    waits = f"，{company.name_of(held)}在办" if held else ""
    return f"{enquiry.number} {enquiry.topic}·{enquiry.state}{waits}：{shown(text or FORGOTTEN)}"
