## Relecture des partages

summary-moderate = montre ce qui attend votre avis : partages à relire et changements proposés

share-waits = **Merci ! Votre partage est gardé sous le { $number }, et attend la relecture d'un modérateur.**
share-waits-who = Personne d'autre ne peut encore le trouver ; je vous dirai ce qu'il en est.
capture-waits = Ce message attend déjà la relecture d'un modérateur.
moderation-direct = un message direct
moderation-head = **À relire : la fiche { $link }** · de { $who } · { $room }. Le texte et la réponse sont dans le fil.
moderation-ask = **Partage à relire** · de { $who } · { $room }
moderation-accept = L'accepter : { $taps ->
    [0] {""}
   *[other] ✅, ou {""}
  }`!valider { $number }`. Elle sera visible par { $audience }, et { $who } le saura.
moderation-refuse = La refuser : { $taps ->
    [0] {""}
   *[other] ❌, ou {""}
  }`!refuser { $number }` et une raison. Personne ne la verra, et { $who } le saura, raison comprise.
moderation-no-taps = Ce salon est chiffré : une réaction n'y compte pas, car rien n'y prouve qui l'a faite.
change-waits = **Merci ! Ce changement de la fiche { $number } attend la relecture d'un modérateur.** D'ici là, elle reste comme elle est ; je vous dirai ce qu'il en est. Le reprendre : `!refuser { $card }`
moderation-change-head = **À relire : un changement de la fiche { $link }** · de { $who } · { $room }. Le texte et la réponse sont dans le fil.
moderation-change-ask = **Changement à relire : la fiche { $link }** · de { $who } · { $room }
moderation-change-would = La fiche dirait alors :
moderation-change-accept = L'accepter : { $taps ->
    [0] {""}
   *[other] ✅, ou {""}
  }`!valider { $which }`. C'est ce que lira { $audience }, et qui l'a écrit le saura.
moderation-change-refuse = La garder telle quelle : { $taps ->
    [0] {""}
   *[other] ❌, ou {""}
  }`!refuser { $which }` et une raison. Rien ne change, et qui l'a écrit le saura, raison comprise.
moderation-accepted = La fiche { $number } est publiée, visible par { $audience }. Merci à { $who } !
moderation-accepted-note = Bonne nouvelle : votre partage est publié, c'est la fiche { $link }. Merci !
moderation-refused = La fiche { $number } n'est pas publiée. Merci à { $who } d'avoir proposé.
moderation-refused-note = Merci d'avoir partagé « { $title } » (fiche { $number }). Les modérateurs ont choisi de ne pas la publier.
moderation-refused-note-here = Merci d'avoir partagé. Les modérateurs ont choisi de ne pas publier la fiche { $number }.
moderation-refused-again = Vous pouvez la partager autrement, ou en parler avec eux.
moderation-reason = La raison : « { $reason } »
moderation-decided = Quelqu'un a déjà décidé de la fiche { $number }.
moderation-changed = La fiche { $number } vient de changer : relisez-la dans la question que je pose de nouveau, puis envoyez `!valider { $card }` dans une minute{ $taps ->
    [0] .
   *[other] , ou réagissez ✅ sur elle.
  }
moderation-queue = { $count ->
    [0] **Rien à relire**
    [one] **{ $count } partage** à relire
   *[other] **{ $count } partages** à relire
  }
moderation-item = de { $who } · { $room } · { $date }
moderation-how = Accepter : `!valider { $number }` · Refuser : `!refuser { $number }` et une raison
moderation-elsewhere = { $count ->
    [one] { $count } partage réservé à son salon y attend : seuls ses modérateurs le lisent.
   *[other] { $count } partages réservés à leur salon y attendent : seuls leurs modérateurs les lisent.
  }
moderation-proposals = { $count ->
    [one] { $count } changement proposé
   *[other] { $count } changements proposés
  } : `!propositions`
moderation-nothing = Rien n'attend votre avis ici.
