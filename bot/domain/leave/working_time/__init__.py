"""When somebody works: by the roster where there is one, else by the calendar and the usual shift."""
