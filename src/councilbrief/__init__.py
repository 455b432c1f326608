"""Short, sourced PDF briefings from documents about inspections of children's services.

    documents → evidence → briefing → pdf → builds

Words come in with a place, facts keep the place, the briefing cites it, and the PDF is
read back and must say the same.
"""

__version__ = "0.1.0"
