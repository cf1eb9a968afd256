"""What the rest of the program needs of accidents: who serves their cards, what they ask others to agree to."""

from collections.abc import Mapping
from typing import Final

from bot.services.safety.accidents import lesson_pressing, lessons, pressing
from bot.services.safety.accidents.case_study import CaseStudyKind
from bot.services.safety.accidents.clock import TOPIC
from bot.services.safety.accidents.correcting import CorrectingKind
from bot.services.safety.accidents.investigating import ConclusionKind
from bot.services.safety.accidents.prolonging import ProlongingKind
from bot.shapes.serving import Pressed

PRESSES: Final[Mapping[str, Pressed]] = {
    TOPIC: pressing.pressed,
    lessons.TOPIC: lesson_pressing.pressed,
}
KINDS: Final = (CorrectingKind(), ConclusionKind(), CaseStudyKind(), ProlongingKind())
