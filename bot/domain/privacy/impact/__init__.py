"""The assessment of what the bot means for people's privacy (个人信息保护法 art. 55, 56), from register and set-up."""
