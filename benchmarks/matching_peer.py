"""recordlinkage on the same invented people, as its handbook uses it: run by a Python that has it.

`PYTHON benchmarks/matching_peer.py RECORDS.csv`: names are plain transliterations, since it has no keys across scripts;
the pairs are scored by its own expectation maximisation. Prints one line of JSON. Nothing of Sanad is imported.
"""

import json
import sys
import time

RULES = (
    ["cnic"], ["name", "father"], ["day", "district"], ["name", "district"], ["name", "day"], ["father", "day"],
    ["father", "district", "age"],
)  # fmt: skip


def main(file: str) -> dict[str, float]:
    """Index, compare, classify; how right it is."""
    import pandas as pd
    import recordlinkage

    records = pd.read_csv(file, dtype={"cnic": str, "who": int})
    began = time.perf_counter()
    indexer = recordlinkage.Index()
    for rule in RULES:
        indexer.block(rule)
    candidates = indexer.index(records)
    compare = recordlinkage.Compare()
    for name in ("name", "father"):
        compare.string(name, name, method="jarowinkler", threshold=0.85, label=name)
    for name in ("sex", "district", "cnic"):
        compare.exact(name, name, label=name)
    compare.numeric("age", "age", method="step", offset=2, label="age")
    compare.numeric("day", "day", method="step", offset=4, label="day")
    vectors = (compare.compute(candidates, records) > 0.5).astype(int)
    found = recordlinkage.ECMClassifier(binarize=0.5).fit_predict(vectors)
    took = time.perf_counter() - began
    sizes = records.who.value_counts()
    true = int((sizes * (sizes - 1) // 2).sum())
    who = records.who
    one, other = found.get_level_values(0), found.get_level_values(1)
    right = int((who.loc[one].to_numpy() == who.loc[other].to_numpy()).sum())
    precision, recall = right / max(len(found), 1), right / true
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": precision, "recall": recall, "f1": f1, "seconds": took}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1])))
