"""What administration does: found a College."""
