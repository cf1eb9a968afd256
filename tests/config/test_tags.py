"""`[tags]`: rules are data, and none gives a role."""

import pytest
from pydantic import ValidationError

from bot.config.settings import Settings
from bot.domain.accounts.works import Write
from bot.domain.tags.rules import TagRule

WECOM = {"bot": {"id": "b", "secret": "s"}}


def settings(**tags: object) -> Settings:
    return Settings(wecom=WECOM, tags=tags, roles={"hr": {"tags": ["人事"]}})  # type: ignore[arg-type]


def test_off_by_default_and_read_as_written() -> None:
    assert settings().configured_company().tags.write is Write.OFF
    rule = {"name": "电工", "titles": ["*电工*"], "licences": ["电工"]}
    terms = settings(write="dry_run", ask_share=10, rules=[rule]).configured_company().tags
    assert (terms.write, terms.ask_share) == (Write.TRY, 10)
    assert terms.rules == (TagRule("电工", titles=("*电工*",), licences=("电工",)),)


@pytest.mark.parametrize(
    ("rules", "says"),
    [
        ([{"name": "人事", "departments": ["人力资源部"]}], "带着权限"),
        ([{"name": "电工"}], "没有写给谁"),
        ([{"name": "孕期", "titles": ["a"]}], "和工作有关"),
        ([{"name": "A", "titles": ["a"]}, {"name": "a", "titles": ["b"]}], "两条规则"),
        ([{"name": "外部", "readers": ["外部"]}], "不在通讯录里"),
    ],
)
def test_what_is_wrong_is_said(rules: object, says: str) -> None:
    with pytest.raises(ValidationError, match=says):
        settings(rules=rules)
