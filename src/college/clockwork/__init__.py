"""Everything that happens because time has passed: what falls due in each room, then the record."""
