"""Ways into groups beside the AI bot: webhooks and groups that the app owns."""
