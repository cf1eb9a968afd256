"""What a company adds is looked for everywhere once it is loaded."""

from dataclasses import replace
from pathlib import Path

from bot.domain.moderation.content.in_use import shipped_index
from bot.domain.moderation.content.rules import ContentRules
from bot.services.moderation.content.looking import checks_of, look_for_new_words
from tests.arguments.reading import FILE


async def test_loaded_once_and_for_all_who_look(tmp_path: Path) -> None:
    file = tmp_path / "own.txt"
    file.write_text("# C12 自己的\n天狼计划\n", encoding="utf-8")
    rules = replace(FILE.company.moderation, content=ContentRules(words=(file,)))
    company = replace(FILE.company, moderation=rules)
    look_for_new_words(company)
    assert company.moderation.content.in_use.index is shipped_index()  # nobody waits for it
    assert (await checks_of(company)).look("天·狼计划")
    assert company.moderation.content.in_use.in_name("天狼计划群") == "C12"
    assert company.register.in_use.in_name("天狼计划") == "C12"
