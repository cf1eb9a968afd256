"""What is looked at before a notice goes out: what speaks against it, its links, its author's card, who agrees."""
