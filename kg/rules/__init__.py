"""Frames and names to claims: each family a module, each rule a documented function with its id."""
