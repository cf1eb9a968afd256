"""The tables, in numbered versions: what each changes, and how a database is brought from one to the next."""
