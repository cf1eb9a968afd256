"""A call for help that says nothing else: 出事了, as the bot asks for it, 救命, 来人. Pure."""

from typing import Final

from bot.patterns import regex
from bot.understanding.emergency.folding import fold

MOST: Final = 24  # characters
_CALL: Final = "出(?:了|过)?大?事(?:情|儿)?|救人|救命|救救?[我他她]们?|(?<![一-鿿])来人|快来人|sos"
_BESIDE: Final = "真|快来|快|急|赶紧|马上|有人|我们?|这里|这边|厂里|是|的|了|啦|啊|呀|哪|呐|吧"
# 出事了? asks, and calls nobody; of 没出事 nothing is left out.
_WHOLE: Final = regex(rf"(?=.*?(?:{_CALL}))(?>{_CALL}|{_BESIDE}|[^\w?])+")


def is_bare(words: str) -> bool:
    folded = fold(words).strip()
    return len(folded) <= MOST and _WHOLE.fullmatch(folded) is not None
