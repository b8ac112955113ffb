"""The project next to what people would use instead: Zola or Hugo, with Pagefind for the search."""
