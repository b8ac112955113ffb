"""Files for other programs: feeds, data, structured data, sitemaps; all made from the same records."""
