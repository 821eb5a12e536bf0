"""What a reader sees of a graph: the page."""
