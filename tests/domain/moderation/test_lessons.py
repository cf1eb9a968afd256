"""A lesson for whatever somebody may be talked to about."""

from bot.domain.moderation.categories import categories
from bot.domain.moderation.lessons import lesson_of
from bot.services.notices.faces import ON_A_CARD

NONE = {"C99"}  # 其他: nobody knows beforehand what it is


def test_each_category_has_one_that_fits_a_card() -> None:
    for code, about in categories().items():
        lesson = lesson_of(code)
        if not about.on or about.of_hr_alone or code in NONE:
            assert lesson is None, code
            continue
        assert lesson, code
        assert 2 <= len(lesson.quiz.options) <= 4
        assert lesson.quiz.right in range(len(lesson.quiz.options))
        assert lesson.quiz.why.endswith("。")
        assert len(lesson.text) + len(lesson.quiz.question) < ON_A_CARD
