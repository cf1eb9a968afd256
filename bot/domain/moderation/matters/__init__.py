"""What is handed to human resources and the lawyers: they decide and act outside of the bot, which only keeps track."""
