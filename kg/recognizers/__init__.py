"""Names that no list holds, each family a module: text and known names in, `Found` out."""
