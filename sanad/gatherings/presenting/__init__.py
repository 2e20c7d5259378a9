"""How gatherings are shown: lists, counts, likenesses, history, the sheet on paper."""
