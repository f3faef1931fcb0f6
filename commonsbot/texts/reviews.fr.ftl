## Toujours valable ?

review-ask = { $count ->
    [one] **Toujours valable ?** Vous avez partagé cette fiche il y a un moment.
   *[other] **Toujours valables ?** Vous avez partagé ces fiches il y a un moment.
  }
review-answer = { $count ->
    [one] Oui : ✅ ou `!oui`. Non : ❌ ou `!non`. La corriger : `!modifier { $number }` suivi de ce qui change.
   *[other] Oui, toutes : ✅ ou `!oui`. Sinon, une par une : `!valable { $number }`, `!modifier { $number }` suivi de ce qui change, ou `!retirer { $number }`.
  }
review-confirmed = { $count ->
    [one] Merci : la fiche { $numbers } est confirmée.
   *[other] Merci : les fiches { $numbers } sont confirmées.
  }
review-no = { $count ->
    [one] Merci de l'avoir dit. En attendant mieux, la fiche dit qu'elle est à vérifier.
   *[other] Merci de l'avoir dit. Pour chacune :
  }
review-ways = { $title } : la corriger, `!modifier { $number }` suivi de ce qui change ; la retirer, `!retirer { $number }` ; elle est bonne, `!valable { $number }`
review-gone = Ces fiches ne sont plus là : merci quand même.
review-refused = La fiche { $number } est confirmée par son auteur ou un modérateur du salon où elle a été partagée. Pour proposer une correction : `!modifier { $card }` suivi de ce qui change.

summary-valid = confirme qu'une fiche est toujours valable
details-valid = Plusieurs à la fois : `!valable 42 43`. Pour l'auteur de la fiche, ou un modérateur du salon où elle a été partagée.
summary-check = montre les fiches à vérifier : dépassées peut-être, ou dont un lien est mort
form-valid = numéro
check-title = **Fiches à vérifier**
check-nothing = Aucune fiche n'est à vérifier ici.
check-how = Toujours bonne ? `!valable { $number }` · La corriger : `!modifier { $number }` suivi de ce qui change
card-stale = À vérifier depuis le { $date } : personne n'a confirmé que c'est toujours valable.
