"""How things are written: from a place in a folded text to what is said there, and where that ends."""
