"""Regular expressions that are compiled when something is first held against them.

There are well over a thousand, most of them of commands that nobody types on a given day: to compile all was a quarter
of a start. Those that every message may be held against are compiled right after it (`bot.rehearsal`).
"""

import re
from typing import Any, AnyStr, cast


def regex(written: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, later. A mistake in it shows at its first use; tests/test_patterns.py uses all."""
    return cast("re.Pattern[AnyStr]", _Uncompiled(written, flags))  # it can do what is asked of one


class _Uncompiled:
    """Has no method until it is asked for one; then it keeps the compiled one's, and is as quick as that."""

    __slots__ = (
        *("_compiled", "_flags", "findall", "finditer", "flags", "fullmatch", "groupindex", "groups", "match"),
        *("pattern", "search", "split", "sub", "subn"),
    )

    def __init__(self, written: str | bytes, flags: int) -> None:
        self.pattern, self._flags = written, flags

    def __getattr__(self, name: str) -> Any:
        """Only what isn't there yet comes here."""
        if name not in self.__slots__:
            raise AttributeError(name)
        found = re.compile(self.pattern, self._flags) if name == "_compiled" else getattr(self._compiled, name)
        setattr(self, name, found)
        return found
