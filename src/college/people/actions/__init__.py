"""What can be done about people: membership, offices, notices."""
