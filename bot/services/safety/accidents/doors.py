"""What the rest of the program needs of accidents: who serves their cards, what they ask others to agree to."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from bot.services.safety.accidents import lesson_pressing, lessons, pressing
from bot.services.safety.accidents.case_study import CaseStudyKind
from bot.services.safety.accidents.clock import TOPIC
from bot.services.safety.accidents.correcting import CorrectingKind
from bot.services.safety.accidents.investigating import ConclusionKind
from bot.shapes.context import Context
from bot.shapes.incoming import Press
from bot.shapes.replies import Reply

PRESSES: Final[Mapping[str, Callable[[Context, str, Press], Awaitable[Reply]]]] = {
    TOPIC: pressing.pressed,
    lessons.TOPIC: lesson_pressing.pressed,
}
KINDS: Final = (CorrectingKind(), ConclusionKind(), CaseStudyKind())
