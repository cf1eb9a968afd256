"""A question of a test as somebody writes it in one line: 题目 A. 选项 B. 选项 答案A 解释……"""

import re
from typing import Final

from bot.domain.safety.training.exam import FEWEST_OPTIONS, MOST_OPTIONS, Question
from bot.errors import Code, UserError
from bot.patterns import regex

LONGEST: Final = 100  # characters of a question or an option: what a phone shows
_OPTION: Final = regex(r"(?<![A-Za-z])([A-Da-d])[.、．:：)）]\s*")
_ANSWER: Final = regex(r"(?:正确)?(?:答案|选)[:：是为]?\s*([A-Da-d])(?![A-Za-z])")
_WHY: Final = regex(r"(?:解释|解析|说明|理由|因为)[:：]?\s*(.+)$", re.DOTALL)
HOW: Final = "一行写完：题目 A. 选项 B. 选项 答案A 解释……，例如：灭火器先做什么？A. 拔保险销 B. 直接喷 答案A"


def read_question(written: str) -> Question:
    """Raises UserError."""
    answer = _ANSWER.search(written)
    why = _WHY.search(written)
    body = written[: min(each.start() for each in (answer, why) if each)] if answer or why else written
    pieces = _OPTION.split(body)
    text, options = pieces[0].strip(" ，,。"), [each.strip(" ，,。;；") for each in pieces[2::2]]
    letters = [each.upper() for each in pieces[1::2]]
    if not text or letters != list("ABCD"[: len(letters)]) or not all(options) or answer is None:
        raise UserError(Code.CLARIFY, f"没看懂这道题。{HOW}")
    if not FEWEST_OPTIONS <= len(options) <= MOST_OPTIONS or answer[1].upper() not in letters:
        raise UserError(Code.CLARIFY, f"选项要 2 到 4 个，答案是其中一个。{HOW}")
    if max(map(len, (text, *options))) > LONGEST:
        raise UserError(Code.LIMIT, f"题目和选项各最多 {LONGEST} 个字，手机上才看得全。")
    return Question(text, tuple(options), letters.index(answer[1].upper()), why[1].strip()[:200] if why else "")
