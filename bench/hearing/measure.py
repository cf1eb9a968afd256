"""What both ears make of lines by somebody whom the second one didn't learn from.

Of each file that people wrote without having seen the rules the ear learns everything but that file, and hears it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from bench.hearing.lines import BLIND, EVERYDAY, UNHEARD, Label, Line, read_file
from bench.hearing.train import ROUNDS, train
from bot.understanding.emergency.ear import Sound, listen, pieces, sound_of
from bot.understanding.emergency.heed import Cry
from bot.understanding.emergency.together import Judged, judged_with
from bot.understanding.hazards.sentences import speaks_of_hazard


class Taken(StrEnum):
    RAISED = "raised"
    ASKED = "asked"
    HAZARD = "hazard"
    LEFT = "left"


def sounds(lines: Sequence[Line], sources: Sequence[str] = BLIND, *, rounds: int = ROUNDS) -> Mapping[Line, Sound]:
    found: dict[Line, Sound] = {}
    for source in sources:
        weights = train([each for each in lines if each.source != source], rounds=rounds)
        found |= {each: sound_of(pieces(each.text), weights) for each in lines if each.source == source}
    return found


def taken(text: str, sound: Sound | None) -> Taken:
    """By both ears, or by the rules alone; before any command is looked up."""
    judged = judged_with(text, sound)
    if judged.heard:
        return Taken.ASKED if judged.heard.cry is Cry.RUMOUR else Taken.RAISED
    hazard = speaks_of_hazard(text)
    if _asks(judged, hazard=hazard):
        return Taken.ASKED
    return Taken.HAZARD if hazard else Taken.LEFT


def _asks(judged: Judged, *, hazard: bool) -> bool:
    return judged.hazard if hazard else judged.asked


def counted(found: Mapping[Line, Sound], *, second_ear: bool) -> Counter[tuple[str, Taken]]:
    """By label; what people write all day stands apart."""
    return Counter((_row_of(line), taken(line.text, sound if second_ear else None)) for line, sound in found.items())


def _row_of(line: Line) -> str:
    return "everyday" if line.source in EVERYDAY else line.label.value


def report(lines: Sequence[Line]) -> str:
    found, unheard = sounds(lines), as_it_is(read_file(UNHEARD))
    return "\n".join(
        [
            *("", *_rows(found, second_ear=False), "", *_rows(found, second_ear=True)),
            *("", UNHEARD.stem, *_rows(unheard, second_ear=False), "", *_rows(unheard, second_ear=True), ""),
        ]
    )


def as_it_is(lines: Sequence[Line]) -> Mapping[Line, Sound]:
    """By the weights that the program has."""
    return {each: listen(each.text) for each in lines}


def _rows(found: Mapping[Line, Sound], *, second_ear: bool) -> Iterator[str]:
    """Shares in percent."""
    yield f"{'both ears' if second_ear else 'rules alone':13}" + "".join(f"{each:>9}" for each in Taken)
    many = counted(found, second_ear=second_ear)
    for row in (*Label, "everyday"):
        if not (whole := sum(many[row, each] for each in Taken)):
            continue
        shares = "".join(f"{100 * many[row, each] / whole:9.1f}" for each in Taken)
        yield f"{row:9}{whole:4}{shares}"
