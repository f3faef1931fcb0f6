cli-journal = writes the journal of acts to standard output, one JSON line each
journal-help-since = first day, for instance 2026-11-01
