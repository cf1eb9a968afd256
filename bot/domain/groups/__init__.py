"""Work groups: what the registry knows of one, its type and who belongs to it, what is to be done in WeCom."""
