"""What goes to a group fits into one message of WeCom's markdown (2048 bytes), whatever text comes along."""

from dataclasses import replace

from bot.domain.company import Company
from bot.domain.safety.calendar.reading import shipped as shipped_entries
from bot.domain.safety.library.reading import shipped as shipped_library
from bot.services.safety.calendar.composing import REPORT, for_outsiders
from bot.storage.engine.database import Database
from scheduler.safety_calendar import say_what_is_due
from tests.chat import Chat
from tests.services.safety.hazards.given import desk

MOST = 2048
AROUND = 300  # bytes of the title, the holiday's name and days, and of the hazards


def test_it_fits_into_one_message() -> None:
    longest = max(len(f"{each.headline}{each.text}{each.source}".encode()) for each in shipped_library().values())
    for entry in shipped_entries().values():
        own = len(f"{entry.title}{entry.text}{REPORT}".encode())
        assert own + (longest if entry.teaches else 0) + AROUND <= MOST, entry.name


async def test_people_of_other_companies_read_of_the_form(database: Database) -> None:
    def with_form(company: Company) -> Company:
        return replace(company, safety=replace(company.safety, outsiders_link="https://forms.example.com/safety"))

    chat = await Chat.open(database, jobs=[say_what_is_due], company=with_form)
    group = next(each for each in chat.company.groups if each.kind == "E5")
    inside = next(each for each in chat.company.groups if each.kind != "E5")
    assert "https://forms.example.com/safety" in for_outsiders(desk(chat), group.id)
    assert for_outsiders(desk(chat), inside.id) == ""
    await chat.close()
