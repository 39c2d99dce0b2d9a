"""What a charter withstands: the committees' own rules on made-up pools with colluders and mistakes."""
