"""The search bundle: entries in, the files that Pagefind reads in the browser out."""
