licence-open-licence = Licence Ouverte 2.0
licence-cc0 = CC0
licence-cc-by = CC BY 4.0
licence-cc-by-sa = CC BY-SA 4.0
licence-network = interne au réseau
licence-link = lien seul

summary-licence = dit la licence d'une fiche, ou la choisit
details-licence = Au choix : licence ouverte, CC0, CC BY, CC BY-SA, interne au réseau, lien seul. Les quatre premières sont ouvertes : elles seules permettent une fiche publique. Ouvrir la licence d'une fiche revient à son auteur.
form-licence = numéro licence
summary-credit = donne la ligne de crédit à copier quand vous réutilisez une fiche

licence-now = La fiche { $number } est sous licence : { $licence }.
licence-choose = Pour en changer : `!licence { $card }` suivi de `ouverte`, `cc0`, `cc-by`, `cc-by-sa`, `interne` ou `lien seul`.
licence-nobody = Ouvrir la licence de la fiche { $number } revient à son auteur, qui n'est plus là : elle reste comme elle est.
licence-advice-open-licence = Réutilisation libre, à condition de citer la source et sa date : la ligne de crédit le fait.
licence-advice-cc0 = Réutilisation libre, sans condition ; citer reste un geste apprécié.
licence-advice-cc-by = Réutilisation libre, même modifiée, à condition de citer l'auteur et la licence, et de dire ce que vous avez changé.
licence-advice-cc-by-sa = Réutilisation libre, même modifiée, à condition de citer l'auteur et de partager le résultat sous la même licence.
licence-advice-network = Interne au réseau : ne la diffusez pas au dehors sans l'accord de son auteur.
licence-advice-network-author = Interne au réseau : pour vous en servir au dehors, demandez à { $author }.
licence-advice-link = Seul le lien est partagé : la page a ses propres conditions, lisez-les avant d'en reprendre le contenu.
credit-title = « { $title } »
credit-updated = mis à jour le { $date }
credit-licence = { $licence } ({ $url })
