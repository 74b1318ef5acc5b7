"""Joint letters of attorneys general: tables, coalitions, quotations and a published report."""
