"""The model for reports: two accounts of one event. Its weights are set by hand and learn from what people decide."""

from sanad.matching.linkage.model import Comparison, Level, Model, apart, equal, letters, missing, same

REPORTS = Model(
    kind="event",
    comparisons=(
        Comparison(
            "fir", missing("fir"), (Level("same", same("fir"), 0.8, 0.0001), Level("other", "ELSE", 0.2, 0.9999))
        ),
        Comparison(
            "day",
            missing("day"),
            (
                Level("same", apart("day", 0), 0.7, 0.001),
                Level("near", apart("day", 3), 0.27, 0.006),
                Level("month", apart("day", 30), 0.02, 0.05),
                Level("other", "ELSE", 0.01, 0.943),
            ),
        ),
        Comparison(
            "district",
            missing("district"),
            (Level("same", same("district"), 0.92, 0.02, "district"), Level("other", "ELSE", 0.08, 0.98)),
        ),
        Comparison(
            "place", missing("place"), (Level("same", same("place"), 0.7, 0.005), Level("other", "ELSE", 0.3, 0.995))
        ),
        Comparison(
            "act", missing("act"), (Level("same", same("act"), 0.8, 0.15, "act"), Level("other", "ELSE", 0.2, 0.85))
        ),
        Comparison(
            "toll",
            missing("toll"),
            (
                Level("same", apart("toll", 0), 0.75, 0.5),
                Level("near", apart("toll", 2), 0.2, 0.3),
                Level("other", "ELSE", 0.05, 0.2),
            ),
        ),
        Comparison(
            "name",
            missing("name_c"),
            (
                Level("same", same("name_c"), 0.6, 0.0006, "name_c"),
                Level("sounds", same("name_k"), 0.15, 0.0008, "name_k"),
                Level("letter", letters("name_k", 1), 0.1, 0.004),
                Level("other", "ELSE", 0.15, 0.9946),
            ),
        ),
    ),
    blocking=(
        equal("fir"),
        equal("day", "district"),
        equal("name_k", "day"),
        equal("name_k", "district", "act"),
    ),
    certain=(equal("fir"), equal("name_c", "district", "day")),
    certain_find=0.5,
    training=(),
)
