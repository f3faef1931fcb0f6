## Thèmes et outils

share-recognised = Thèmes et outils reconnus : { $themes }.

usage-theme = #thème
usage-themes = #thème #thème
usage-tool = nom
parameter-theme = un thème
parameter-themes = deux thèmes
parameter-tool = le nom d'un outil
example-theme = #ia

summary-themes = montre les thèmes du réseau, ou les fiches d'un seul
details-themes = `!thèmes` seul montre ceux qui ont des fiches, `!thèmes tous` les montre tous. Synonymes et sigles sont compris : #rs est #réseaux-sociaux.
summary-tools = montre les outils dont parlent les fiches, ou les fiches d'un seul
details-tools = `!outils` seul montre ceux dont parle une fiche, `!outils tous` les montre tous.

overview-title-theme = { $count ->
    [one] **{ $count } thème**
   *[other] **{ $count } thèmes**
  }, et leur nombre de fiches
overview-title-tool = { $count ->
    [one] **{ $count } outil**
   *[other] **{ $count } outils**
  }, et leur nombre de fiches
overview-none-theme = Aucune fiche visible d'ici n'a de thème pour l'instant. Ceux que je connais : `!thèmes tous`
overview-none-tool = Aucune fiche visible d'ici ne parle d'un outil pour l'instant. Ceux que je connais : `!outils tous`
overview-closing-theme = Voir un thème : `!thème { $example }` · Les outils : `!outils` · Tous les thèmes : `!thèmes tous`
overview-closing-tool = Voir un outil : `!outil { $example }` · Tous les outils : `!outils tous`
overview-other-group = Autres
overview-others = Autres mots employés : { $words }

theme-count-all = { $total ->
    [one] **{ $name }** · { $total } fiche
   *[other] **{ $name }** · { $total } fiches
  }
theme-count = **{ $name }** · { $total } fiches · { $first } à { $last }
theme-no-card = **{ $name }** · aucune fiche visible d'ici pour l'instant
theme-names = Aussi : { $names }
theme-next = La suite : `!{ $command }`
tool-site = Son site : { $site }
not-known-theme = Je ne connais pas de thème « { $name } ». Tous les thèmes : `!thèmes tous`
not-known-near-theme = Je ne connais pas de thème « { $name } ». Peut-être { $near } ? Tous les thèmes : `!thèmes tous`
not-known-tool = Je ne connais pas d'outil « { $name } ». Cherchez-le dans le texte des fiches : `!chercher { $name }`
not-known-near-tool = Je ne connais pas d'outil « { $name } ». Peut-être { $near } ? Sinon, cherchez-le dans le texte des fiches : `!chercher { $name }`

## Le vocabulaire, pour les modérateurs

summary-theme-proposals = montre les mots-dièse des membres qui ne sont pas encore des thèmes
summary-theme-accept = fait d'un mot-dièse un thème du réseau
details-theme-accept = Il est alors reconnu dans les textes. Pour en faire un outil, ajoutez « outil » : `!thème accepter #swapcard outil`
summary-theme-merge = réunit un thème à un autre
details-theme-merge = Les fiches du premier prennent le second, et le premier mot reste compris. Réunir un thème du vocabulaire est réservé aux référents.
summary-theme-rename = donne un autre nom à un thème
details-theme-rename = Les fiches suivent, et l'ancien mot reste compris. Renommer un thème du vocabulaire est réservé aux référents.
summary-theme-aside = ne propose plus un mot-dièse comme thème
details-theme-aside = Les fiches qui le portent le gardent. Écarter un thème du vocabulaire est réservé aux référents.
example-proposal = #budget-vert
example-merge = #bp #budget-participatif
example-rename = #com-de-crise #crise-locale

proposals-title = { $count ->
    [one] **{ $count } mot-dièse** à examiner
   *[other] **{ $count } mots-dièse** à examiner, les plus employés d'abord
  }
proposals-none = Aucun mot-dièse à examiner : tous ceux des fiches sont des thèmes.
proposal = { $count ->
    [one] **#{ $name }** · { $count } fiche
   *[other] **#{ $name }** · { $count } fiches
  }
proposal-near = proche de #{ $near }
proposals-acts = En faire un thème : `!thème accepter #{ $name }` · Le réunir à un autre : `!thème fusionner #{ $name } #autre` · Le renommer : `!thème renommer #{ $name } #autre` · Ne plus le voir ici : `!thème écarter #{ $name }`

theme-accepted-theme = **#{ $name }** est maintenant un thème du réseau : il est reconnu dans les textes.
theme-accepted-tool = **#{ $name }** est maintenant un outil du réseau : il est reconnu dans les textes.
theme-merged = { $count ->
    [one] #{ $name } rejoint **#{ $into }** ({ $count } fiche visible d'ici), et reste compris.
   *[other] #{ $name } rejoint **#{ $into }** ({ $count } fiches visibles d'ici), et reste compris.
  }
theme-renamed = { $count ->
    [one] #{ $name } s'appelle désormais **#{ $into }** ({ $count } fiche visible d'ici) ; l'ancien mot reste compris.
   *[other] #{ $name } s'appelle désormais **#{ $into }** ({ $count } fiches visibles d'ici) ; l'ancien mot reste compris.
  }
theme-aside = #{ $name } n'est pas un thème du réseau. Les fiches qui le portent le gardent.
theme-already = #{ $name } est déjà un thème du réseau.
theme-same = C'est déjà le même thème : #{ $name }.
theme-name-taken = #{ $other } existe déjà. Pour les réunir : `!thème fusionner #{ $name } #{ $other }`
theme-steward-only = #{ $name } est un thème du réseau entier : seul un référent peut le changer.
theme-private = #{ $name } n'est porté que par des fiches réservées à un salon. Le vocabulaire est celui du réseau : il ne peut pas faire connaître ce mot ailleurs.
theme-unnamed = Donnez un mot-dièse : des lettres, des chiffres ou des traits d'union, 40 au plus, par exemple #budget-vert.
theme-merge-two = Donnez deux thèmes : celui qui disparaît, puis celui qui reste. Exemple : `!thème fusionner #bp #budget-participatif`
theme-rename-two = Donnez le thème, puis son nouveau nom. Exemple : `!thème renommer #com-de-crise #crise-locale`
