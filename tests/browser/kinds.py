"""One page of each kind, by its address from the site's root."""

KINDS = (
    "",
    "claims/",
    "claims/lukashenko-puppeteers/",
    "claims/lukashenko-puppeteers/card/",
    "actors/",
    "actors/alexander-lukashenko/",
    "articles/",
    "articles/moscow-times-2020-06-25/",
    "topics/outside-help/",
    "verdicts/disputed/",
    "timeline/",
    "network/",
    "contradictions/",
    "corrections/",
    "methodology/",
    "search/",
    "404.html",
)
