"""Claims that other programs have, as drafts: CSV, ClaimReview, Hypothesis, and this program's own data."""
