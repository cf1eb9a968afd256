"""What is kept in WeCom's own office apps beside what is kept here."""
