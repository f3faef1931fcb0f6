## Liens morts

dead-link-maybe = lien peut-être mort depuis le { $date } ({ $problem }) : { $url }
dead-link-sure = lien mort depuis le { $date } ({ $problem }) : { $url }
link-missing = page introuvable
link-broken = page en erreur
link-silent = site qui ne répond pas
dead-link-ask = { $count ->
    [one] **Un lien de votre fiche semble mort**
   *[other] **Des liens de vos fiches semblent morts**
  }
dead-link-answer = { $count ->
    [one] L'est-il ? ✅ ou `!oui` : sa fiche le dira, rien n'est effacé. Il marche ? ❌ ou `!non` : je n'y reviendrai pas de sitôt.
   *[other] Le sont-ils ? ✅ ou `!oui` : les fiches le diront, rien n'est effacé. Ils marchent ? ❌ ou `!non` : je n'y reviendrai pas de sitôt.
  } Pour remplacer un lien : `!modifier { $number } lien: ancien nouveau`
dead-link-confirmed = C'est noté, merci. Remplacer un lien : `!modifier { $number } lien: { $url } nouveau` · L'enlever : `!modifier { $number } -{ $url }`
dead-link-trusted = { $count ->
    [one] Tant mieux, merci : je le considère comme bon.
   *[other] Tant mieux, merci : je les considère comme bons.
  }
