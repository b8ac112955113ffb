"""The record format: one model for each kind of record that an editor writes.

The contract of the project's record format. Every model refuses unknown keys (record.py), and values.py has the
types of the values; knows nothing of files, other records or pages. Each field has its meaning as ``description``:
schemas for text editors show it, and docs/records.md has its tables from there.
"""

from site_builder.records.models.articles import ArchivedRecord, ArticleRecord, PageRecord
from site_builder.records.models.claims import (
    ActorRecord,
    AskedRecord,
    ClaimRecord,
    CorrectionRecord,
    PassageRecord,
    RelationRecord,
    WasRecord,
)
from site_builder.records.models.site import (
    LicenceRecord,
    PersonRecord,
    PoliciesRecord,
    PublisherRecord,
    ReviewRecord,
    ScaleRecord,
    SiteRecord,
    TopicRecord,
    VerdictRecord,
)

__all__ = [
    "ActorRecord",
    "ArchivedRecord",
    "ArticleRecord",
    "AskedRecord",
    "ClaimRecord",
    "CorrectionRecord",
    "LicenceRecord",
    "PageRecord",
    "PassageRecord",
    "PersonRecord",
    "PoliciesRecord",
    "PublisherRecord",
    "RelationRecord",
    "ReviewRecord",
    "ScaleRecord",
    "SiteRecord",
    "TopicRecord",
    "VerdictRecord",
    "WasRecord",
]
