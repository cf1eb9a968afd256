"""Questions out of the safety library: what each of its texts asks."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.safety.library.reading import Library
from bot.domain.safety.library.topic import Topic
from bot.domain.safety.training.exam import Question


@dataclass(frozen=True, slots=True)
class LibraryBank:
    library: Library

    def about(self, words: str) -> Sequence[Question]:
        return [_question(each) for each in self.library.values() if _is_about(each, words)]


def _is_about(topic: Topic, words: str) -> bool:
    return not words or words == topic.type or any(words in each for each in (topic.title, *topic.words))


def _question(topic: Topic) -> Question:
    quiz = topic.quiz
    return Question(quiz.question, quiz.answers, quiz.right, quiz.why)
