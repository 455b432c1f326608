"""YAML as officers write it, read strictly, with the place of every word.

bytes → nodes (`reading`) → a typed model (`typed`), all mistakes of a file in one run
"""

from councilbrief.yamlfile.nodes import Entry, Listing, Mapping, Node, Position, Scalar
from councilbrief.yamlfile.reading import load_yaml, read_yaml

__all__ = ["Entry", "Listing", "Mapping", "Node", "Position", "Scalar", "load_yaml", "read_yaml"]
