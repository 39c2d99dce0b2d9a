"""What the exchange decides by itself. Pure."""
