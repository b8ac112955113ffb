"""The search bundle: takes search entries and makes the files that Pagefind reads in the browser."""
