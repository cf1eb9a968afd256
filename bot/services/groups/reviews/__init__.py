"""Reviews of who is in a group: opened for its keepers, ticked on cards or in words, carried out, and looked after."""
