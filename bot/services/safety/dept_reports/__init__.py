"""Reports of departments on their safety: counted by the bot, told by their heads, missed where they don't come."""
