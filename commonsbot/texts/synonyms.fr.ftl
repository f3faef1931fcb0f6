## Synonymes, pour les modérateurs

summary-synonym = fait chercher un mot avec un autre, ou montre ceux qui le sont
details-synonym = Vaut pour tout le réseau, dans les deux sens, dès la recherche suivante. Séparez par « = », une virgule ou « égale ». `!synonyme` seul montre les derniers, `!synonyme télétravail` ceux d'un mot. Les sigles et les mots courants du métier sont déjà connus, comme les noms des thèmes.
summary-synonym-remove = retire un synonyme, par son numéro ou ses mots
usage-synonym = mot = mot
example-synonym = télétravail = travail à distance
synonym-added = C'est noté, pour tout le réseau : **{ $words }**. Chercher l'un trouve l'autre. Retirer : `!synonyme retirer { $number }`
synonym-already = C'était déjà le cas : { $words } (n° { $number }).
synonym-removed = Ces mots ne sont plus synonymes : { $words }.
synonym-unknown = Je ne trouve pas de synonyme « { $words } » à retirer. Leurs numéros : `!synonyme`
synonym-wordless = « { $words } » ne dit rien à chercher. Exemple : `!synonyme télétravail = travail à distance`
synonym-same = Pour la recherche, c'est déjà le même mot : { $words }. Accents, majuscules et pluriels n'y comptent pas.
synonym-long = C'est trop long : { $most } mots ou expressions au plus, de { $longest } caractères chacun.
synonym-none = Les modérateurs n'ont encore ajouté aucun synonyme. Pour commencer : `!synonyme télétravail = travail à distance`
synonym-none-of = Aucun synonyme ajouté pour « { $word } ». En ajouter un : `!synonyme { $word } = autre mot`
synonym-list = { $count ->
    [one] **{ $count } synonyme** ajouté par les modérateurs
   *[other] **{ $count } synonymes** ajoutés par les modérateurs, les { $shown } derniers
  }
synonym-acts = En retirer un : `!synonyme retirer { $number }`
