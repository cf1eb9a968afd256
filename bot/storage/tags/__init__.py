"""Tags that the bot keeps in WeCom."""
