"""Tags of WeCom that the bot keeps: who bears one, by a rule or because somebody said so."""
