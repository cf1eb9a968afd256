"""The help desk: what is known and who is asked, from a question to whoever says that it is solved."""
