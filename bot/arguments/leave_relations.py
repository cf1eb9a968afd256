"""Whom a 丧假 is for, in the words of the contract; it is only looked at, since it is part of what has happened."""

from typing import Final

from bot.domain.width import narrow
from bot.patterns import regex

_RELATIONS: Final = tuple(
    (regex(pattern), relation)
    for pattern, relation in (
        (
            "岳父|岳母|公公|婆婆|丈人|丈母娘|(?:老公|老婆|爱人|妻子|丈夫|媳妇|配偶)的?(?:父亲|母亲|父母|爸|妈)",
            "配偶父母",
        ),
        ("爷爷|奶奶|外公|外婆|姥姥|姥爷|祖父|祖母|外祖", "祖父母"),
        ("父亲|母亲|父母|爸|妈|我爹|我娘", "父母"),
        ("老公|老婆|爱人|妻子|丈夫|配偶|媳妇", "配偶"),
        ("儿子|女儿|孩子|子女", "子女"),
        ("哥哥|弟弟|姐姐|妹妹|兄弟|姐妹|我哥|我弟|我姐|我妹", "兄弟姐妹"),
        ("叔|伯|舅|姑|姨|亲戚|表[哥弟姐妹]|堂[哥弟姐妹]|朋友|同学", "其他"),
    )
)


def relation_said(text: str) -> str:
    """Empty where nobody is named."""
    line = narrow(text)
    return next((relation for pattern, relation in _RELATIONS if pattern.search(line)), "")
