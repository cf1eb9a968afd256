"""What the configuration says of the year's safety calendar and of the library: files that are laid over what comes
along, and what the company says of itself. What is in a file is checked when the bot starts."""

from functools import partial
from pathlib import Path
from typing import Final, Self

from pydantic import Field, field_validator, model_validator

from bot.config.sections import Section, meaning_of
from bot.domain.safety.calendar.reading import Entries, entries
from bot.domain.safety.calendar.reading import shipped as shipped_entries
from bot.domain.safety.calendar.year import EXPOSED, SafetyYear
from bot.domain.safety.library.reading import Library, shipped, with_file
from bot.domain.safety.library.topic import Site
from bot.identifiers import GroupId

LONGEST_THEME: Final = 40  # characters


class SafetyYearFields(Section):
    """`calendar`: a file of entries; `library`: files of texts, or folders of them. `themes`: a year -> the theme of
    its 安全生产月. `sites`: a group's id -> where its people work. `exposed`: to which seasons the company is."""

    calendar: str = ""
    library: list[str] = Field(default_factory=list)
    themes: dict[int, str] = Field(default_factory=dict)
    sites: dict[str, list[Site]] = Field(default_factory=dict)
    exposed: list[str] = Field(default_factory=lambda: sorted(EXPOSED))

    @field_validator("calendar")
    @classmethod
    def _readable_calendar(cls, path: str) -> str:
        _calendar(path)
        return path

    @field_validator("library")
    @classmethod
    def _readable_library(cls, paths: list[str]) -> list[str]:
        _library(paths)
        return paths

    @field_validator("themes")
    @classmethod
    def _short(cls, themes: dict[int, str]) -> dict[int, str]:
        if any(len(theme) > LONGEST_THEME for theme in themes.values()):
            raise ValueError(f"主题最多写 {LONGEST_THEME} 个字")
        return themes

    @model_validator(mode="after")
    def _known_seasons(self) -> Self:
        known = {entry.where for entry in _calendar(self.calendar).values() if entry.where} | EXPOSED
        if strange := sorted(set(self.exposed) - known):
            raise ValueError(f"exposed 里的「{strange[0]}」在安全日历里没有，可以写 {'、'.join(sorted(known))}")
        return self

    def year(self) -> SafetyYear:
        return SafetyYear(
            entries=_calendar(self.calendar),
            library=_library(self.library),
            themes=self.themes,
            sites={GroupId(group): frozenset(sites) for group, sites in self.sites.items()},
            exposed=frozenset(self.exposed),
        )


def _calendar(path: str) -> Entries:
    """Raises ValueError with a Chinese line."""
    return meaning_of(Path(path), entries) if path else shipped_entries()


def _library(paths: list[str]) -> Library:
    library = shipped()
    for file in (file for path in paths for file in _files(Path(path))):
        library = meaning_of(file, partial(_over, library))
    return library


def _over(library: Library, text: str) -> Library:
    return with_file(library, [text])


def _files(path: Path) -> list[Path]:
    return sorted(path.glob("*.toml")) if path.is_dir() else [path]
