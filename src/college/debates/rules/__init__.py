"""Pure rules of debates: no database, no clock, no chance, no translation."""
