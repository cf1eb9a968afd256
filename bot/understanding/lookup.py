"""Which command a line means: by a name of it, by a sentence that its file declares, or as a guess.

A line that begins with a name is no guess, with or without the slash. Without the slash the name may be part of
another word or of a question, though (公告栏, 请假条怎么写, 帮助我…): then it is not the command that is meant.
"""

import re
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.wording import shown
from bot.errors import Candidate, Code, UserError
from bot.patterns import regex
from bot.shapes.command import Command, CommandBook
from bot.understanding.chatter import is_only_particles, without_chatter, without_courtesy
from bot.understanding.names import Names, folded, names_of
from bot.understanding.phrases import LONGEST, Phrase
from bot.understanding.questions import asks_how, is_about, is_question, topic_of, way_asked
from bot.understanding.wishes import is_wish

HELP: Final = "帮助"
QUESTION_MARKS: Final = ("？", "?")  # 待办？ wants to know, 撤回？ is not sure yet
AFTER_A_NAME: Final = " \n：:，,、—"  # `/昵称检查：生产部-张三`
MOST_OFFERED: Final = 6
# What makes another word of a name, or says that it happened: 请假条, 订阅号, 退订了.
_A_NOUN: Final = regex(
    "文档|文件|中心|制度|流程|规定|办法|大会|委员|名单|标[志识牌语]|电话|热线|邮箱|奖励|期限|功能|命令|按钮|页面|部门|标准|通知书|二维码|材料|灯|函|标语|学(?!习)|局|加工|讲得"
)
_EVERYDAY: Final = frozenset({"系统"})  # begins a sentence like any other thing: 系统登不上去了
_ANOTHER_WORD: Final = regex(
    "机(?![会关])|[条栏单表号者率证信书稿里错的了过着得不没是们性型化费]|室(?![内外])|群(?!规)|部(?!分)|记录|情况|成功|失败|完|好了|收到"
    f"|时间|需要|上班|正常|供[电水气暖]|{_A_NOUN.pattern}"
)
_ONCE: Final = regex(f"^一下(?!子)[{AFTER_A_NAME}]*(?=.)")  # 求证一下 明年要搬 calls it as 求证 明年要搬 does
_ONCE_APART: Final = regex(f"一下[{AFTER_A_NAME}]+(?=.)")
_ONCE_MORE: Final = regex(f"一下[{AFTER_A_NAME}]*$")
MOST_CLAUSES: Final = 4
_CLAUSES: Final = regex(r"[\s，,。；;！!]+")
_ASKS_FOR: Final = regex("(?:麻烦|请|帮|给我|替我|把|将|想|要|申请|我要|我想|移出|退出|取消|撤|通知|拉我|让)")
LEAST_NAMED, MOST_NAMED = 3, 6  # characters of a name that may stand at the end of a wish
_MADE: Final = regex("^(?:生成|导出|出|发|看|查|拉|做|调|打开|来)(?:一下|一份|个|份|一个|下)?")
_NUMBER_FIRST: Final = regex(r"(?P<number>[A-Za-z]{2}-\d{8}-\d{3,})[\s，,:：]*(?P<rest>\S.*)", re.DOTALL)
_LEAVE_NUMBER: Final = regex(r"QJ\s?[-—–_ ]?\d{8}[-—–_ ]?\d{3,6}", re.IGNORECASE)
# 出差总结明天交, 加班昨天3小时没登记上, 销假明天还是后天: told or wondered rather than wished.
_TELLS: Final = regex("不(?!舒服|适|好|太)|没(?!事)|取消|先(?!生)|再说|还是|怎么|的事|[车机船]?票|总结|记错|报销|补贴")
_REPORTED: Final = regex("[我你您他她它咱]|大家|同事|别人|有人")  # 举报他天天发广告 is one, 帮助我搬家 is none


@dataclass(frozen=True, slots=True)
class Found:
    """`words` is what follows the name. `guessed`: it was not called by a name, so it writes nothing unconfirmed.

    `loose`: the line may only begin like the name; if it says more than the command can take, it is not meant.
    """

    command: Command
    words: str
    guessed: bool = False
    loose: bool = False


def find_command(line: str, book: CommandBook) -> Found | None:
    """`line` is normalised. A question about a command is answered, unless its file declares that it means the command
    itself (群规是什么). Raises UserError with candidates where it could be one of several commands.
    """
    names = names_of(book)
    found = _find(line, names, book)
    if found and is_about(found.words):
        said = _said(line.removeprefix("/"), names)
        means_it = said is not None and said.command is found.command and not is_about(said.words)
        return said if means_it else Found(book.by_name[HELP], found.command.name)
    return found


def _find(line: str, names: Names, book: CommandBook) -> Found | None:
    slashed, body = line.startswith("/"), line.removeprefix("/")
    if found := _by_name(body, names, slashed=slashed):
        return found
    if len(body) <= LONGEST and (said := _said(body, names)):
        return _begun_by(said, body, names)
    if topic := topic_of(line, names) or _way_to(body, names):
        return Found(book.by_name[HELP], topic, guessed=True)
    if begun := _run_together(body, names) or _number_first(body, names) or _of_numbered_leave(body, names):
        return begun
    return _by_spelling(body, names, slashed=slashed) or _misspelt(body, names, slashed=slashed) or _wished(body, names)


def by_clause(line: str, book: CommandBook) -> Found | None:
    """调到别的项目了 帮我退出项目A工作群: one clause asks for it, and the others say why."""
    clauses = [each for each in _CLAUSES.split(line) if each]
    if not 1 < len(clauses) <= MOST_CLAUSES or len(line) > LONGEST or line.startswith("/") or is_question(line):
        return None
    for at in range(len(clauses) - 1, -1, -1):
        said = _said(clauses[at], names_of(book)) if _ASKS_FOR.match(clauses[at]) else None
        if said and not said.command.whole and said.command.name != HELP:
            others = clauses[:at] + clauses[at + 1 :]
            return replace(said, words=" ".join((said.words, *others)).strip(), guessed=True, loose=False)
    return None


def is_called(line: str, book: CommandBook) -> bool:
    """Whether `line` calls a command by its name, or by a sentence of its own: what nobody would say as an answer."""
    body = line.removeprefix("/")
    if begins_with_name(line, book):
        return True
    return len(body) <= LONGEST and bool(names_of(book).saying(body))


def begins_with_name(line: str, book: CommandBook) -> bool:
    """Whether a command's name stands at its front, as a word of its own."""
    body = line.removeprefix("/")
    found = names_of(book).beginning(folded(body))
    return found is not None and (line.startswith("/") or body[len(found[1]) :][:1] in AFTER_A_NAME)


def _by_name(body: str, names: Names, *, slashed: bool) -> Found | None:
    """The name stands for itself: behind a slash, or as a word of its own."""
    found = names.beginning(folded(body))
    if found is None:
        return None
    command, name = found
    behind = body[len(name) :]
    words = behind.lstrip(AFTER_A_NAME)
    told = f"{name} " if name in command.telling else ""
    if is_only_particles(words) or (words in QUESTION_MARKS and not command.writes):
        return Found(command, told.strip())
    if command.name == HELP and (topic := topic_of(words, names)):
        return Found(command, topic)
    if is_about(words):
        return Found(command, words)
    if apart := _ONCE_APART.match(behind):
        behind, words = "", words[apart.end() :]
    if slashed or behind != words or name.isascii():
        return Found(command, told + words, loose=not slashed and not command.writes)
    return None


def _run_together(body: str, names: Names) -> Found | None:
    """`订阅安全提醒`, but neither `订阅号` nor `帮助我搬家` nor `订阅要钱吗`."""
    found = names.beginning(folded(body))
    if found is None:
        return None
    command, name = found
    words = _ONCE.sub("", body[len(name) :])
    if name in _EVERYDAY:
        return None
    if command.name == HELP:
        return Found(command, words) if names.named(words) else None
    if _REPORTED.match(words):
        return Found(command, words, guessed=True, loose=True) if command.writes and not is_question(words) else None
    told = f"{name} " if name in command.telling else ""
    if is_question(words) or _ANOTHER_WORD.match(words):
        return None
    return Found(command, told + words, guessed=_is_of_his_own(command) and bool(_TELLS.search(words)), loose=True)


def _number_first(body: str, names: Names) -> Found | None:
    """`RQ-20261122-001 同意`, but not `RQ-20261122-001 同意了吗`: the number before what to do with it."""
    found = _NUMBER_FIRST.fullmatch(body)
    named = names.beginning(folded(found["rest"])) if found else None
    if found is None or named is None:
        return None
    command, name = named
    behind = found["rest"][len(name) :]
    words = behind.lstrip(AFTER_A_NAME)
    if words and (behind == words or is_question(words)):
        return None
    return Found(command, f"{found['number']} {words}".strip(), guessed=True)


def _of_numbered_leave(body: str, names: Names) -> Found | None:
    """QJ-20261122-001 改到 12.3 is said of a leave, as 假改到12.3 is."""
    number = _LEAVE_NUMBER.search(body) if len(body) <= LONGEST else None
    said = _said(f"{body[: number.start()]}假{body[number.end() :]}", names) if number else None
    return replace(said, words=f"{number[0]} {said.words}") if number and said and not said.command.whole else None


def _said(body: str, names: Names) -> Found | None:
    """By a declared sentence; the one that says most of it in so many words counts."""
    fitting = [
        said
        for said in names.saying(body)
        if not _is_a_noun(body, said, names) and (not _is_whole_wish(said[1]) or _may_wish(body, said, names))
    ]
    if not fitting:
        return None
    heaviest = max(each.weight for each, _, _ in fitting)
    best = {command.name: (command, words) for each, command, words in fitting if each.weight == heaviest}
    if len(best) > 1:
        raise _which_command(body, [command for command, _ in best.values()])
    ((command, words),) = best.values()
    if asks_how(words):
        return Found(names.book.by_name[HELP], command.name)
    return Found(command, without_chatter(body) if command.whole else words, guessed=True)


def _is_a_noun(body: str, said: tuple[Phrase, Command, str], names: Names) -> bool:
    """表彰大会几点开始 praises nobody."""
    named = names.beginning(folded(body))
    return named is not None and named[0] is said[1] and _A_NOUN.match(said[2]) is not None


def _begun_by(said: Found, body: str, names: Names) -> Found:
    """请假12.2-12.4共3天 年假 is no guess: it begins with the name of what the sentence means."""
    begun = _run_together(body, names)
    if begun is None or begun.guessed:
        return said
    if begun.command is not said.command:
        return begun if begun.words in body and _asks_once(body, begun) else said
    if _is_whole_wish(said.command):
        return begun
    asks = _is_of_his_own(said.command) or not said.command.writes
    return said if asks else replace(said, guessed=False, loose=True)


def _asks_once(body: str, begun: Found) -> bool:
    """统计一下10月份请假情况 reads what it names, whatever else the rest would be."""
    return not begun.command.writes and _ONCE_MORE.search(body[: len(body) - len(begun.words)]) is not None


def _is_of_his_own(command: Command) -> bool:
    """Leave and attendance: 求助打卡一直不准 is no guess, whatever it tells."""
    return command.private and command.writes


def _is_whole_wish(command: Command) -> bool:
    return command.whole and command.writes


def _may_wish(body: str, said: tuple[Phrase, Command, str], names: Names) -> bool:
    """委托李四 明天到周五 出差 calls another by its name, and files no trip; /请架 年假 12.1 is a slip. What a sentence
    says itself is no name of another (恢复上班, 恢复)."""
    phrase, command, _ = said
    begun, named = _run_together(body, names), names.beginning(folded(body))
    its_own = named is not None and phrase.needed.startswith(named[1])
    calls_another = begun is not None and begun.command is not command and not begun.command.whole and not its_own
    return is_wish(body) and not calls_another and command not in names.like(body.split(" ", 1)[0])


def _way_to(body: str, names: Names) -> str | None:
    """怎么加入项目B工作群: the way to what the rest would mean by itself."""
    wish = way_asked(body)
    fitting = names.saying(wish) if wish and len(wish) <= LONGEST else []
    weightiest = max(fitting, key=lambda said: said[0].weight, default=None)
    return weightiest[1].name if weightiest else None


def _by_spelling(body: str, names: Names, *, slashed: bool) -> Found | None:
    """`/ncjc 生产部-张三`. Without the slash it may be any abbreviation, so it is a guess."""
    word, _, words = body.partition(" ")
    if not word.isascii() or not word.isalpha() or len(word) < 2:
        return None
    return _one(names.spelt(word), word, words.strip(), guessed=not slashed)


def _misspelt(body: str, names: Names, *, slashed: bool) -> Found | None:
    word = re.split("[ \n：:，,]", body, maxsplit=1)[0]
    words = body[len(word) :].lstrip(AFTER_A_NAME)
    if found := _one(names.like(word), word, words, guessed=True):
        return found
    if slashed and (at_front := names.sounding_at_front(word[:LONGEST])):
        command, typed = at_front
        return Found(command, body[len(typed) :].lstrip(AFTER_A_NAME), guessed=True)
    return None


def _wished(body: str, names: Names) -> Found | None:
    """`我想订阅安全提醒`, `那个帮我退订一下安全提醒`: a name behind what only introduces it."""
    line = without_courtesy(without_chatter(body))
    if line == body:
        return None
    found = _by_name(line, names, slashed=False) or _run_together(line, names) or _named_in(line, names)
    return replace(found, guessed=True) if found and found.command.name != HELP else None


def _named_in(line: str, names: Names) -> Found | None:
    """给我生成集团工作群的昵称报告: something to read, whose name stands at the end."""
    end = line.rstrip("吧啊呀呗谢 。！!")
    for length in range(min(MOST_NAMED, len(end) - 1), LEAST_NAMED - 1, -1):
        command = names.named(end[-length:])
        if command and not command.writes:
            return Found(command, _MADE.sub("", end[:-length]).removesuffix("的"), guessed=True, loose=True)
    return None


def _one(commands: tuple[Command, ...], word: str, words: str, *, guessed: bool) -> Found | None:
    if len(commands) > 1:
        raise _which_command(word, commands)
    return Found(commands[0], words, guessed=guessed) if commands else None


def _which_command(typed: str, commands: list[Command] | tuple[Command, ...]) -> UserError:
    offered = sorted(commands, key=lambda each: each.name)[:MOST_OFFERED]
    return UserError(
        Code.UNKNOWN_COMMAND,
        f"「{shown(typed)}」是指哪个命令？",
        candidates=[Candidate(each.name, put=f"/{each.name}") for each in offered],
        typed=typed,
    )
