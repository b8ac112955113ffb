"""What other programs read: feeds, data, structured data, maps of the site; all made from the same records."""
