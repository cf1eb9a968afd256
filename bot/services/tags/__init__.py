"""Tags: who is given one in chat, and how WeCom's follow."""
