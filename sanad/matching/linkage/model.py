"""What is compared and how: comparisons with their levels, blocking rules, and the weights that are shipped.

The conditions are plain SQL that DuckDB and Spark read alike (Levenshtein, no Jaro-Winkler: the two engines' functions
of that name differ, and so did the clusters). The names of comparisons and levels are for ever: weights and labels
are kept under them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

ID = "unique_id"


@dataclass(frozen=True)
class Level:
    """One answer of a comparison: its name, when it holds, and how often among the same (`m`) and others (`u`)."""

    name: str
    condition: str
    m: float
    u: float
    frequency_of: str = ""  # a column by whose rarity agreeing weighs more


@dataclass(frozen=True)
class Comparison:
    """One thing that is compared; the first level that holds is its answer, and nothing where a side is missing."""

    name: str
    missing: str
    levels: tuple[Level, ...]


@dataclass(frozen=True)
class Model:
    """Comparisons, blocking rules, and rules that say for sure (from which the share of pairs is guessed)."""

    kind: str
    comparisons: tuple[Comparison, ...]
    blocking: tuple[str, ...]
    certain: tuple[str, ...]
    certain_find: float  # the share of all true pairs that these find
    training: tuple[str, ...]

    def columns(self) -> set[str]:
        """The columns by whose rarity agreeing weighs more."""
        return {level.frequency_of for each in self.comparisons for level in each.levels if level.frequency_of}

    def weighted(self, weights: Mapping[str, Mapping[str, tuple[float, float]]]) -> "Model":
        """The same model with other weights, as far as they are given: comparison -> level -> (m, u)."""

        def level(one: Level, given: Mapping[str, tuple[float, float]]) -> Level:
            m, u = given.get(one.name, (one.m, one.u))
            return replace(one, m=m, u=u)

        return replace(
            self,
            comparisons=tuple(
                replace(c, levels=tuple(level(one, weights.get(c.name, {})) for one in c.levels))
                for c in self.comparisons
            ),
        )

    def weights(self) -> dict[str, dict[str, tuple[float, float]]]:
        """Comparison -> level -> (m, u)."""
        return {c.name: {one.name: (one.m, one.u) for one in c.levels} for c in self.comparisons}


def equal(*columns: str) -> str:
    """A blocking rule: all of these are the same."""
    return " and ".join(f"l.{column} = r.{column}" for column in columns)


def settings(model: Model, *, share: float, dialect: str, explained: bool = True) -> dict[str, object]:
    """The model as Splink reads it; `share`: how likely two records drawn at random are the same.

    `explained`: with each pair how every comparison came out, which takes memory.
    """
    return {
        "link_type": "dedupe_only",
        "sql_dialect": dialect,
        "unique_id_column_name": ID,
        "probability_two_random_records_match": share,
        "em_convergence": 0.005,
        "max_iterations": 15,
        "retain_matching_columns": explained,
        "retain_intermediate_calculation_columns": explained,
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": rule, "sql_dialect": dialect} for rule in model.blocking
        ],
        "comparisons": [_comparison(one) for one in model.comparisons],
    }


def _comparison(one: Comparison) -> dict[str, object]:
    nothing = {"sql_condition": one.missing, "label_for_charts": "missing", "is_null_level": True}
    return {"output_column_name": one.name, "comparison_levels": [nothing, *map(_level, one.levels)]}


def _level(one: Level) -> dict[str, object]:
    level: dict[str, object] = {
        "sql_condition": one.condition,
        "label_for_charts": one.name,
        "m_probability": one.m,
        "u_probability": one.u,
    }
    if one.frequency_of:
        level |= {"tf_adjustment_column": one.frequency_of, "tf_adjustment_weight": 1.0}
    return level


def level_of(comparison: Comparison, gamma: int) -> str:
    """The name of the level that Splink numbers from the last (0) up; empty where a side is missing."""
    return "" if gamma < 0 else comparison.levels[len(comparison.levels) - 1 - gamma].name


def same(column: str) -> str:
    """Both sides say the same."""
    return f"{column}_l = {column}_r"


def missing(*columns: str) -> str:
    """One side says nothing in one of these."""
    return " or ".join(f"{column}_{side} is null" for column in columns for side in "lr")


def apart(column: str, by: int) -> str:
    """Two numbers that differ by no more than this."""
    return f"abs({column}_l - {column}_r) <= {by}"


def letters(column: str, by: int) -> str:
    """Two words that differ by no more letters than this."""
    return f"levenshtein({column}_l, {column}_r) <= {by}"


def shared_words(column: str, words: Sequence[str]) -> str:
    """How many of the words on the left stand on the right too."""
    right = ", ".join(f"{column}_{word}_r" for word in words)
    return " + ".join(f"case when {column}_{word}_l in ({right}) then 1 else 0 end" for word in words)


def by_comparison(model: Model) -> Iterable[tuple[str, Comparison]]:
    """Comparisons by their names."""
    return ((one.name, one) for one in model.comparisons)
