"""The methods of dataclasses are made when they are first called.

The standard library writes and compiles up to six functions for each dataclass, of which most are never called: for a
thousand dataclasses a quarter of a start. What it would compile is kept instead, and compiled at the first call.
From Python 3.13 on it has another way, which is left alone: a start takes longer there, and nothing else differs.
"""

import dataclasses
import inspect
import sys
from collections.abc import Callable, Sequence
from typing import Any

_MAKES = "_create_fn"  # the standard library's own name for what compiles one


def make_methods_late() -> None:
    """Of every dataclass that is defined from now on."""
    if (make := getattr(dataclasses, _MAKES, None)) and not isinstance(make, _Later):
        setattr(dataclasses, _MAKES, _Later(make))


class _Later:
    def __init__(self, make: Callable[..., Any]) -> None:
        self._make = make

    def __call__(self, name: str, args: Sequence[str], body: Sequence[str], **others: Any) -> "Method":
        return Method(self._make, name, args, body, others.get("globals"), others.get("locals"))


class Method:
    """Stands in its class until it is called through an object; then the function stands there."""

    __slots__ = ("__name__", "_args", "_body", "_globals", "_locals", "_made", "_make")
    __signature__ = inspect.Signature()  # goes into the docstring of a class that has none, which nobody reads

    def __init__(
        self,
        make: Callable[..., Any],
        name: str,
        args: Sequence[str],
        body: Sequence[str],
        around: dict[str, Any] | None,
        known: dict[str, Any] | None,
    ) -> None:
        self.__name__, self._args, self._body = name, sys.intern(",".join(args)), "\n".join(body)
        self._make, self._globals, self._locals = make, around, known
        self._made: Any = None

    def __get__(self, instance: object, owner: type) -> Any:
        if instance is None:
            return self
        made = self.made()
        for each in owner.__mro__:
            if each.__dict__.get(self.__name__) is self:
                made.__qualname__ = f"{each.__qualname__}.{self.__name__}"
                setattr(each, self.__name__, made)
        return made.__get__(instance, owner)

    def __call__(self, *args: Any, **named: Any) -> Any:
        return self.made()(*args, **named)

    def made(self) -> Any:
        """Two threads may make it twice, which makes no difference."""
        if self._made is None:
            given = {"globals": self._globals, "locals": self._locals}
            self._made = self._make(self.__name__, (self._args,), self._body.split("\n"), **given)
        return self._made
