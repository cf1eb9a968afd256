"""Who is off, as words, pictures, calendars and tables, by what the reader may see."""
