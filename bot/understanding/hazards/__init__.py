"""What people say when they have seen something dangerous: where it is, what it is, of which kind."""
