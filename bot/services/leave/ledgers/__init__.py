"""What people have: shown, explained, corrected; what years, overtime and papers do to it."""
