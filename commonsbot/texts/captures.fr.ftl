summary-share = garde une astuce, un lien, un retour d'expérience, ou le message auquel vous répondez
details-share = La première ligne est le titre, les suivantes le texte. Les #thèmes et les liens sont reconnus où qu'ils soient ; `type : outil`, `licence : CC BY` et `visible : réseau` aussi, en début ou en fin de ligne. En réponse à un message, `!partager` garde ce message, avec l'accord de son auteur. Une réaction 💡 sur un message fait de même. Hors des heures du salon, un ✅ vous dit que c'est gardé : `!fiche` le montre.
summary-undo = annule votre dernier partage dans ce salon (pendant 15 minutes)
summary-complete = ajoute votre partage à la fiche qui lui ressemble, quand je vous le propose
summary-useful = dit qu'une fiche vous est utile aussi (comme 💡)

## Partage

share-done = **Merci ! C'est la fiche { $link }**
share-visible = Visible par { $audience }.
share-visible-licence = Visible par { $audience } · licence : { $licence }.
share-themes = Thèmes : { $themes }.
share-undo = La corriger : modifiez votre message · L'annuler : `!annuler` dans les 15 minutes, puis `!retirer { $number }`
share-empty = Après `!partager`, écrivez un titre, puis, à la ligne, le texte et les liens. Exemple : `!partager Gabarit de carte de vœux accessible`. Pour garder un message déjà écrit, répondez-lui par `!partager`.
share-too-long = C'est plus long que je ne peux garder ({ $limit } caractères au plus). Votre message reste dans le salon : coupez-le en deux partages, ou partagez un lien vers le document.
share-unknown = Je n'ai pas compris « { $typed } » : { $choices } Modifiez votre message, la fiche suivra.
share-held-file = Son fichier vient d'un salon chiffré : il n'en sort pas, la fiche non plus.
share-held-licence = Pour que tout le monde la voie, il faut une licence ouverte : ajoutez à votre message `licence : licence ouverte`, `CC0`, `CC BY` ou `CC BY-SA`, la fiche suivra.
field-kind-choices = le type est `astuce`, `rex`, `outil`, `modèle`, `lien`, `question` ou `test`.
field-licence-choices = la licence est `licence ouverte`, `CC0`, `CC BY`, `CC BY-SA`, `interne` ou `lien seul`.
field-audience-choices = visible par `ce salon`, `le réseau` ou `tout le monde`.

## Message d'un autre

capture-ask = **{ $author }, puis-je garder ce message ?** { $proposer } aimerait le retrouver plus tard.
capture-changed = Votre message a changé depuis ma question : voici ce que je garderais maintenant.
capture-ask-kept = Ce qui serait gardé, sous votre nom :
capture-ask-seen = { $kind } · visible par { $audience } · licence : { $licence }
capture-ask-like = Il ressemble à la fiche { $link }.
capture-ask-how = D'accord : ✅ sur ce message, ou `!oui` · Non merci : ❌ ou `!non`. Sans réponse de votre part dans { $days } jours, je ne garde rien.
capture-declined = D'accord : je ne garde rien.
capture-gone = Je n'arrive pas à relire ce message, donc je n'ai rien gardé. Réessayez dans un instant ; s'il a été supprimé, partagez-le avec `!partager`.
capture-proposed = C'est proposé à { $author }, dans le fil de son message. Je ne garde rien sans son accord.
capture-proposed-before = Ce message a déjà été proposé à { $author } : la décision lui revient.
capture-already = Ce message est déjà la fiche { $link }
capture-removed = Ce message était la fiche n° { $number }, retirée par un modérateur : je ne peux pas la reprendre.
capture-unreadable = Je ne peux pas lire ce message : il date d'avant mon arrivée, a été supprimé, ou n'est pas un texte. Son auteur peut le partager avec `!partager`.
capture-not-this = Je ne garde ni mes propres messages ni les commandes. Pour partager : `!partager` suivi d'un titre.

useful-done = C'est noté : la fiche { $number } vous est utile aussi.
useful-again = Vous l'aviez déjà dit de la fiche { $number }. Merci quand même !
useful-self = La fiche { $number } est la vôtre : les autres diront si elle leur sert.
card-useful = { $count ->
    [one] utile à { $count } autre personne
   *[other] utile à { $count } autres personnes
  }
card-cut = Le texte est plus long : lisez-le en entier dans { $source }.
card-source = le message d'origine

## Modification du message

edit-followed = La fiche { $link } suit votre modification.
edit-not-read = Votre message ne dit plus ce qu'il faut partager : la fiche { $number } garde son texte d'avant.

## Doublon

duplicate-link = **Déjà partagé : la fiche { $link } contient ce lien.**
duplicate-title = **Déjà partagé ? La fiche { $link } a presque le même titre.**
duplicate-complete = Ajouter votre texte à la fiche { $number }, visible par { $audience } : `!compléter`
duplicate-yes = Partager quand même : ✅ ou `!oui`
duplicate-no = Laisser tomber : ❌ ou `!non`
duplicate-waits = En attendant votre réponse, je garde votre texte { $days } jours.
duplicate-dropped = D'accord : rien n'est partagé, et j'ai oublié votre texte.
complete-nothing = Aucun partage n'attend votre réponse ici. Pour partager : `!partager` suivi d'un titre.
complete-file = La fiche { $number } est à quelqu'un d'autre, et une proposition ne peut pas porter de fichier. Pour partager quand même : `!oui`
complete-gone = La fiche { $number } n'est plus là. Pour partager votre texte : envoyez-le de nouveau avec `!partager`.

## Annulation

undo-done = C'est annulé : plus personne ne voit la fiche { $number } · { $title }
undo-dropped = C'est annulé : rien n'est partagé, et j'ai oublié votre texte.
undo-nothing = Vous n'avez rien partagé dans ce salon. Pour retirer une fiche partagée ailleurs : `!retirer` et son numéro.
undo-late = Votre dernier partage ici, { $title }, date de plus de 15 minutes. Pour le retirer : `!retirer { $number }`
