"""Whose trainings are meant by 培训 and 培训记录: those who plan none mean their own."""

from bot.domain.rights import right_of
from bot.domain.safety.training.audience import ORGANISERS
from bot.shapes.arguments import Scene
from bot.shapes.command import OtherSense
from bot.understanding.chatter import is_only_particles


def _means_own(line: str, words: str, scene: Scene) -> bool:
    if not is_only_particles(words):
        return False
    return right_of(scene.sender, ORGANISERS, grants=scene.company.grants, group=scene.group) is None


OWN_TRAINING = OtherSense("我的培训", _means_own)
