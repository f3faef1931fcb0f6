cli-journal = Écrit le journal des actes sur la sortie standard, une ligne JSON chacun.
cli-day = JOUR
journal-help-since = premier jour, par exemple 2026-11-01
