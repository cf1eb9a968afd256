"""Figures of a period: counted, compared, drawn, and handed out with a table; nobody can be guessed in them."""
