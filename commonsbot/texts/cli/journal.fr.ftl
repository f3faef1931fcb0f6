cli-journal = écrit le journal des actes sur la sortie standard, une ligne JSON chacun
journal-help-since = premier jour, par exemple 2026-11-01
