cli-journal = Writes the journal of acts to standard output, one JSON line each.
cli-day = DAY
journal-help-since = first day, for instance 2026-11-01
