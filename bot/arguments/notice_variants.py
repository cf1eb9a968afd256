"""What a part of a notice's readers is told besides: a line of its own that says to whom, `给生产部：先停机` (S224)."""

from dataclasses import replace
from typing import Final

from bot.arguments.notice_audience import read_audience
from bot.domain.notices.audience import named
from bot.domain.notices.notice import Variant
from bot.patterns import regex
from bot.shapes.arguments import Scene

_TO: Final = regex(r"^(?:另外?)?[给对](?P<whom>[^：:\n]{2,40}?)(?:说|另说)?[：:]\s*(?P<text>\S.*)$")


def read_variants(text: str, scene: Scene) -> tuple[str, tuple[Variant, ...]]:
    """(what everybody reads, what some read besides). The first line is for everybody. Raises UserError for a group or
    department that isn't there."""
    first, *lines = text.split("\n")
    kept, variants = [first], list[Variant]()
    for line in lines:
        if found := _variant(line, scene):
            variants.append(found)
        elif variants and line.strip():
            variants[-1] = replace(variants[-1], text=f"{variants[-1].text}\n{line.strip()}")
        else:
            kept.append(line)
    return "\n".join(kept).strip(), tuple(variants)


def _variant(line: str, scene: Scene) -> Variant | None:
    """None: it is a line like any other, as in 给大家：…."""
    found = _TO.match(line.strip())
    taken = read_audience(found["whom"], scene) if found else None
    if found is None or taken is None or taken[1] or taken[0].audience.everybody:
        return None
    audience = taken[0].audience
    return Variant("、".join(named(audience, scene.company)), audience, found["text"].strip())
