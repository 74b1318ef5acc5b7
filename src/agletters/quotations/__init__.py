"""Quotations: finding them, anchoring them in their sources, comparing their printings."""
