"""The demo site: offices, users and records that are all invented, made once.

Owns the invention. Everything is written through the actions of the packages, as their users would.
"""

from sanad.config.demo.making import log_ins, make_demo

__all__ = ["log_ins", "make_demo"]
