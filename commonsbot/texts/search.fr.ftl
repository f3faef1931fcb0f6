## Chercher

summary-search = retrouve les fiches qui parlent de ces mots
details-search = Accents, pluriels et fautes de frappe n'ont pas d'importance ; une question entière convient aussi. Pour préciser, dans l'ordre que vous voulez : `"mots exacts"`, `-mot` (sans ce mot), `#thème`, `type:outil`, `de:anne`, `salon:ici`, `depuis:2025-03`, `avant:2026`, `licence:libre`, `testé:oui`, `<10000 habitants`, `chez:commune`, `dans:actus`, `tri:date`. Un dernier mot `pourquoi` explique le classement.
summary-more = montre la suite de votre dernière recherche ici

search-count = { $total ->
    [one] **{ $total } fiche{ $more }** · { $query }
   *[other] **{ $total } fiches{ $more }** · { $query }
  }
search-count-news = { $total ->
    [one] **{ $total } actualité{ $more }** · { $query }
   *[other] **{ $total } actualités{ $more }** · { $query }
  }
search-count-mixed = { $total ->
    [one] **{ $total } résultat{ $more }** · { $query }
   *[other] **{ $total } résultats{ $more }** · { $query }
  }
search-capped = { "" } ou plus
search-range = { $first } à { $last }
search-repaired = Résultats pour « { $meant } » : aucune fiche ne contient « { $typed } ».
search-repaired-news = Résultats pour « { $meant } » : aucune actualité ne contient « { $typed } ».
search-loosened = Nulle part ces mots ne se suivent : « { $phrase } ». Voici ce qui les contient séparément.
search-unknown-name = Rien de visible d'ici n'a pour thème, auteur ou salon « { $name } » : je l'ai cherché comme un mot.
search-unknown-field = Je ne connais pas le filtre « { $name } : » : je l'ai cherché comme un mot. Ceux que je connais : `!aide chercher`
search-unknown-value = « { $name } : { $value } » : je n'ai pas compris, et j'ai cherché les mots. Après « { $name } : », écrivez { $expected }.
search-no-value = Après « { $name } : », écrivez { $expected }.
search-expects-theme = un thème, par exemple #ia
search-expects-kind = astuce, rex, outil, modèle, lien, question ou test
search-expects-author = le nom d'un membre, par exemple @anne, ou « moi »
search-expects-room = « ici » ou le nom d'un salon
search-expects-since = une date : 2025, 2025-03, mars 2025, 12/03/2025, hier, 3 mois…
search-expects-after = une date : 2025, 2025-03, mars 2025, 12/03/2025, hier, 3 mois…
search-expects-before = une date : 2025, 2025-03, mars 2025, 12/03/2025, hier, 3 mois…
search-expects-until = une date : 2025, 2025-03, mars 2025, 12/03/2025, hier, 3 mois…
search-expects-during = une date : 2025, 2025-03, mars 2025, 12/03/2025, hier, 3 mois…
search-expects-licence = « libre », CC BY, CC BY-SA, CC0, « licence ouverte » ou « interne »
search-expects-tried = « oui » ou « non »
search-expects-body = commune, métropole, département, région, hôpital, musée…
search-expects-population = un nombre d'habitants, par exemple <10000
search-expects-budget = « sans » ou une somme, par exemple <1000
search-expects-channel = papier, web, vidéo, affiche, presse, événement…
search-expects-place = « fiches », « actus » ou « tout »
search-expects-order = « date », « ancien » ou « pertinence »
search-alike = { $count ->
    [one] + { $count } fiche presque pareille : { $numbers }
   *[other] + { $count } fiches presque pareilles : { $numbers }
  }
search-alike-news = { $count ->
    [one] + { $count } actualité presque pareille
   *[other] + { $count } actualités presque pareilles
  }
search-news-from = actualité · { $source } · { $date }
search-news-beside = **Dans les actualités** · { $count }
search-news-more = Les voir toutes : `!chercher { $query } dans:actus`
search-more = Suite : `!plus`
search-open = Ouvrir une fiche : `!fiche { $number }`
search-empty = « { $words } » ne dit rien à chercher. Donnez quelques mots, par exemple `!chercher budget participatif`, ou un filtre : `!chercher #ia type:outil`
more-nothing = Je n'ai pas de recherche de vous à continuer ici. Cherchez d'abord : `!chercher` suivi de quelques mots.
more-end = Vous avez tout vu de « { $query } ». Pour chercher autre chose : `!chercher` suivi de quelques mots.

## Rien trouvé

search-nothing = Aucune fiche ne parle de « { $query } ». Essayez un mot plus simple, ou voyez les dernières : `!récent`
search-nothing-news = Aucune actualité ne parle de « { $query } ». Les fiches peut-être : `!chercher { $words }`
search-nothing-news-filtered = Aucune actualité de ce salon ne répond à « { $query } ». Enlevez un filtre, ou voyez les dernières : `!veille`
search-nothing-filtered = Aucune fiche visible d'ici ne répond à « { $query } ». Enlevez un filtre, ou voyez les dernières : `!récent`
search-near-themes = Thèmes voisins : { $themes }.
search-nearest = Les plus proches :
search-without-filters = { $count ->
    [one] Sans ces filtres, { $count } fiche : `!chercher { $words }`
   *[other] Sans ces filtres, { $count } fiches : `!chercher { $words }`
  }
search-ask-network = Poser la question au réseau : `!question { $words }`

## Pourquoi ce classement

why-listed = Sans mot à chercher, les fiches vont de la plus récente à la plus ancienne.
why-dated = Les fiches qui répondent le mieux, rangées par date.
why-reason = « { $typed } » : { $how }, { $field } ({ $part } %)
why-how-exact = le mot même
why-how-form = une autre forme du mot, « { $found } »
why-how-kin = un mot qui commence pareil, « { $found } »
why-how-pair = les deux mots qui se suivent
why-how-synonym = par son synonyme « { $found } »
why-field-title = dans le titre
why-field-themes = dans les thèmes
why-field-text = dans le texte
why-bonus = { $said } ({ $part } %)
why-bonus-tried = testé par d'autres
why-bonus-thanked = a déjà servi
why-bonus-recent = récent
why-missing = absent : { $words }
