"""Documents to facts: inspections, judgements, findings and quotations, each with its place."""
