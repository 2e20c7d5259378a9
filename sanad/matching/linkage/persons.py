"""The model for persons: two mentions of one human being.

The shipped weights were trained by expectation maximisation on 100,000 invented people (`benchmarks/make_people.py`);
on a large site they are trained anew on its own records, and everywhere they learn from what reviewers decide.
"""

from sanad.matching.linkage.model import (
    Comparison,
    Level,
    Model,
    apart,
    equal,
    letters,
    missing,
    same,
    shared_words,
)

WORDS = ("w1", "w2", "w3")


def _name(name: str) -> Comparison:
    shared = f"({shared_words(name, WORDS)})"
    fewest = f"case when {name}_n_l < {name}_n_r then {name}_n_l else {name}_n_r end"
    return Comparison(
        name,
        missing(f"{name}_c"),
        (
            Level("same", same(f"{name}_c"), 0.565, 0.0003, f"{name}_c"),
            Level("sounds", same(f"{name}_k"), 0.33, 0.0006, f"{name}_k"),
            Level("part", f"{shared} >= {fewest}", 0.022, 0.005),
            Level("letter", letters(f"{name}_k", 1), 0.053, 0.0045),
            Level("letters", letters(f"{name}_k", 2), 0.006, 0.025),
            Level("word", f"{shared} >= 1", 0.02, 0.03),
            Level("other", "ELSE", 0.004, 0.9346),
        ),
    )


PERSONS = Model(
    kind="person",
    comparisons=(
        _name("name"),
        _name("father"),
        Comparison(
            "age",
            missing("age"),
            (
                Level("same", apart("age", 0), 0.26, 0.022),
                Level("near", apart("age", 2), 0.473, 0.094),
                Level("about", apart("age", 5), 0.218, 0.134),
                Level("other", "ELSE", 0.049, 0.75),
            ),
        ),
        Comparison(
            "day",
            missing("day"),
            (
                Level("same", apart("day", 0), 0.55, 0.0003),
                Level("near", apart("day", 4), 0.425, 0.0022),
                Level("month", apart("day", 30), 0.022, 0.0138),
                Level("other", "ELSE", 0.003, 0.9837),
            ),
        ),
        Comparison(
            "sex",
            missing("sex"),
            (Level("same", same("sex"), 0.99, 0.53), Level("other", "ELSE", 0.01, 0.47)),
        ),
        Comparison(
            "district",
            missing("district"),
            (Level("same", same("district"), 0.88, 0.016, "district"), Level("other", "ELSE", 0.12, 0.984)),
        ),
        Comparison(
            "cnic",
            missing("cnic"),
            (Level("same", same("cnic"), 0.94, 0.000001), Level("other", "ELSE", 0.06, 0.999999)),
        ),
        Comparison(
            "phone",
            missing("phone"),
            (Level("same", same("phone"), 0.6, 0.0001), Level("other", "ELSE", 0.4, 0.9999)),
        ),
        Comparison(
            "fir",
            missing("fir"),
            (Level("same", same("fir"), 0.7, 0.0001), Level("other", "ELSE", 0.3, 0.9999)),
        ),
    ),
    # Each finds true pairs that the others miss: of 100,000 invented people five thousand are found by name, district
    # and sex alone. Rules on first words cost a third of the time at 1 M and found one pair in two hundred.
    blocking=(
        equal("cnic"),
        equal("phone"),
        equal("fir"),
        equal("day", "district"),
        equal("name_k", "father_k"),
        f"{equal('name_k', 'district', 'sex')} and (abs(l.age - r.age) <= 5 or l.age is null or r.age is null)",
        equal("name_k", "day"),
        equal("father_k", "day"),
        equal("father_k", "district", "age"),
    ),
    certain=(equal("cnic"), equal("name_c", "father_c", "district", "day")),
    certain_find=0.6,
    training=("l.day = r.day and l.district = r.district", equal("name_c", "father_c", "age")),
)
