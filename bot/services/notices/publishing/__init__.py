"""When a notice goes out, and that it does: its plan, what a day allows, the posting itself."""
