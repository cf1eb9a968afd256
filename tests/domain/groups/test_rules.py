"""Whose text is in force."""

from bot.domain.groups.group import Group
from bot.domain.groups.rules import USUAL, Consent, ConsentState, RuleTexts
from bot.identifiers import GroupId, UserId

PA = Group(GroupId("pa"), "项目A工作群", "E4")


def test_the_nearest_text_counts() -> None:
    by_type = RuleTexts("公司的", by_type={"E4": "项目的\n"})
    assert by_type.of(PA) == "项目的"
    assert RuleTexts("公司的", by_group={PA.id: "本群的"}, by_type={"E4": "项目的"}).of(PA) == "本群的"
    assert RuleTexts("公司的", by_type={"E5": "营销的"}).of(PA) == "公司的"
    assert RuleTexts().of(PA) == USUAL
    assert RuleTexts("公司的", by_type={"E4": ""}).of(PA) == ""


def test_only_what_somebody_said_himself_is_consent() -> None:
    states = {state for state in ConsentState if Consent(UserId("a"), PA.id, 1, state).is_explicit}
    assert states == {ConsentState.AGREED}
