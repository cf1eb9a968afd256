"""What goes to a group fits into one message of WeCom's markdown (2048 bytes), whatever text comes along."""

from bot.domain.safety.calendar.reading import shipped as shipped_entries
from bot.domain.safety.library.reading import shipped as shipped_library
from bot.services.safety.calendar.composing import REPORT

MOST = 2048
AROUND = 300  # bytes of the title, the holiday's name and days, and of the hazards


def test_it_fits_into_one_message() -> None:
    longest = max(len(f"{each.headline}{each.text}{each.source}".encode()) for each in shipped_library().values())
    for entry in shipped_entries().values():
        own = len(f"{entry.title}{entry.text}{REPORT}".encode())
        assert own + (longest if entry.teaches else 0) + AROUND <= MOST, entry.name
