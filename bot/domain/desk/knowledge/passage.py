"""A piece of a text that answers something by itself, with the place where it stands."""

from dataclasses import dataclass
from typing import Final

from bot.patterns import regex

GLOSSARY: Final = "术语"  # the id of the text that explains words
_NUMBERED: Final = regex(r"\d+(?:\.\d+)*")
_PART: Final = regex(r"([一二三四五六七八九十]+)(?:\.(\d+))?(.*)")


@dataclass(frozen=True, slots=True)
class Source:
    """A text as a whole. `id`: by which the configuration names it (D2); a company's own has the name of its file.

    `own`: the company's own words; what came along says in short what such texts rule. `coming`: of the version that
    takes its place soon, as a sentence.
    """

    id: str
    title: str
    interpreter: str = ""
    since: str = ""
    scope: str = ""
    missing: str = ""
    own: bool = False
    coming: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """`place`: where it stands, as the text numbers it; empty before the first heading. `asked_by`: other words by
    which people ask for it."""

    source: Source
    place: str
    heading: str
    body: str
    asked_by: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """`D8§10.2`"""
        return f"{self.source.id}§{self.place or self.heading}"

    @property
    def name(self) -> str:
        """`第3条　病假`: within its text."""
        return f"{_said(self.place)}　{self.heading}" if self.place and self.heading != self.place else self.heading

    @property
    def cited(self) -> str:
        """《企业微信社群管理制度》第10.2条"""
        return f"《{self.source.title}》{_said(self.place) or self.heading}"


def _said(place: str) -> str:
    if found := _NUMBERED.match(place):
        return f"第{found[0]}条{place[found.end() :]}"
    if found := _PART.fullmatch(place):
        item = f"第{found[2]}项" if found[2] else ""
        return f"第{found[1]}部分{item}{found[3]}"
    return place
