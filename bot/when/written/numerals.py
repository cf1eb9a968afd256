"""Numbers as they are typed and spoken: 25, 二十五, 廿五, 两, 二〇二六."""

from typing import Final

HAN: Final = "零〇一二两三四五六七八九十廿卅百"
NUMBER: Final = rf"(?:\d{{1,4}}|[{HAN}]{{1,5}})"
SMALL: Final = rf"(?:\d{{1,2}}|[{HAN}]{{1,3}})"  # a day, a month, an hour

_DIGITS: Final = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_TENS: Final = {"十": 10, "廿": 20, "卅": 30}


def number(text: str) -> int | None:
    """None for what is no number: 十十, 三两."""
    if text.isascii():
        return int(text) if text.isdigit() else None
    if all(char in _DIGITS for char in text):
        return int("".join(str(_DIGITS[char]) for char in text)) if len(text) != 2 or text[0] in "零〇" else None
    hundreds, hundred, below = text.rpartition("百")
    high = _DIGITS.get(hundreds) if hundred else 0
    low = _below_hundred(below.removeprefix("零").removeprefix("〇")) if below else 0
    return None if high is None or low is None else high * 100 + low


def _below_hundred(text: str) -> int | None:
    for sign, value in _TENS.items():
        tens, found, ones = text.partition(sign)
        if not found:
            continue
        if (tens and (tens not in _DIGITS or sign != "十")) or (ones and ones not in _DIGITS):
            return None
        return (_DIGITS[tens] if tens else 1) * value + (_DIGITS[ones] if ones else 0)
    return _DIGITS.get(text)


def is_about(text: str) -> bool:
    """两三, 三五: two digits side by side mean roughly so many."""
    return len(text) == 2 and all(char in _DIGITS and char not in "零〇" for char in text)
