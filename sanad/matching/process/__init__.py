"""The process in which names are compared: started for one matching, gone after it.

It reads what is compared, asks the vault for the names, runs the model in memory, and says which pairs it found, by
their ids. It writes nothing, to the database or to disk.
"""
