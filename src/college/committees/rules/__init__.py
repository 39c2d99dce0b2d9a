"""The rules of the committees: who may be drawn, who is, what follows from the ballots."""
