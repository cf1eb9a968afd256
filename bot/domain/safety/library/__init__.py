"""The library of safety: short texts of four kinds, each with its source and a question; read, found, taken in turn."""
