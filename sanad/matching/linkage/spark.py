"""The same model on Spark, for records that one machine cannot hold. Optional: needs pyspark and Java.

Spark writes what it works on to disk in clear, so it gets invented records only, or an encrypted disk. The weights
are those that are given or shipped; they are not trained here, so that both engines use the same.
"""

import logging
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
from splink import Linker
from splink.internals.splink_dataframe import SplinkDataFrame

from sanad.matching.linkage.comparing import Compared, Weights, pairs_of, share_of
from sanad.matching.linkage.model import Model, settings
from sanad.matching.linkage.rarity import tell_rarity

if TYPE_CHECKING:
    from pyspark.sql import SparkSession


def compare(
    model: Model,
    table: pa.Table,
    *,
    weights: Weights | None = None,
    new: Sequence[int] | None = None,
    least: float = 0.05,
) -> Compared:
    """The same pairs as `comparing.compare` finds with the same weights."""
    if table.num_rows < 2:
        return Compared(records=table.num_rows)
    logging.getLogger("splink").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory(prefix="sanad-spark-") as folder:
        session = _session(Path(folder))
        try:
            source = Path(folder) / "records.parquet"
            pq.write_table(table, source)
            pairs = _pairs(model.weighted(weights or {}), session, source, table, least)
        finally:
            session.stop()
    if new is not None:
        fresh = set(new)
        pairs.pairs = [pair for pair in pairs.pairs if pair.one in fresh or pair.other in fresh]
    pairs.records = table.num_rows
    return pairs


def _pairs(model: Model, session: "SparkSession", source: Path, table: pa.Table, least: float) -> Compared:
    from splink import SparkAPI

    database = SparkAPI(spark_session=session, break_lineage_method="parquet", num_partitions_on_repartition=4)
    wanted = settings(model, share=share_of(table.num_rows), dialect="spark")
    linker = Linker(database.register(session.read.parquet(str(source))), wanted, log_level=logging.ERROR)

    def register(rarity: pa.Table) -> SplinkDataFrame:
        file = source.with_name(f"{rarity.column_names[0]}.parquet")
        pq.write_table(rarity, file)
        return database.register(session.read.parquet(str(file)))

    tell_rarity(linker, model, table, register)
    return Compared(pairs_of(model, linker.inference.predict(threshold_match_probability=least)))


def _session(folder: Path) -> "SparkSession":
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").appName("sanad")
    for name, value in {
        "spark.driver.memory": "2g",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": "4",
        "spark.default.parallelism": "4",
        "spark.local.dir": str(folder),
        "spark.sql.warehouse.dir": str(folder / "warehouse"),
    }.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setCheckpointDir(str(folder / "checkpoints"))
    return session
