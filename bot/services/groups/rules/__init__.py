"""The rules of groups: which version is in force, who is asked to agree, what each person said."""
