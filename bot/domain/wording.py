"""Words of users inside words of ours."""

import re
from typing import Final

from bot.patterns import regex

# What markdown, mentions and links are made of, as a look-alike that means nothing. People still read the same.
LOOKALIKES: Final = str.maketrans("<>[]`*~\\", "＜＞［］｀＊～＼")
# Also what nobody sees and what turns the order of the rest around; the joiner of emoji stays.
CONTROLS: Final = regex(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200c\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff"
    "\U000e0000-\U000e007f]"
)
# Blanks of one line only: where `\s` runs on over empty lines, a page of them costs its length squared.
LINE_START: Final = regex(r"^([^\S\n]*)([#+=-])", re.MULTILINE)
HEADING: Final = regex(r"^[^\S\n]*#+", re.MULTILINE)
LINE_MARKS: Final = {"#": "＃", "+": "＋", "-": "－", "=": "＝"}
LOOSE_UNDERSCORE: Final = regex(r"(?<![^\W_])_|_(?![^\W_])")  # inside a word it is only a letter
ADDRESS: Final = regex(r"(?<=\w)://")
ENTITY: Final = regex(r"&(?=#?\w+;)")
UNFIT: Final = str.maketrans(dict.fromkeys('\\/:*?"<>|', " "))  # in the name of a file
SHOWN: Final = 30  # characters


def quote_user(text: str) -> str:
    """A user's words, safe in text and in markdown: they mention nobody, link nowhere and format nothing.

    Saying it twice changes nothing more. Line breaks stay; a web address stays readable but can't be pressed.
    """
    text = ADDRESS.sub("：//", without_marks(text))
    return LINE_START.sub(lambda found: found[1] + LINE_MARKS[found[2]], text)


def shown(text: str, most: int = SHOWN) -> str:
    """A user's words inside a sentence of ours: quoted, on one line, and too short to say something in our name."""
    line = " ".join(text[: most * 10].split())
    return quote_user(line if len(line) <= most else f"{line[:most]}…")


def without_marks(text: str) -> str:
    """Plain words for a place that reads markdown: our own, so that addresses and lists are left alone."""
    text = ENTITY.sub("＆", CONTROLS.sub("", text).translate(LOOKALIKES))
    text = LOOSE_UNDERSCORE.sub("＿", text)
    return HEADING.sub(lambda found: found[0].replace("#", "＃"), text)


def file_name(text: str) -> str:
    """One line that is a name on anybody's machine: no path, nothing unseen that hides how it ends. May be empty."""
    return " ".join(CONTROLS.sub(" ", text).translate(UNFIT).split()).strip(" .")
