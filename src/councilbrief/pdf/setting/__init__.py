"""Blocks to pages: lines, boxes, panels, grids, and how they fill the pages."""
