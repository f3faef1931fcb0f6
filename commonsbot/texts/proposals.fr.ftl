## Propositions

summary-proposals = montre les changements proposés pour vos fiches, ou pour celles de ce salon si vous le modérez
summary-accept = accepte ce qui attend pour une fiche : un changement proposé, ou un partage à relire
details-accept = L'auteur de la fiche, ou un modérateur du salon où elle a été partagée ; dans un salon relu, un modérateur seul. S'il y a plusieurs propositions, donnez aussi son numéro : `!accepter 42 7`.
summary-refuse = refuse ce qui attend pour une fiche, et remercie qui proposait
details-refuse = Une raison peut suivre : je la transmets. Qui a fait une proposition peut aussi la retirer ainsi.
form-accept = numéro
form-refuse = numéro raison
example-refuse = 42 la page a changé depuis

proposal-kept = **Merci ! Votre proposition pour la fiche { $number } est gardée.** { $author } ou un modérateur de son salon en décide ; je vous dirai ce qu'il en est.
proposal-kept-nobody = **Merci ! Votre proposition pour la fiche { $number } est gardée.** Qui la modère en décide ; je vous dirai ce qu'il en est.
proposal-ask = **{ $who } propose de modifier la fiche { $link }**
proposal-accept = L'accepter : ✅, ou `!accepter { $which }`
proposal-refuse = La garder telle quelle : ❌, ou `!refuser { $which }` (une raison peut suivre)
proposal-accepted = C'était une proposition de { $who } : merci !
proposal-accepted-note = Merci ! Votre proposition pour la fiche { $number } est acceptée.
proposal-refused = La fiche { $number } reste comme elle est. Merci à { $who } d'avoir proposé.
proposal-refused-note = Merci d'avoir proposé de modifier la fiche { $number } : elle reste pour l'instant comme elle est.
proposal-reason = La raison : « { $reason } »
proposal-withdrawn = Votre proposition pour la fiche { $number } est retirée.
proposal-gone = La fiche { $number } n'est plus là : la proposition reste gardée, sans effet.
proposal-none = Il n'y a pas de proposition en attente pour la fiche { $number }.
proposal-none-here = Il n'y a pas de proposition en attente.
proposal-which = Il y a plusieurs propositions pour la fiche { $number } : ajoutez le numéro de celle que vous voulez, par exemple `!accepter { $card } { $proposal }`. Les lire : `!propositions`
proposal-decided = Quelqu'un a déjà décidé de cette proposition.
proposal-refused-to-you = Une proposition pour la fiche { $number } est décidée par son auteur ou un modérateur du salon où elle a été partagée.
proposal-author-only = Ouvrir la licence d'une fiche revient à son auteur : lui seul peut accepter cette proposition.
proposal-moderators = Les changements de la fiche { $number } sont relus : un modérateur du salon où elle a été partagée en décide. Vous pouvez les reprendre par `!refuser`.
proposal-widen-stale = La fiche { $number } a changé depuis que son auteur a dit oui : qu'il le redemande par `!visible`, il la relira d'abord.
proposals-count = { $count ->
    [one] **{ $count } proposition** à décider
   *[other] **{ $count } propositions** à décider
  }
proposals-item = proposition { $proposal } · de { $who } · { $date }
proposals-how = Accepter : `!accepter { $number } { $proposal }` · Garder la fiche telle quelle : `!refuser { $number } { $proposal }`
card-proposals = { $count ->
    [one] { $count } changement proposé
   *[other] { $count } changements proposés
  } : `!propositions`
