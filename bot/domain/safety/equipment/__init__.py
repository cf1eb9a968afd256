"""What keeps people safe and has to be checked by a day: extinguishers, hoists, boilers (D4§5.1(2))."""
