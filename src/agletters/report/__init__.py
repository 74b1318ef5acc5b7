"""From notebooks to one published page."""
