## News

news-count = { $count ->
    [one] **{ $count } actualité** · { $source }
   *[other] **{ $count } actualités** · { $source }
  }
news-others = Et { $count ->
    [one] une autre
   *[other] { $count } autres
  } : { $titles }
news-label-award-result = Prix
news-label-award-call = Appel à candidatures
news-label-event = Événement
news-label-job = Emploi
news-label-training = Formation
news-untitled = Sans titre
news-source-gone = « { $title } » n'existe plus : son site l'a retirée définitivement (source n° { $number }). Je ne la lis plus. Si elle a changé d'adresse : `!source ajouter` suivi de la nouvelle.

source-followed = **Ce salon suit désormais « { $title } »** · source n° { $number }
source-followed-items = { $count ->
    [0] Aucun article publié jusqu'ici.
    [one] Un article déjà publié :
   *[other] { $count } articles déjà publiés, que je ne reposte pas. Les derniers :
  }
source-followed-next = Autrement : `!source mode { $number } immédiat`, `groupé 4 h` ou `lettre` · Ne plus suivre : `!source retirer { $number }`
source-posting-at-once = Les prochains paraîtront ici, dès leur parution aux heures du salon.
source-posting-grouped = Les prochains paraîtront ici, rassemblés toutes les { $hours ->
    [one] heures
   *[other] { $hours } heures
  }.
source-posting-letter = Les prochains seront dans la lettre de la semaine.
source-refused = **Je n'ai pas pu suivre `{ $url }`.** { $reason }

fetch-forbidden = Cette adresse n'est pas publique, ou sort de l'ordinaire ({ $detail }). Donnez l'adresse d'un flux public, en https://, sans identifiant ni port particulier.
fetch-timeout = Le site n'a pas répondu à temps. Réessayez dans un moment ; s'il est lent pour vous aussi, prévenez ceux qui s'en occupent.
fetch-unreachable = Le site est injoignable, ou sa réponse s'est interrompue. Vérifiez l'adresse dans un navigateur, puis redemandez.
fetch-redirects = Le site renvoie d'adresse en adresse sans aboutir. Ouvrez le flux dans un navigateur et copiez l'adresse finale.
fetch-downgrade = Le site renvoie vers une adresse non sécurisée (http://). Cherchez un flux dont l'adresse commence par https://.
fetch-too-big = Le flux dépasse 5 Mo. Cherchez sur le site un flux plus court, par thème par exemple.
fetch-gone = Le site répond que cette page a été retirée définitivement. Cherchez la nouvelle adresse du flux sur le site.
fetch-busy = Le site demande d'attendre (réponse { $detail }). Redemandez dans quelques heures.
fetch-status = Le site a répondu par une erreur ({ $detail }). Vérifiez l'adresse dans un navigateur : elle doit montrer le flux lui-même.
fetch-internal = Une erreur s'est produite de mon côté. Si elle revient, signalez-la à la personne qui m'administre.
feed-empty = La page est vide. Vérifiez que c'est bien l'adresse du flux.
feed-unknown = Ce n'est pas un flux d'actualités (RSS, Atom ou JSON Feed), sans doute une page ordinaire. Cherchez sur le site un lien « RSS » ou « flux ».
feed-malformed = Ce flux est trop abîmé pour être lu. Signalez-le à ceux qui tiennent le site.
feed-entities = Ce flux contient des déclarations que je refuse de lire, par prudence. Signalez-le à ceux qui tiennent le site.
feed-oversized = Ce flux est trop long ou trop compliqué pour être lu. Cherchez sur le site un flux plus court, par thème par exemple.
