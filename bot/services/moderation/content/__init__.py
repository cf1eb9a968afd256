"""Content checks where they meet the world: the words in use, what is looked at, and the human who decides."""
