"""The AI bot: its long connection, what it may say there, and its response_url."""
