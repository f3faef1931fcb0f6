## Mots

resource-number = n° { $number }
kind-tip = astuce
kind-experience = retour d'expérience
kind-tool = outil
kind-template = modèle
kind-reference = lien
kind-question = question
audience-room = ce salon
audience-network = le réseau
audience-public = tout le monde
month = { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[12] décembre
  }
date = { $day ->
    [1] 1er { $month } { $year }
   *[other] { $day } { $month } { $year }
  }
date-near = { $day ->
    [1] 1er { $month }
   *[other] { $day } { $month }
  }

## Accueil

introduction = **Bonjour, je suis la mémoire du réseau.** Je garde les astuces et les ressources que vous décidez de partager ici, et je les retrouve quand vous en avez besoin.

    Je garde : ce que vous m'envoyez avec `!partager`, sous votre nom. Je ne garde jamais le reste de vos conversations sans votre accord.

    Pour commencer : `!aide` · pour chercher : `!chercher budget participatif` · pour partager : `!partager` suivi d'un titre.
introduction-reaction = Une réaction { $emoji } sur un message me propose de le garder : je le fais si son auteur est d'accord.
introduction-desk = **Bonjour, ce salon est celui des modérateurs.** J'y pose les questions de modération ; ses membres peuvent y répondre pour tout le réseau. Ce qui attend : `!modérer` · ce que vous pouvez faire : `!aide`.
introduction-encrypted = Ce salon est chiffré : ce que vous partagez ici reste visible par ses membres seulement.
invite-refused = Bonjour ! Je ne sers que les salons de mon réseau : demandez à la personne qui m'administre d'autoriser votre serveur ou votre compte.

## Réponses communes

error-internal = Une erreur s'est produite de mon côté (réf. { $reference }). Rien n'est perdu : réessayez dans un instant, et si cela revient, donnez cette référence à la personne qui m'administre.
away = J'étais absent quand vous m'avez écrit. Votre demande est peut-être dépassée : si elle tient toujours, posez-la de nouveau.
unknown-command = Je ne connais pas `!{ $word }`. Toutes les commandes : `!aide`.
unknown-command-near = Je ne connais pas `!{ $word }`. Vouliez-vous dire `!{ $command }` ? Toutes les commandes : `!aide`.
unknown-speech = Je n'ai pas compris. Pour chercher : `!chercher` suivi de quelques mots. Toutes les commandes : `!aide`.
moderators-only = `!{ $command }` est réservé aux modérateurs de ce salon. Demandez à l'un d'eux.
stewards-only = `!{ $command }` est réservé aux référents du réseau.
stranger = Bonjour ! Je ne réponds qu'aux membres de mon réseau : rejoignez l'un de ses salons, ou écrivez à la personne qui vous en a parlé.
suspended = Vos demandes au robot sont suspendues par la modération.{ $because } Pour en parler, adressez-vous à un modérateur.
suspended-until = Vos demandes au robot sont suspendues par la modération jusqu'au { $date }.{ $because } Pour en parler, adressez-vous à un modérateur.
suspended-why = {" "}La raison : « { $why } ».
missing-argument = Après `!{ $command }`, écrivez { $what }. Exemple : `{ $example }`
argument-number-wrong = « { $value } » n'est pas un numéro. Exemple : `{ $example }`
parameter-number = un numéro
parameter-words = ce que vous cherchez
parameter-content = un titre, puis, à la ligne, le texte et les liens
parameter-followed = le numéro ou le nom d'une source de ce salon
parameter-source = l'adresse d'un flux ou d'une page, ou le nom d'une source toute prête
parameter-command = le nom d'une commande
usage-number = numéro
usage-words = mots
usage-content = titre
usage-followed = numéro ou nom
usage-source = adresse ou nom
usage-command = commande

## Aide

help-title = **Ce que je sais faire**
help-others = **Et aussi**
help-topic-share = Partager :
help-topic-find = Retrouver :
help-topic-ask = S'entraider :
help-topic-try = Essayer :
help-topic-news = S'informer :
help-topic-follow = Suivre :
help-topic-keep = Tenir une fiche à jour :
help-topic-you = Vos heures, vos données :
help-topic-answer = Me parler :
help-moderator-title = **Pour les modérateurs**
help-more = Le détail d'une commande : `!aide partager`. En message direct ou après m'avoir mentionné, le `!` est facultatif.
help-data = Je ne garde que ce que vous partagez exprès : `!aide données` dit quoi, combien de temps, et comment l'effacer.
help-example = Exemple : { $example }
help-family = Et aussi :
help-aliases = Aussi : { $aliases }
help-unknown = Je ne connais pas la commande « { $word } ». Toutes les commandes : `!aide`.

summary-help = montre les commandes, ou le détail d'une seule
summary-card = ouvre une fiche par son numéro ; sans numéro, votre dernière
summary-recent = montre les dernières fiches
summary-thank = remercie l'auteur d'une fiche
summary-remove = retire une fiche (la vôtre, ou toute fiche de ce salon si vous le modérez)
summary-source-add = suit un flux d'actualités ou un site dans ce salon
summary-source-list = montre les sources suivies dans ce salon, ou l'une d'elles
summary-source-remove = ne suit plus une source dans ce salon

example-title = Gabarit de carte de vœux accessible
example-words = budget participatif

## Fiches

card-facts = { $kind } · { $date } · visible par { $audience }
card-facts-author = { $kind } · par { $author } · { $date } · visible par { $audience }
card-thanks = { $count ->
    [one] { $count } merci
   *[other] { $count } mercis
  }
card-actions = Remercier : `!merci { $number }`
card-which = Quelle fiche ? Écrivez son numéro : `!fiche 42`. Seul, `!fiche` montre ce que vous avez partagé en dernier ici.
card-missing = Il n'y a pas de fiche { $number }, ou elle n'est pas visible d'ici. Pour chercher : `!chercher` suivi de quelques mots.

recent-title = **Les dernières fiches**
recent-nothing = Il n'y a pas encore de fiche. Soyez la première personne à partager : `!partager` suivi d'un titre.

thank-done = C'est noté : merci pour la fiche { $link }
thank-again = Vous aviez déjà remercié pour la fiche { $number }. Merci quand même !
thank-self = La fiche { $number } est la vôtre : laissez aux autres le plaisir de vous remercier.

remove-done = La fiche { $number } est retirée : plus personne ne la voit. Son numéro ne resservira pas.
remove-refused = La fiche { $number } ne peut être retirée que par son auteur, un modérateur du salon où elle a été partagée ou un référent du réseau.

## Sources

source-already = Ce salon suit déjà cette source : n° { $number } · { $title }.
source-list-title = { $count ->
    [one] **{ $count } source** suivie dans ce salon
   *[other] **{ $count } sources** suivies dans ce salon
  }
source-list-empty = Ce salon ne suit aucune source. Pour en ajouter une : `!source ajouter` suivi de son adresse. Des sources toutes prêtes : `!source catalogue`
source-item = n° { $number } · { $title }
source-health-new = pas encore lue
source-health-good = lue sans erreur
source-health-failing = { $count ->
    [one] en échec à la dernière lecture
   *[other] en échec aux { $count } dernières lectures
  }
source-health-stopped = arrêtée
source-removed = Ce salon ne suit plus « { $title } ».
source-missing = Ce salon ne suit pas de source n° { $number }. Celles qu'il suit : `!source liste`.
