"""Texts in Markdown become passages: one for each heading below the title, or for each 第…条 of a text without any.

What stands in lines like `解释：人力资源部` before the first heading is said of the text as a whole, and `问：` of a
passage names words by which people ask for it. Marks of Markdown mean nothing here: an answer is plain words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from bot.domain.desk.knowledge.passage import Passage, Source
from bot.domain.wording import CONTROLS
from bot.patterns import regex

MOST_CHARACTERS: Final = 1_000_000  # of a text
MOST_PASSAGES: Final = 20_000  # of a text
LONGEST: Final = 600  # characters of a passage; what is longer is cut between paragraphs
_PACKAGE: Final = "bot.domain.desk"
_FOLDER: Final = "policies"
_TITLE: Final = regex(r"#[^\S\n]+(\S.*)")
_HEADING: Final = regex(r"#{2,6}[^\S\n]+(\S.*)")
_ARTICLE: Final = regex(r"(第[一二三四五六七八九十百零〇\d]{1,6}[条章节])[\s、：:]*(.*)")
_PLACE: Final = regex(
    r"((?:第[一二三四五六七八九十百零〇\d]{1,6}[条章节])|(?:篇?[\d一二三四五六七八九十]{1,3}(?:\.\d{1,3})*(?:\([^()\s]{1,4}\)|备注)?(?=\s|$)))[\s、：:]*(.*)"
)
_SAID: Final = regex(r"(编号|解释|解释部门|生效|范围|缺失)[：:]\s*(.*)")
_ASKED_BY: Final = regex(r"(?:问|问法)[：:]\s*(.*)")
_MARKS: Final = regex(r"!?\[([^\]\n]{0,200})\]\([^)\n]{0,500}\)|<[^>\n]{0,500}>|[*`~|]+")
_LIST: Final = regex(r"^\s*(?:[-+*]|\d{1,3}\.)\s+")


class UnreadableText(ValueError):
    """A text can't be used. The message is a finished Chinese sentence for whoever wrote it."""


@cache
def shipped() -> tuple[Passage, ...]:
    """Of the texts that come along, in their order."""
    texts = sorted(
        (each.name, each.read_text(encoding="utf-8")) for each in files(_PACKAGE).joinpath(_FOLDER).iterdir()
    )
    return tuple(passage for name, text in texts for passage in read(text, name.removesuffix(".md"), own=False))


def read(text: str, name: str, *, own: bool = True) -> tuple[Passage, ...]:
    """`name`: of its file. Raises UnreadableText."""
    if len(text) > MOST_CHARACTERS:
        raise UnreadableText(f"有 {len(text)} 个字，最多 {MOST_CHARACTERS} 个。请分成几份。")
    title, said, sections = _sections(CONTROLS.sub("", text.replace("\r", "")).splitlines())
    source = Source(
        id=said.get("编号", name),
        title=_plain(title) or name,
        interpreter=said.get("解释") or said.get("解释部门", ""),
        since=said.get("生效", ""),
        scope=said.get("范围", ""),
        missing=said.get("缺失", ""),
        own=own,
    )
    passages = tuple(_passages(source, sections))
    if not passages:
        raise UnreadableText("里面没有内容。标题写「# 」，每一条写「## 」，下面写正文。")
    if len(passages) > MOST_PASSAGES:
        raise UnreadableText(f"有 {len(passages)} 条，最多 {MOST_PASSAGES} 条。请分成几份。")
    return passages


def _sections(lines: Iterable[str]) -> tuple[str, Mapping[str, str], list[tuple[str, list[str]]]]:
    """(title, what is said of the whole, (heading, lines) of each section)."""
    title, said = "", dict[str, str]()
    sections: list[tuple[str, list[str]]] = [("", [])]
    for line in map(str.strip, lines):
        if not title and (found := _TITLE.fullmatch(line)):
            title = found[1]
        elif found := (_HEADING.fullmatch(line) or _TITLE.fullmatch(line)):
            sections.append((found[1], []))
        elif found := _ARTICLE.fullmatch(line):
            sections.append((found[1], [found[2]]))
        elif len(sections) == 1 and (found := _SAID.fullmatch(line)):
            said[found[1]] = _plain(found[2])
        else:
            sections[-1][1].append(line)
    return title, said, sections


def _passages(source: Source, sections: Iterable[tuple[str, list[str]]]) -> Iterator[Passage]:
    for heading, lines in sections:
        asked_by = tuple(word for line in lines for word in _words_asked_by(line))
        found = _PLACE.fullmatch(_plain(heading))
        place, called = (found[1], found[2]) if found else ("", _plain(heading))
        body = "\n".join(_plain(line) for line in lines if not _ASKED_BY.fullmatch(line)).strip()
        for piece in _pieces(body):
            yield Passage(source, place, called or (place if place else source.title), piece, asked_by)


def _words_asked_by(line: str) -> Iterator[str]:
    found = _ASKED_BY.fullmatch(line)
    return filter(None, (word.strip() for word in re.split("[；;，,、]", found[1]))) if found else iter(())


def _pieces(body: str) -> Iterator[str]:
    """Between paragraphs where that is enough, else where it becomes too long."""
    piece = ""
    for line in body.splitlines():
        if piece and len(piece) + len(line) > LONGEST:
            yield piece
            piece = ""
        piece = f"{piece}\n{line}".strip()
        while len(piece) > LONGEST:
            yield piece[:LONGEST]
            piece = piece[LONGEST:]
    if piece:
        yield piece


def _plain(line: str) -> str:
    return _LIST.sub("· ", _MARKS.sub(lambda found: found[1] or "", line)).strip()
