## Masquer, remettre, épingler

summary-hide = masque une fiche, ou toutes celles d'une recherche, le temps d'en décider
details-hide = Personne ne la trouve plus ; `!démasquer 42` la remet comme elle était. Son auteur l'apprend, avec votre raison. Avec des filtres (`de:`, `depuis:`, `#thème`, `type:`…), je montre d'abord ce qui changerait. La raison suit « raison : ».
form-hide = numéro raison
example-hide = de:@bruno:example.org depuis:hier raison : publicité
summary-show = remet une fiche masquée
form-remove = numéro
details-remove = Qui modère peut donner une raison, transmise à l'auteur, ou des filtres comme pour `!masquer` : je montre d'abord ce qui changerait.
summary-apply = confirme un changement sur plusieurs fiches, par leur nombre
summary-undo-bulk = défait votre dernier changement sur plusieurs fiches (pendant 15 minutes)
summary-pin = épingle dans ce salon le message d'une fiche

hide-done = La fiche { $number } est masquée : plus personne ne la trouve.
hide-back = La remettre : `!démasquer { $card }`
hide-refused = La fiche { $number } ne peut être masquée que par un modérateur du salon où elle a été partagée, ou un référent du réseau.
hidden-note = Les modérateurs ont masqué votre fiche { $card }, le temps d'en parler. Vous pouvez leur répondre ; rien n'est effacé.
removed-note = Les modérateurs ont retiré votre fiche { $card }. Vous pouvez leur en parler.
shown-note = Votre fiche { $card } est de nouveau visible.
show-done = La fiche { $link } est de nouveau visible, comme avant.
pin-done = C'est épinglé : la fiche { $link }
pin-elsewhere = On n'épingle une fiche que dans le salon où elle a été partagée : la fiche { $number } vient d'ailleurs, ou n'a pas de message.
pin-unsigned = L'auteur de la fiche { $number } ne la signe pas de son nom : épingler son message dirait qui c'est.
pin-no-power = Je n'ai pas le droit d'épingler ici, et je n'en demande pas. Pour épingler la fiche { $number } : ouvrez son message et choisissez « Épingler », ou donnez-moi ce droit dans les paramètres du salon.

## Plusieurs fiches à la fois

bulk-plan-hidden = { $count ->
    [one] **{ $count } fiche serait masquée** ; rien n'a encore changé.
   *[other] **{ $count } fiches seraient masquées** ; rien n'a encore changé.
  }
bulk-plan-removed = { $count ->
    [one] **{ $count } fiche serait retirée** ; rien n'a encore changé.
   *[other] **{ $count } fiches seraient retirées** ; rien n'a encore changé.
  }
bulk-others = { $count ->
    [one] et { $count } autre
   *[other] et { $count } autres
  }
bulk-confirm = Pour le faire, envoyez `!appliquer { $count }` d'ici { $minutes } minutes.
bulk-undoable = Vous pourrez le défaire pendant { $minutes } minutes.
bulk-inexact = Pour agir sur plusieurs fiches, donnez seulement des filtres que je comprends : `de:@bruno:example.org`, `depuis:hier`, `avant:mars`, `#thème`, `type:lien`. Je n'ai pas pu suivre « { $typed } » ; rien n'a changé.
bulk-too-many = C'est plus de { $most } fiches : précisez les filtres. Rien n'a changé.
bulk-nothing = Aucune fiche que vous modérez d'ici ne répond à ces filtres. Rien n'a changé.
bulk-none = Rien n'attend votre confirmation ici. Pour commencer : `!masquer` suivi de filtres, par exemple `!masquer de:@bruno:example.org depuis:hier`.
bulk-count = Ce n'est pas le nombre de fiches que je vous ai montré. Si c'est bien cela, envoyez `!appliquer { $count }`. Rien n'a changé.
bulk-done-hidden = { $count ->
    [one] C'est fait : { $count } fiche masquée.
   *[other] C'est fait : { $count } fiches masquées.
  }
bulk-done-removed = { $count ->
    [one] C'est fait : { $count } fiche retirée.
   *[other] C'est fait : { $count } fiches retirées.
  }
bulk-undo-how = Tout remettre : `!défaire`, pendant { $minutes } minutes.
bulk-undone = { $count ->
    [0] Il n'y avait plus rien à remettre.
    [one] C'est défait : { $count } fiche est de nouveau visible.
   *[other] C'est défait : { $count } fiches sont de nouveau visibles.
  }
bulk-too-late = Il n'y a rien à défaire ici : un changement sur plusieurs fiches se défait pendant { $minutes } minutes, par qui l'a fait.
bulk-note = { $count ->
    [one] Les modérateurs ont mis de côté une de vos fiches ({ $numbers }). Vous pouvez leur en parler.
   *[other] Les modérateurs ont mis de côté { $count } de vos fiches ({ $numbers }). Vous pouvez leur en parler.
  }

## Rôles et membres

network-only = `!{ $command }` touche tout le réseau : c'est réservé aux référents, et au salon des modérateurs.
summary-role = nomme un référent du réseau, ou met fin à ce rôle
details-role = Un référent modère tout le réseau et peut en nommer d'autres. Ceux de la configuration n'en changent que par elle.
form-role = @anne référente
example-role = @anne:example.org référente
role-which = Que doit devenir { $who } ? Écrivez `référente` ou `membre` après son nom.
role-stewards = Référents du réseau : { $names }
role-nobody = Le réseau n'a pas de référent : l'opérateur peut en nommer dans la configuration.
role-already = { $who } est déjà référent du réseau.
role-named = { $who } est maintenant référent du réseau : ses commandes valent partout.
role-not = { $who } n'était pas référent du réseau.
role-unnamed = { $who } redevient membre.
role-configured = { $who } est référent par la configuration : l'opérateur peut le changer dans `stewards`.
member-unknown = Je ne connais pas « { $typed } ». Écrivez l'identifiant complet, par exemple `{ $user }`.
member-several = Plusieurs personnes s'appellent « { $typed } ». Écrivez l'identifiant complet, par exemple `{ $user }`.
summary-members = montre les membres suspendus
form-members = suspendre @bruno
summary-suspend = suspend les demandes d'un membre au robot
details-suspend = La durée peut manquer, la raison non : elle est dite au membre, une fois. Il garde ses droits sur ce que le robot garde de lui, et peut toujours retirer ses messages.
form-suspend = @bruno durée raison
example-suspend = @bruno:example.org 7 jours publicité répétée
summary-unsuspend = met fin à une suspension
form-unsuspend = @bruno
example-unsuspend = @bruno:example.org
member-how = Je n'ai pas compris « { $typed } ». Pour suspendre : `!membre suspendre @bruno:example.org 7 jours` et une raison · pour y mettre fin : `!membre rétablir @bruno:example.org`.
member-none = Aucun membre n'est suspendu.
member-list = { $count ->
    [one] **{ $count } membre suspendu**
   *[other] **{ $count } membres suspendus**
  }
member-without-end = sans limite de temps
member-until = jusqu'au { $date }
member-self = Vous ne pouvez pas vous suspendre vous-même.
member-steward = { $who } est référent du réseau : il faut d'abord lui retirer ce rôle.
member-why = Donnez une raison : elle est dite au membre. Par exemple : `!membre suspendre { $who } 7 jours publicité répétée`
member-suspended = { $who } est suspendu { $until }. La raison : « { $why } »
member-meaning = Je ne réponds plus à ses demandes ; ce qui a déjà été partagé reste.
member-restore-how = Y mettre fin : `!membre rétablir { $user }`
member-not-suspended = { $who } n'est pas suspendu.
member-restored = La suspension de { $who } a pris fin.

## Journal et chiffres

summary-journal = montre qui a fait quoi, quand et pourquoi
details-journal = Tout ce qui a été décidé y reste. Vous pouvez préciser une personne, une fiche ou des dates.
form-journal = filtres
example-journal = @anne:example.org depuis:lundi
journal-title = { $count ->
    [one] **Journal** · { $count } acte
   *[other] **Journal** · { $count } actes
  }
journal-how = { $more ->
    [0] Préciser : `!journal 42`, `!journal @anne:example.org`, `!journal depuis:hier`
   *[other] et { $more } plus anciens. Préciser : `!journal 42`, `!journal @anne:example.org`, `!journal depuis:hier` · tout exporter : l'opérateur, par `commonsbot journal`
  }
journal-nothing = Le journal n'a rien de tel.
journal-inexact = Je n'ai pas compris « { $typed } ». Exemples : `!journal 42`, `!journal @anne:example.org`, `!journal depuis:hier`.
journal-nobody = le robot
act-publish-resource = publie
act-refuse-resource = refuse
act-removed-resource = retire
act-withdrawn-resource = reprend
act-hide-resource = masque
act-put-back-resource = remet
act-revise-resource = modifie
act-merge-resource = réunit
act-confirm-resource = confirme
act-pin-resource = épingle
act-accepted-proposal = accepte la proposition
act-refused-proposal = refuse la proposition
act-withdrawn-proposal = reprend la proposition
act-suspend-member = suspend
act-hand-over-member = remet ses données à
act-settled-words-of-member = a cherché ce que d'autres ont écrit de
act-refused-words-of-member = ne peut suivre la demande de
act-restore-member = met fin à la suspension de
act-name-steward-member = nomme référent
act-unname-steward-member = retire le rôle de référent à
act-accept-theme = accepte le thème
act-set-aside-theme = écarte le thème
act-merge-theme = réunit le thème
act-rename-theme = renomme le thème
act-add-synonym = ajoute le synonyme
act-remove-synonym = retire le synonyme
act-announce-source = publie les actualités de la source
act-stop-source = arrête la source
act-hold-source = retient la source
act-drop-message = renonce à un message
act-send-edition = envoie la lettre
act-urgent-room = parle hors des heures
act-set-hours = règle les heures de
act-set-policy-room = choisit si les partages sont relus dans
act-set-language-room = choisit la langue de
act-set-audience-room = choisit qui voit les partages de

summary-stats = compte les fiches, les essais, les mercis et les questions, jamais les personnes
stats-title = **Le réseau en chiffres**, pour ce qui se voit d'ici
stats-cards = { $count ->
    [one] { $count } fiche
   *[other] { $count } fiches
  }, dont { $fresh } depuis un mois
stats-kinds = { $kinds }
stats-life = { $trials ->
    [one] { $trials } essai raconté
   *[other] { $trials } essais racontés
  } · { $thanks ->
    [one] { $thanks } merci
   *[other] { $thanks } mercis
  }
stats-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
  }, dont { $open } sans réponse
stats-sources = { $count ->
    [one] { $count } source d'actualités suivie ici
   *[other] { $count } sources d'actualités suivies ici
  }
