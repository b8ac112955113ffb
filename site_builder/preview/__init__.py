"""The preview of a site, on the machine where it is written."""
