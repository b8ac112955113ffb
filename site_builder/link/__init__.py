"""The second stage: from records to a site, every reference resolved and every quotation proved."""
