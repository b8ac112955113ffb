"""Looking at a site on the machine where it is written."""
