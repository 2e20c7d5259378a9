"""How rare a value is: how often it stands in these records, and what is usual where they are few.

Splink alone takes a name that stands twice among two records for one that everybody has.
"""

from collections.abc import Callable

import pyarrow as pa
import pyarrow.compute as pc
from splink import Linker
from splink.internals.splink_dataframe import SplinkDataFrame

from sanad.matching.linkage.model import Model

USUAL = 2_000  # records that what is usual counts as


def tell_rarity(linker: Linker, model: Model, table: pa.Table, register: Callable[[pa.Table], SplinkDataFrame]) -> None:
    """Give Splink the frequencies of all values by whose rarity agreeing weighs more."""
    for column, usual in usual_shares(model).items():
        linker.table_management.register_term_frequency_lookup(register(frequencies(table, column, usual)), column)


def usual_shares(model: Model) -> dict[str, float]:
    """For each such column how often two others agree on it."""
    return {level.frequency_of: level.u for each in model.comparisons for level in each.levels if level.frequency_of}


def frequencies(table: pa.Table, column: str, usual: float) -> pa.Table:
    """Each value with its share of the records, drawn towards the usual share where records are few."""
    values = table[column].combine_chunks() if isinstance(table[column], pa.ChunkedArray) else table[column]
    counted = pc.value_counts(values.drop_null())
    known = len(values) - values.null_count
    shares = pc.divide(pc.add(pc.cast(counted.field("counts"), pa.float64()), USUAL * usual), float(known + USUAL))
    return pa.table({column: counted.field("values"), f"tf_{column}": shares})
