licence-open-licence = Licence Ouverte 2.0
licence-cc0 = CC0
licence-cc-by = CC BY 4.0
licence-cc-by-sa = CC BY-SA 4.0
licence-network = interne au réseau
licence-link = lien seul
