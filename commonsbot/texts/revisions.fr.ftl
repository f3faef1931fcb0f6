## Modifier

summary-edit = corrige une fiche, ou propose de la corriger
details-edit = Après le numéro, écrivez ce qui change : `titre: …`, `texte: …`, `lien: …`, `type: …`, `licence: …`, `visible: …`, ou `#ia -#web` pour ajouter et enlever des thèmes. Une ligne seule est un nouveau titre ; plusieurs, un nouveau titre et un nouveau texte. Ce qui n'est pas dit reste. Si la fiche n'est pas la vôtre, je propose le changement à son auteur.
example-edit = 42 titre: Gabarit de carte de vœux
form-edit = numéro changement

change-empty = Que faut-il changer dans la fiche { $number } ? Par exemple : `!modifier { $card } titre: Nouveau titre`, `!modifier { $card } #ia -#web`, ou un nouveau titre puis, à la ligne, un nouveau texte.
change-nothing = Rien ne change : la fiche { $number } dit déjà cela.
change-no-title = Il faut un titre. Exemple : `titre: Gabarit de carte de vœux`
change-title-long = Ce titre est trop long ({ $limit } caractères au plus). Gardez l'essentiel, et mettez le reste dans le texte.
change-link-wrong = « { $value } » n'est pas une adresse web : elle doit commencer par https://. Pour enlever les liens : `lien: aucun`
change-theme-wrong = « { $value } » ne peut pas être un thème. Exemple : `thèmes: #ia #falc`
change-kind-wrong = Je ne connais pas le type « { $value } ». Au choix : astuce, retour d'expérience, outil, modèle, lien, question, test.
change-licence-wrong = Je ne connais pas la licence « { $value } ». Au choix : licence ouverte, CC0, CC BY, CC BY-SA, interne, lien seul.
change-audience-wrong = « { $value } » ? Une fiche est visible par : salon, réseau ou public.
change-which-link = Cette fiche a { $count } liens. Donnez l'ancien puis le nouveau : `lien: { $old } { $new }`

edit-done = **La fiche { $link } est modifiée**
edit-public-lost = Sans licence ouverte, elle n'est plus publique : elle est maintenant visible par le réseau.
edit-undo = La revoir : `!fiche { $number }` · Revenir en arrière : `!rétablir { $number } { $version }`

part-title = titre
part-text = texte
part-facets = collectivité, budget, canal
part-links = liens
part-themes = thèmes
part-files = fichiers
part-kind = type
part-licence = licence
part-audience = visible par
difference-title = { $part } : « { $old } » devient « { $new } »
difference-value = { $part } : { $new } (avant : { $old })
difference-part = { $part } :
difference-quote = « { $words } »
difference-gained = ajouté : { $what }
difference-lost = enlevé : { $what }
difference-more-gained = et { $count ->
    [one] un autre passage ajouté
   *[other] { $count } autres passages ajoutés
  }
difference-more-lost = et { $count ->
    [one] un autre passage enlevé
   *[other] { $count } autres passages enlevés
  }
difference-rewritten = { $part } : changé

## Historique

history-title = { $count ->
    [one] **Fiche { $link }** · une seule version
   *[other] **Fiche { $link }** · { $count } versions
  }
history-item = version { $version } · { $date } · par { $who }
history-item-nobody = version { $version } · { $date }
history-first = première version
history-proposal = proposition acceptée par { $who }
history-revert = retour à la version { $version }
history-merge = réunie avec la fiche { $number }
history-split = séparée de la fiche { $number }
history-hidden = { $count ->
    [one] Une version n'est pas visible d'ici.
   *[other] { $count } versions ne sont pas visibles d'ici.
  }
history-older = Les plus anciennes : `!fiche { $number } historique { $page }`
history-how = En voir une : `!fiche { $number } version { $version }`
history-back = Y revenir : `!rétablir { $number } { $version }`
version-missing = La fiche { $number } n'a pas de version { $version }, ou elle n'est pas visible d'ici. Ses versions : `!fiche { $card } historique`
version-title = **Version { $version } de la fiche { $link }** · { $date }
version-now = C'est la version d'aujourd'hui.
details-card = `!fiche 42 historique` montre ce qui a changé, quand et par qui ; `!fiche 42 version 3`, la fiche telle qu'elle était. Seul, `!fiche` montre celle du message auquel vous répondez, sinon la dernière que vous avez partagée ici.

## Rétablir

summary-restore = remet une fiche comme elle était (la vôtre, ou toute fiche de ce salon si vous le modérez)
details-restore = `!rétablir 42 3` remet la version 3 ; sans numéro de version, celle d'avant. Rien n'est effacé : l'historique garde tout. La licence et qui voit la fiche restent comme aujourd'hui.
form-restore = numéro version
restore-done = **La fiche { $link } est revenue à sa version { $version }**
restore-same = La fiche { $number } est déjà comme dans sa version { $version }.
restore-only = La fiche { $number } n'a qu'une version.
restore-refused = La fiche { $number } est rétablie par son auteur ou un modérateur du salon où elle a été partagée. Pour proposer un changement : `!modifier { $card }` suivi de ce qui change.
restore-narrower = La version { $version } n'était visible que dans son salon : son auteur seul peut la montrer de nouveau.
restore-split = La version { $version } contenait la fiche { $number }, qui en a été séparée. Réunissez-les d'abord : `!fusionner { $card } { $other }`
restore-parted = La fiche { $number }, qui y avait été réunie depuis, est de nouveau seule.
