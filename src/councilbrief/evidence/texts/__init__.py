"""A text before anything is found in it: sentences, marks of quotation, kind, day of publication."""
