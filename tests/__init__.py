"""The tests run as the program does: see `bot.cli.main`."""

from bot.late_methods import make_methods_late

make_methods_late()
