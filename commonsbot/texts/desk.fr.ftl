## Ce que le salon des modérateurs apprend

week-note = **La semaine des modérateurs** : ce qui attend quelqu'un
week-shares = { $count ->
    [one] **{ $count } partage à relire**, depuis le { $since } : `!modérer`
   *[other] **{ $count } partages à relire**, le plus ancien depuis le { $since } : `!modérer`
  }
week-proposals = { $count ->
    [one] **{ $count } fiche a un changement proposé**
   *[other] **{ $count } fiches ont un changement proposé**
  } : `!propositions`
week-questions = { $count ->
    [one] **{ $count } question sans réponse** depuis plus de deux semaines
   *[other] **{ $count } questions sans réponse** depuis plus de deux semaines
  }
week-links = { $count ->
    [one] **{ $count } fiche a un lien mort**
   *[other] **{ $count } fiches ont un lien mort**
  }
week-sources = { $count ->
    [one] **{ $count } source ne se lit plus**
   *[other] **{ $count } sources ne se lisent plus**
  }
week-suspended = { $count ->
    [one] **{ $count } membre suspendu**
   *[other] **{ $count } membres suspendus**
  }
week-more = et { $count } de plus

failures = **Ce qui n'est pas passé.** Rien n'est à faire dans l'instant :
failures-forbidden = { $room } : { $count ->
    [one] un message refusé
   *[other] { $count } messages refusés
  }, car je n'ai pas le droit d'y écrire. Un modérateur de ce salon peut me le donner.
failures-refused = { $room } : { $count ->
    [one] un message refusé
   *[other] { $count } messages refusés
  } par le serveur ({ $error }). L'opérateur en a le détail dans les journaux.
