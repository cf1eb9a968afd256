"""A WeCom on localhost: the platform, its people and their chats. It knows nothing of any bot."""
