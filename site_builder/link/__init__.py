"""The second stage: from records to a site. Resolves every reference and proves every quotation."""
