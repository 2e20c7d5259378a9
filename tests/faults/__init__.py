"""What an attacker, a power cut or a forgetful programmer would do, done on purpose.

Each suite looks at many things, says how many fell short (the target is 0), and then plants faults of its own that it
must catch: a suite that misses a planted fault fails, for its zero would mean nothing. `make faults` runs all of them
in their long form, prints a line each and writes `benchmarks/FAULTS.md`; `make test` runs a short form.
"""
