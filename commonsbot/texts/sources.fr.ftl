## Prendre soin des sources

summary-source-page = suit une page qui n'a pas de flux, après un aperçu
summary-source-catalogue = montre les sources toutes prêtes, à suivre par leur nom
summary-source-view = dit comment va une source
summary-source-test = relit une source tout de suite, ou montre ce que donnerait une adresse
summary-source-mode = choisit quand ses articles paraissent ici
summary-source-pause = fait taire une source dans ce salon
summary-source-resume = la laisse parler de nouveau
summary-source-accept = accepte un aperçu, un flux parmi plusieurs ou des articles retenus
summary-source-journal = dit ce qu'il est advenu de ses derniers articles
usage-source-page = adresse article: sélecteur ; titre: sélecteur ; lien: sélecteur ; date: sélecteur
usage-source-mode = numéro immédiat | groupé 4 h | chaque jour | lettre
usage-source-test = numéro, adresse ou nom
usage-source-accept = numéro, puis le rang du flux
example-source-page = https://www.example.org/actualites article: .teaser ; titre: h3 ; date: .date
example-source-mode = 3 groupé 4 h
details-source-add = L'adresse d'un flux (RSS, Atom ou JSON Feed) ou celle d'un site, dont le robot cherche les flux. Ou le nom d'une source toute prête, comme `!source ajouter cnil` : `!source catalogue` les montre. Rien d'ancien n'est posté.
details-source-page = Les sélecteurs sont ceux des feuilles de style (CSS) : `article` trouve chaque article de la page, les autres sont cherchés dans l'article. Seul `article` est nécessaire : le titre, le lien et la date se devinent souvent. Rien n'est suivi avant votre accord.
details-source-test = Avec le numéro d'une source du salon, la relit. Avec l'adresse d'un flux ou d'un site, ou le nom d'une source toute prête : montre ses derniers articles comme ils paraîtraient ici. Rien n'est suivi, ni gardé.
details-source-mode = `immédiat` : dès la parution, aux heures du salon. `groupé 4 h` : un seul message pour ce qui est paru en quatre heures ; `chaque jour`, en un jour. `lettre` : dans la lettre de la semaine seulement.

source-list-hint = Comment elle va : `!source voir { $number }` · Quand elle paraît : `!source mode { $number } immédiat` · Ne plus suivre : `!source retirer { $number }`
source-health-proposed = attend votre choix
source-paused = en pause dans ce salon
source-mode-at-once = postée dès la parution
source-mode-grouped = postée par groupes, toutes les { $hours ->
    [one] heures
   *[other] { $hours } heures
  }
source-mode-letter = dans la lettre seulement
source-view-read = lue le { $when }, relue { $minutes ->
    [one] chaque minute
   *[other] toutes les { $minutes } minutes environ
  }
source-view-posted = Dernier message ici : le { $when }
source-view-held = { $count ->
    [one] Un article retenu
   *[other] { $count } articles retenus
  } : presque tout y était inconnu d'un coup. Les poster quand même : `!source accepter { $number }`
source-view-hint = Ses derniers articles : `!source journal { $number }` · La relire maintenant : `!source tester { $number }`
source-mode-set = « { $title } » (n° { $number }) : { $how }.
source-mode-wrong = Je n'ai pas compris « { $value } ». Écrivez `!source mode { $number }`, puis `immédiat`, `groupé 4 h`, `chaque jour` ou `lettre`.
source-mode-whose = De quelle source ? Donnez son numéro ou son nom : `!source mode { $number } { $mode }`. Celles du salon : `!source liste`
source-mode-which = Quand doit-elle paraître ici ? Écrivez `!source mode { $number }`, puis `immédiat`, `groupé 4 h`, `chaque jour` ou `lettre`.
source-mode-hours = Les articles se groupent par heures, de 1 à { $hours } : `!source mode 3 groupé 4 h`.
source-pause-done = « { $title } » se tait dans ce salon. Ce qui paraît pendant la pause n'y sera pas posté. La reprendre : `!source reprendre { $number }`
source-resume-done = « { $title } » parle de nouveau dans ce salon.
source-choice = **{ $url }** propose { $count } flux. Lequel suivre ?
source-choice-item = { $place } · { $title }
source-choice-how = Le premier : ✅ ou `!oui` · Un autre : `!source accepter { $number } 2` · Aucun : `!non`
source-choice-wrong = Choisissez un rang de 1 à { $count }.
source-preview = **{ $url }** : voici ce que j'y trouve ({ $count ->
    [one] un article
   *[other] { $count } articles
  }).
source-preview-guessed = **{ $url }** n'a pas de flux, mais semble lister des articles ({ $count ->
    [one] un trouvé
   *[other] { $count } trouvés
  }). Je peux suivre la page elle-même :
source-preview-how = La suivre ainsi : ✅ ou `!oui`, ou encore `!source accepter { $number }` · Non : `!non`
source-preview-other = Ce ne sont pas les bons ? `!source page { $url } article: { $item }`, avec un autre sélecteur.
source-chosen = Ce salon suit « { $title } » · source n° { $number }. Je la lis, et ne posterai que ce qui paraîtra ensuite.
source-declined = Entendu, ce salon ne la suit pas.
source-nothing-held = Rien n'attend votre accord pour la source n° { $number }. Celles du salon : `!source liste`.
source-released = Articles de « { $title } » laissés passer : { $count }.
source-page-wrong = Donnez l'adresse de la page, puis le sélecteur de ses articles : `!source page https://www.example.org/actualites article: .teaser ; titre: h3`.
source-page-which = Donnez aussi le sélecteur des articles : `!source page { $url } article: .teaser`. Sans sélecteur, je les devine : `!source ajouter { $url }`
source-page-has-feed = Cette adresse est celle d'un flux : il n'y a rien à y choisir par des sélecteurs. Suivez-le ainsi : `!source ajouter { $url }`
source-journal = **{ $title }** · source n° { $number } : ses derniers articles, dans ce salon
source-journal-empty = Rien encore de « { $title } ».
source-journal-sent = posté ici
source-journal-queued = dans un message qui va partir
source-journal-refused = le serveur a refusé le message, ou il a trop attendu
source-journal-waiting = attend les heures du salon, ou d'être groupé
source-journal-letter = pour la lettre
source-journal-double = déjà dit ici par une autre source
source-journal-paused = passé sous silence : la source était en pause
source-journal-filtered = écarté par les filtres de ce salon
source-journal-dropped = abandonné : le salon ne suivait plus la source
source-journal-first = déjà là à la première lecture : pas reposté
source-journal-stale = trop ancien quand je l'ai vu : pas posté
source-journal-held = retenu : presque tout était inconnu d'un coup
source-journal-relayed = paru avant que ce salon suive la source

source-catalogue = { $count ->
    [one] **Une source toute prête**
   *[other] **{ $count } sources toutes prêtes**
  } · `!source ajouter` et un nom
source-catalogue-here = suivie ici, n° { $number }
source-catalogue-hint = En suivre une : `!source ajouter { $name }` · L'essayer d'abord : `!source tester { $name }` · Celles que suit ce salon : `!source liste`
source-catalogue-unchecked = Leurs adresses n'ont pas toutes pu être vérifiées : je dis aussitôt si une source ne se lit pas. Donnez alors l'adresse du site.
source-not-here = Ce salon ne suit pas de source « { $word } ». Celles qu'il suit : `!source liste` · En suivre une : `!source ajouter` et son adresse
source-several = « { $word } » peut être { $names }. Donnez son numéro.
source-name-unknown = Je ne connais pas de source « { $word } ». Donnez son adresse, qui commence par https://, ou choisissez-en une toute prête : `!source catalogue`
source-name-near = Je ne connais pas de source « { $word } ». Vouliez-vous dire { $name } ? Écrivez alors { $again }. Toutes : `!source catalogue`
source-name-several = « { $word } » peut désigner plusieurs sources : { $names }. Laquelle ? Toutes : `!source catalogue`

source-tried = **Essai de « { $title } »** · rien n'est suivi, ni gardé
source-tried-page = **Essai de « { $title } »** · une page sans flux, dont j'ai deviné les articles · rien n'est suivi, ni gardé
source-tried-items = { $count ->
    [0] Aucun article n'y paraîtrait.
    [one] Un article. Voici comment il paraîtrait ici :
   *[other] { $count } articles. Voici comment les derniers paraîtraient ici :
  }
source-tried-left = { $count ->
    [one] Le filtre de ce salon en écarte un.
   *[other] Le filtre de ce salon en écarte { $count }.
  }
source-tried-how = La suivre : `!source ajouter { $url }` · Rien d'ancien ne sera posté, seulement ce qui paraîtra ensuite.
source-tried-feeds = **{ $url }** propose { $count } flux. Rien n'est suivi.
source-tried-which = En essayer un : `!source tester { $url }`
source-untried = **Je n'ai pas pu lire `{ $url }`.** { $reason }
source-tries-many = Plusieurs essais attendent déjà leur réponse dans ce salon. Redemandez dans un instant.

page-selector = Le sélecteur « { $detail } » n'est pas du CSS que je comprenne. Essayez-en un plus simple, comme `.teaser` ou `article`.
page-nothing = Aucun article trouvé dans la page par « { $detail } ». Vérifiez le sélecteur dans votre navigateur (clic droit, Inspecter).

sources-failing = **Des sources ne se lisent plus.** Rien d'urgent : je continue d'essayer, de plus en plus rarement.
sources-failing-item = n° { $number } · { $title } : { $count ->
    [one] un échec
   *[other] { $count } échecs de suite
  } depuis le { $since }. { $reason }
