"""The pages of debates, and the words beside them."""
