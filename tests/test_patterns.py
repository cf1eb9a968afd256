"""Patterns are compiled late, and are the same as if they had been compiled at once."""

import gc
import re

import pytest

from bot.discovery import find_commands, find_jobs
from bot.patterns import _Uncompiled, regex


def test_it_does_what_the_compiled_one_does() -> None:
    late, at_once = regex("(?P<who>张三|LI)(了)?", re.IGNORECASE), re.compile("(?P<who>张三|LI)(了)?", re.IGNORECASE)
    said = "li和张三了"
    assert late.pattern == at_once.pattern
    assert [found.span() for found in late.finditer(said)] == [found.span() for found in at_once.finditer(said)]
    assert (late.findall(said), late.split(said)) == (at_once.findall(said), at_once.split(said))
    assert (late.sub("", said), late.subn("", said)) == (at_once.sub("", said), at_once.subn("", said))
    assert (late.groups, late.groupindex, late.flags) == (at_once.groups, at_once.groupindex, at_once.flags)
    for ask in ("match", "search", "fullmatch"):
        assert str(getattr(late, ask)(said)) == str(getattr(at_once, ask)(said))


def test_what_no_pattern_has_is_not_there() -> None:
    with pytest.raises(AttributeError):
        regex("a").serach("a")  # type: ignore[attr-defined]


def test_every_pattern_can_be_read() -> None:
    find_commands()
    find_jobs()
    gc.unfreeze()  # see tests/conftest.py
    ours = [each for each in gc.get_objects() if isinstance(each, _Uncompiled)]
    gc.freeze()
    assert len(ours) > 1000
    assert all(re.compile(each.pattern, each._flags) for each in ours)
