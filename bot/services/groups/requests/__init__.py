"""What people ask of groups: a new one, another name, to come in, to stay."""
