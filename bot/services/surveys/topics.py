"""Whose press it is: by the topic of the card."""

from typing import Final

SURVEY_TOPIC: Final = "survey"
ACTIVITY_TOPIC: Final = "activity"
DRAFT_TOPIC: Final = "survey-draft"
