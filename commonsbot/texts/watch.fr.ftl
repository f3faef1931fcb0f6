## Veille

summary-watch = montre la veille du salon : les actualités de ses sources, par genre ou par mots
details-watch = Seul : les dernières, et les prochaines échéances. Avec un genre : `!veille prix`, `appels`, `événements`, `emplois`, `formations` ou `articles`. Avec des mots : `!veille marque employeur`, qui se précisent comme avec `!chercher` : `#thème`, `depuis:2026-09`. Pour être prévenu : `!suivre dans:actus` et vos mots.
form-watch = genre ou mots
example-watch = marque employeur
watch-title = **Veille de ce salon** · les dernières actualités
watch-lately = Depuis 7 jours : { $classes }
watch-lately-nothing = Rien de neuf depuis 7 jours.
watch-count-award-result = { $count } prix
watch-count-award-call = { $count ->
    [one] { $count } appel
   *[other] { $count } appels
  }
watch-count-event = { $count ->
    [one] { $count } événement
   *[other] { $count } événements
  }
watch-count-job = { $count ->
    [one] { $count } emploi
   *[other] { $count } emplois
  }
watch-count-training = { $count ->
    [one] { $count } formation
   *[other] { $count } formations
  }
watch-count-article = { $count ->
    [one] { $count } article
   *[other] { $count } articles
  }
watch-deadlines = **Prochaines échéances** · toutes : `!échéances`
watch-how = Par genre : `!veille appels` · Par mots : `!veille marque employeur` · En faire une fiche : répondez `!partager` à une actualité
watch-empty = Les sources de ce salon n'ont encore rien publié. Celles qu'il suit : `!source liste`
watch-no-source = Ce salon ne suit aucune source d'actualités. Qui modère peut en ajouter une : `!source ajouter` suivi de l'adresse d'un site.

news-class-article = article
news-class-award-result = prix
news-class-award-call = appel
news-class-event = événement
news-class-job = emploi
news-class-training = formation
news-until = jusqu'au { $date }
news-enrol-until = inscription jusqu'au { $date }
news-at = { $date } à { $hour }
news-span = du { $first } au { $last }
news-number = actu { $number }

## Échéances

summary-deadlines = montre jusqu'à quand candidater, dans les trois mois
deadlines-title = { $count ->
    [one] **Une échéance** dans les trois mois
   *[other] **{ $count } échéances** dans les trois mois
  }
deadlines-left = { $days ->
    [0] aujourd'hui
    [one] demain
   *[other] dans { $days } jours
  }
deadlines-none = Aucune échéance dans les trois mois, d'après les sources de ce salon. Les appels parus : `!veille appels`
deadlines-more = et { $count ->
    [one] une autre, plus tard
   *[other] { $count } autres, plus tard
  }
deadlines-how = Une date est fausse ? Dites-le à qui modère : `!actu { $number } échéance` suivi de la bonne date.
deadlines-reminder = { $count ->
    [one] **Plus que quelques jours pour candidater**
   *[other] **Plus que quelques jours pour candidater** · { $count } appels
  }
deadlines-closing = Toutes les échéances : `!échéances`

## Une actualité

summary-item = montre une actualité, et pourquoi elle a son genre
details-item = `!actu 812 pourquoi` montre les règles qui ont compté. Qui modère peut corriger : `!actu 812 classe prix` (ou `appels`, `événements`, `emplois`, `formations`, `articles`), `!actu 812 échéance 12 janvier`, `!actu 812 échéance aucune` ; aucune relecture ne défait une correction. `!actu` seul montre à qui modère les règles le plus souvent corrigées.
form-item = numéro pourquoi
news-not-a-number = « { $words } » n'est pas le numéro d'une actualité. Celles qui en parlent : `!veille { $words }`
news-missing = Je ne connais pas d'actu { $number }, ou ce salon ne suit pas sa source. Les dernières : `!veille`
news-which = Laquelle ? Donnez son numéro, par exemple `!actu 812`. Les dernières, avec leurs numéros : `!veille`
news-acts = Pourquoi ce genre : `!actu { $number } pourquoi` · En faire une fiche : `!partager actu { $number }`
news-cards = **Fiches faites de cette actualité**
news-why = Classée « { $name } », d'après ces règles ({ $scores }) :
news-why-article = C'est un article : aucun autre genre n'a assez de points ({ $scores } ; il en faut 3).
news-why-nothing = C'est un article : aucune règle ne s'y applique.
news-why-corrected = Classée « { $name } » par { $by }.
news-reason = « { $words } » { $where } : { $points } · règle { $rule }
news-where-title = dans le titre
news-where-summary = dans le résumé
news-correct = Ce n'est pas le bon genre ? `!actu { $number } classe` suivi de : { $classes }
news-moderators-only = Seules les personnes qui modèrent ce salon corrigent une actualité : demandez-leur.
news-class-which = Quel genre ? Écrivez `!actu { $number } classe` suivi de l'un de ceux-ci : { $classes }
news-class-unknown = « { $word } » n'est pas un genre d'actualité. Écrivez `!actu { $number } classe` suivi de l'un de ceux-ci : { $classes }
news-class-near = « { $word } » n'est pas un genre d'actualité. Vouliez-vous dire `!actu { $number } classe { $near }` ? Les genres : { $classes }
news-class-already = L'actu { $number } est déjà classée « { $name } ».
news-class-corrected = **C'est corrigé** : l'actu { $number } est classée « { $name } » (c'était « { $was } »), et le restera.
news-class-back = Revenir en arrière : `!actu { $number } classe { $word }`
news-deadline-read = Échéance lue : { $date }.
news-deadline-unread = Je ne lis pas de date dans « { $value } ». Écrivez par exemple `!actu { $number } échéance 12 janvier` ou `!actu { $number } échéance 3/2 à 18 h` ; pour l'enlever : `!actu { $number } échéance aucune`
news-deadline-moved = L'échéance de l'actu { $number } est désormais le { $date }. Les autres : `!échéances`
news-deadline-no-call = L'échéance de l'actu { $number } est désormais le { $date }. Elle n'est rappelée que si l'actualité est un appel : `!actu { $number } classe appels`
news-deadline-gone = L'actu { $number } n'a plus d'échéance.
corrections-none = Aucun genre n'a été corrigé jusqu'ici. Pour en corriger un : `!actu 812 classe` suivi de { $classes }.
corrections-title = { $count ->
    [one] **Une correction** de genre
   *[other] **{ $count } corrections** de genre
  }
corrections-class = « { $was } » → « { $name } » : { $count } fois
corrections-rule = règle { $rule } : démentie { $count } fois
corrections-how = Ces règles se changent dans un fichier : voir news_classes dans les réglages.

## Filtrer une source

summary-source-filter = ne garde d'une source que ce qui intéresse le salon
details-source-filter = L'effet sur les 30 dernières actualités est montré avant d'être enregistré. Écrivez ce que vous voulez (`classe:prix,appels`, `#ia`, des mots) et ce que vous ne voulez pas, précédé d'un moins (`-stage`, `-classe:emplois`). Des mots entre guillemets se suivent. `!source filtrer 3` montre le filtre, `!source filtrer 3 tout` l'enlève, et `toutes` à la place du numéro vaut pour toutes les sources du salon.
form-filter = numéro filtre
example-filter = 3 classe:prix,appels -stage
filter-no-source = Ce salon ne suit aucune source. Pour en ajouter une : `!source ajouter` suivi de l'adresse d'un site.
filter-which = Quelle source ? Donnez son numéro : `!source filtrer { $number } classe:prix`. Celles du salon : `!source liste`
filter-class-unknown = « { $value } » n'est pas un genre d'actualité. Les genres : { $classes }
filter-class-near = « { $value } » n'est pas un genre d'actualité : vouliez-vous dire « { $near } » ? Les genres : { $classes }
filter-theme-unknown = « { $value } » ne peut pas être un thème. Écrivez-en un comme `#ia` ; ceux du réseau : `!thèmes tous`
filter-name-unknown = Je ne connais pas « { $value } : ». Un filtre s'écrit avec `classe:prix`, `#thème`, des mots, et un moins devant ce que vous ne voulez pas.
filter-empty = « { $value } » ne filtre rien. Écrivez par exemple `classe:prix,appels`, `#ia` ou `-stage`.
filter-one-source = « { $title } »
filter-every-number = toutes
filter-all-sources = toutes les sources du salon
filter-none = Rien n'est filtré : ce salon lit tout de { $source }. Pour filtrer : `!source filtrer { $number } classe:prix,appels`
filter-now = **{ $source }** · filtre : { $filter }
filter-how = L'enlever : `!source filtrer { $number } tout`
filter-asked = **Filtrer { $source }** : { $filter }
filter-untried = Rien n'est encore paru : je ne peux pas montrer ce que cela donnerait.
filter-tried = { $count ->
    [one] La dernière actualité
   *[other] Des { $count } dernières actualités
  }, { $kept ->
    [0] aucune n'aurait été publiée.
    [one] voici celle qui aurait été publiée :
   *[other] voici les { $kept } qui auraient été publiées :
  }
filter-left = { $count ->
    [one] Écartée :
   *[other] Les { $count } autres, écartées :
  }
filter-left-all = { $count ->
    [one] Elle serait écartée :
   *[other] Toutes seraient écartées :
  }
filter-word-or-class = « { $word } » est cherché ici comme un mot. Pour le genre, écrivez `classe:{ $name }`.
filter-others = … et { $count ->
    [one] une autre
   *[other] { $count } autres
  }
filter-yes = Enregistrer ce filtre ? ✅ ou `!oui`. Le laisser tomber : ❌ ou `!non`.
filter-kept = **C'est enregistré** : ce salon ne lit plus de { $source } que ce que le filtre laisse passer.
filter-back = L'enlever : `!source filtrer { $number } tout`
filter-dropped = Rien n'est changé : ce salon lit { $source } comme avant.
filter-gone = Le filtre est enlevé : ce salon lit tout de { $source }.

## Partager une actualité

news-share-which = Ce message nomme plusieurs actualités. Laquelle voulez-vous en fiche ?
news-share-line = `!partager actu { $number }` · { $title }

## Dans les thèmes et les alertes

theme-in-news = **Dans les actualités** · { $count }
theme-in-news-more = Toutes : `!veille #{ $name }`
follow-in-news = **Dans les actualités** · { $count }
search-expects-class = prix, appels, événements, emplois, formations ou articles
