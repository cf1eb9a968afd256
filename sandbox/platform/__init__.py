"""The `/cgi-bin` calls: one module per family of the official menu."""
