"""Planning trainings, asking what was learnt, and keeping the record that the law wants."""
