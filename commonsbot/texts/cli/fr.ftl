# Les phrases de la ligne de commande et des réglages. `config-x` dit ce qui ne va pas,
# `config-x-remedy` ce qu'il faut écrire.

## Réglages : les valeurs

config-switch = « { $value } » n'est ni oui ni non.
config-switch-remedy = Écrivez true ou false.
config-empty = n'a pas de valeur.
config-empty-remedy = Donnez-en une, ou retirez la ligne. Une valeur qui commence par # ou @ doit être entre guillemets, sinon YAML la prend pour un commentaire.
config-not-text = doit être un texte, pas { $value }.
config-not-text-remedy = Mettez la valeur entre guillemets.
config-secret-text = doit être un texte.
config-secret-text-remedy = Mettez la valeur entre guillemets.
config-url = « { $value } » n'est pas une adresse http(s).
config-url-remedy = Écrivez par exemple { $suggested }.
config-user = « { $value } » n'est pas un identifiant Matrix de personne.
config-user-remedy = Écrivez-le en entier, entre guillemets, par exemple "{ $suggested }".
config-room = « { $value } » n'est ni l'alias ni l'identifiant d'un salon ou d'un espace.
config-room-remedy = Écrivez par exemple "{ $suggested }", ou un identifiant "!…", entre guillemets.
config-host = « { $value } » n'est pas un nom de serveur.
config-host-remedy = Écrivez-le sans https:// ni chemin, par exemple { $suggested }.
config-duration = « { $value } » n'est pas une durée.
config-duration-remedy = Donnez un nombre et son unité, par exemple { $suggested } (s, min, h, j ou mois).
config-day = « { $value } » n'est pas un jour de la semaine.
config-day-remedy = Écrivez par exemple { $suggested }.
config-emoji = « { $value } » n'est pas un emoji.
config-emoji-remedy = Écrivez un emoji entre guillemets, par exemple "💡".
config-emoji-taken = « { $value } » répond déjà aux questions du robot.
config-emoji-taken-remedy = Choisissez un autre emoji, par exemple "💡" ou "📌".
config-time = « { $value } » n'est pas une heure.
config-time-remedy = Écrivez-la ainsi : "09:00".
config-no-day = Sans aucun jour, le robot ne dirait jamais rien de lui-même.
config-no-day-remedy = Écrivez au moins un jour, par exemple [lundi] ; pour qu'il parle à toute heure, hours: toujours.
config-closes-first = Les heures ferment avant d'ouvrir, à { $opens }.
config-closes-first-remedy = Écrivez une heure plus tardive ; "00:00" est la fin de la journée.
config-zone = « { $value } » n'est pas un fuseau horaire connu.
config-zone-remedy = Écrivez par exemple { $suggested }.
config-rate = doit être un nombre plus grand que zéro, pas { $value }.
config-rate-remedy = Écrivez par exemple 1 (ou 0.5 pour un message toutes les deux secondes).
config-count = doit être un nombre entier, au moins 1, pas { $value }.
config-count-remedy = Écrivez par exemple 5.
config-choice = « { $value } » n'est pas un choix possible.
config-choice-remedy = Choisissez parmi : { $choices }.
config-not-list = doit être une liste.
config-not-list-remedy = Mettez la valeur entre crochets, par exemple { $key }: ["…"].
config-not-mapping = doit contenir des réglages.
config-not-mapping-remedy = Mettez à la ligne, en retrait, un ou plusieurs de ces réglages : { $keys }.
config-not-rooms = doit nommer des salons.
config-not-rooms-remedy = Mettez à la ligne, en retrait, l'alias d'un salon entre guillemets, deux-points, puis ses réglages.

## Réglages : les clés

config-missing-homeserver = manque.
config-missing-homeserver-remedy = Ajoutez l'adresse du serveur Matrix, par exemple homeserver: https://matrix.example.org
config-missing-account = manque.
config-missing-account-remedy = Ajoutez l'identifiant du robot, par exemple account: "@commonsbot:example.org"
config-unknown-near = n'est pas un réglage connu.
config-unknown-near-remedy = Vouliez-vous dire { $near } ?
config-unknown = n'est pas un réglage connu.
config-unknown-remedy = Retirez cette ligne. Les réglages connus ici : { $keys }.
config-secret-here = est un secret, et n'a pas sa place dans ce fichier.
config-secret-here-remedy = Déplacez cette ligne dans le fichier que nomme secrets, de mode 600.
config-nobody-reviews = demande de relire les partages, mais il n'y a pas de salon des modérateurs : personne ne pourrait accepter ce qui est partagé en message direct.
config-nobody-reviews-remedy = Donnez ce salon, par exemple room: "#moderation:example.org" dans moderation, ou réglez policy: review dans room_settings, pour les salons voulus.
config-nowhere = manque, et il n'y a pas non plus de rooms : le robot ne saurait pas où aller.
config-nowhere-remedy = Donnez l'espace du réseau, par exemple space: "#reseau:example.org", ou des salons, par exemple rooms: ["#salon:example.org"].

## Réglages : le vocabulaire

config-themes-missing = n'existe pas, et les réglages le nomment (themes).
config-themes-missing-remedy = Écrivez-le sur le modèle de config/themes.yaml, corrigez son chemin, ou retirez themes des réglages.
config-not-groups = doit nommer des groupes de thèmes.
config-not-groups-remedy = Mettez à la ligne, en retrait, le nom d'un groupe, deux-points, puis comment il s'affiche : participer: Participer et décider
config-not-themes = doit nommer des thèmes ou des outils.
config-not-themes-remedy = Mettez à la ligne, en retrait, un mot-dièse sans #, deux-points, puis ses réglages ; ou « mot: off » pour retirer celui du robot.
config-theme = « { $value } » ne peut pas être un mot-dièse.
config-theme-remedy = Écrivez des lettres, des chiffres ou des traits d'union, sans espace, 40 au plus, par exemple { $suggested }.
config-name = « { $value } » n'a ni lettre ni chiffre : il ne peut rien nommer.
config-name-remedy = Écrivez un mot ou des mots, ou retirez-le.
config-name-twice = donne « { $value } », qui nomme déjà { $other }.
config-name-twice-remedy = Ne le laissez que d'un côté : un mot ne nomme qu'un thème ou un outil.
config-name-taken = donne « { $value } », qui est le nom du thème { $theme } du robot.
config-name-taken-remedy = Choisissez un autre mot, complétez { $theme }, ou retirez-le : « { $theme }: off ».
config-missing-label = manque.
config-missing-label-remedy = Dites comment il s'affiche, par exemple label: Budget participatif

## Réglages : les genres d'actualités

config-classes-missing = n'existe pas, et les réglages le nomment (news_classes).
config-classes-missing-remedy = Écrivez-le sur le modèle de config/news_classes.yaml, corrigez son chemin, ou retirez news_classes des réglages.
config-not-rules = doit nommer des règles.
config-not-rules-remedy = Mettez à la ligne, en retrait, le nom d'une règle, deux-points, puis ses points et ses mots ; ou « nom: off » pour retirer celle du robot.
config-not-sets = doit nommer des ensembles de mots.
config-not-sets-remedy = Mettez à la ligne, en retrait, le nom d'un ensemble, deux-points, puis ses mots entre crochets : mois: [janvier, février]
config-not-points = doit dire combien de points gagne chaque genre.
config-not-points-remedy = Écrivez par exemple points: {"{"}prix: 4{"}"}, ou points: {"{"}prix: -6, appels: -6{"}"}.
config-missing-points = manque.
config-missing-points-remedy = Dites combien de points gagne chaque genre, par exemple points: {"{"}prix: 4{"}"}
config-rule-wordless = ne cherche aucun mot.
config-rule-wordless-remedy = Donnez-lui des mots : text: [palmarès], ou title: […] pour ne les chercher que dans le titre.
config-pattern = ne peut pas être cherché : « { $value } ».
config-pattern-remedy = Écrivez un mot (prix), un début de mot (candidat*), l'un ou l'autre (prix/trophée), un mot facultatif (grand?), … ou un de ces ensembles entre chevrons : { $sets }.
config-number = doit être un nombre, pas { $value }.
config-number-remedy = Écrivez par exemple 4, 2.5 ou -6.

## Réglages : le fichier

config-no-file = n'existe pas.
config-no-file-remedy = Créez-le avec commonsbot init, ou donnez le bon chemin avec -c.
config-no-permission = ne peut pas être lu : vous n'en avez pas le droit.
config-no-permission-remedy = Lancez la commande avec le compte du robot, ou donnez-lui le droit de lecture.
config-is-folder = est un dossier.
config-is-folder-remedy = Donnez le chemin du fichier qu'il contient, par exemple { $path }/commonsbot.yaml.
config-unreadable = ne peut pas être lu.
config-unreadable-remedy = Vérifiez le chemin et le disque.
config-not-utf8 = n'est pas écrit en UTF-8.
config-not-utf8-remedy = Enregistrez-le en UTF-8 depuis votre éditeur de texte.
config-no-settings = est vide.
config-no-settings-remedy = Remplissez-le avec commonsbot init, ou d'après config/commonsbot.example.yaml.
config-not-settings = ne contient pas de réglages.
config-not-settings-remedy = Écrivez un réglage par ligne : son nom, deux-points, une espace, sa valeur.
config-not-yaml = n'est pas du YAML.
config-not-yaml-remedy = Retirez les caractères invisibles, ou repartez de config/commonsbot.example.yaml.
config-syntax = n'est pas du YAML correct à la ligne { $line }, colonne { $column }.
config-syntax-remedy = Regardez cette ligne et la précédente : retrait, espace après les deux-points, guillemets ou crochets à fermer.
config-quote-needed = n'est pas du YAML correct à la ligne { $line }, colonne { $column } : cette valeur doit être entre guillemets.
config-quote-needed-remedy = Entourez-la de guillemets droits : "…".
config-tab = contient une tabulation à la ligne { $line }, colonne { $column }.
config-tab-remedy = Remplacez-la par des espaces.
config-twice = est donné deux fois, la seconde à la ligne { $line }.
config-twice-remedy = Ne gardez qu'une de ces lignes.

## Réglages : les secrets

config-secrets-missing = n'existe pas : sans mot de passe ni jeton d'accès, le robot ne peut pas se connecter.
config-secrets-missing-remedy = Créez-le avec commonsbot init, ou donnez COMMONSBOT_PASSWORD ou COMMONSBOT_ACCESS_TOKEN dans l'environnement.
config-secrets-empty = ne contient ni password ni access_token.
config-secrets-empty-remedy = Ajoutez l'un des deux, ou donnez COMMONSBOT_PASSWORD ou COMMONSBOT_ACCESS_TOKEN dans l'environnement.
config-secrets-unknown = contient un nom qui n'est pas connu ici (il n'est pas répété : ce peut être un secret).
config-secrets-unknown-remedy = N'y laissez que ces noms, suivis de « : » et de leur valeur : { $keys }.
config-secrets-mode = peut être lu par d'autres comptes de cette machine (mode { $mode }).
config-secrets-mode-remedy = Lancez : chmod 600 { $path }
config-credential-mode = peut être lu par tous les comptes de cette machine (mode { $mode }).
config-credential-mode-remedy = Faites-le donner par systemd (LoadCredential=), ou lancez : chmod 600 { $path }
config-data-mode = peut être lu par d'autres comptes de cette machine (mode { $mode }).
config-data-mode-remedy = Lancez : chmod 700 { $folder }

## Ligne de commande

cli-about = CommonsBot garde ce que les membres d'un réseau décident de partager, relaie leurs actualités et leur envoie une lettre par semaine.
cli-verbs = commandes :
cli-verb = commande
cli-verb-help = Le détail d'une commande : commonsbot commande --help
cli-init = Pose quelques questions, écrit la configuration et fait l'identité chiffrée du robot.
cli-check = Vérifie la configuration et la connexion, et dit comment corriger.
cli-run = Fait vivre le robot jusqu'à ce qu'on l'arrête.
cli-import = Ajoute aux communs des fiches d'un autre robot, d'un tableur (CSV), de pages Markdown ou d'un fichier YAML.
cli-identity = Montre l'identité chiffrée du robot, la récupère, la répare ou la refait.
cli-backup = Sauvegarde la base et les clés de chiffrement, robot en marche ou non.
cli-restore = Remet une sauvegarde en place, robot arrêté.
cli-schema = Affiche le schéma JSON de la configuration, pour les éditeurs de texte.
cli-demo = Montre le robot à l'œuvre dans de vrais salons, sur cette machine.
cli-exit-codes = Codes de sortie : 0 tout va bien, 1 échec, 2 commande mal écrite, 69 compte expiré, 75 dossier de données déjà utilisé, 76 autres clés sous cet appareil, 77 jeton d'accès révoqué, 78 configuration à corriger.
cli-usage = Forme :
cli-positionals = à donner{ "\u00A0" }
cli-options = options{ "\u00A0" }
cli-prompt = { $question } :
cli-file = FICHIER
cli-help-help = montre cette aide
cli-help-version = montre la version
cli-help-lang = langue de la ligne de commande (sinon : celle du système, français par défaut)
cli-help-debug = montre le détail technique des erreurs
cli-help-config = fichier de configuration (par défaut : { $default })
cli-unknown-verb = « { $verb } » n'est pas une commande.
cli-required = Il manque : { $names }.
cli-unrecognized = « { $value } » n'est pas attendu ici.
cli-expected = { $name } attend une valeur.
cli-choice = « { $value } » n'est pas un choix de { $name }. Choisissez parmi : { $choices }.
cli-value = « { $value } » ne convient pas à { $name }.
cli-no-value = { $name } ne prend pas de valeur (« { $value } »).
cli-together = { $name } ne va pas avec { $other }.
cli-near = Vouliez-vous dire { $near } ?
cli-see-help = Aide : { $command }
cli-interrupted = Interrompu.
cli-busy = Ce dossier de données est déjà utilisé par un autre CommonsBot. Arrêtez-le d'abord. ({ $detail })
cli-device-clash = Le serveur connaît d'autres clés de chiffrement pour l'appareil { $device } : le dossier de données a été perdu, ou copié. Donnez au robot un nouvel appareil : commonsbot identity new-device
cli-token-gone = Le jeton d'accès n'est plus valable : l'appareil du robot a été déconnecté. Reconnectez-le avec commonsbot init.
cli-account-expired = { server-expired } { check-expired-remedy }
cli-unexpected-log = Erreur inattendue, référence { $reference }. Le détail est dans le journal, sous cette référence.
cli-unexpected-file = Erreur inattendue, référence { $reference }. Le détail est dans { $path }.

## Serveur

server-unreachable = { $url } ne répond pas : { $reason }.
server-not-matrix = { $url } répond, mais pas comme un serveur Matrix.
server-refused = Le serveur refuse : { $words } ({ $code }).
server-token = Le serveur ne reconnaît pas ce jeton d'accès.
server-expired = Le compte du robot a expiré : le serveur refuse tout jusqu'à son renouvellement.
server-limited = Le serveur demande d'attendre { $seconds } s avant de recommencer.
place-joined = { $name } : le robot y est.
place-invited = { $name } : le robot y est invité, il entrera au démarrage.
place-open = { $name } : le robot peut y entrer, il le fera au démarrage.
place-closed = { $name } : le robot n'y est pas et ne peut pas y entrer seul. Invitez-le.
steward-unknown = { $name } : le serveur ne trouve pas ce profil. Vérifiez l'identifiant.

## init

init-homeserver = Serveur Matrix (domaine ou adresse)
init-account = Compte du robot (nom, ou @nom:domaine)
init-password = Mot de passe (vide pour donner un jeton d'accès)
init-token = Jeton d'accès
init-keep-password = Garder aussi le mot de passe ? Le jeton d'accès suffit au robot.
init-space = Espace du réseau, par exemple #reseau (vide pour nommer des salons)
init-rooms = Salons, séparés par des espaces
init-name = Nom du réseau, que citent les lignes de crédit
init-stewards = Référents du réseau, séparés par des espaces (vide : personne)
init-overwrite = { $paths } : ce fichier existe. L'écraser ?
init-yes-no = o/N
init-answers = { $url } répond (Matrix { $version }).
init-logged-in = Connecté : { $account }
init-needed = Cette réponse est nécessaire (dans un script : { $flag }).
init-wrong-password = Compte ou mot de passe refusé par le serveur. Vérifiez les deux.
init-other-account = Ce jeton est celui de { $account }. Donnez le jeton du robot, ou ce compte-là.
init-no-device = Ce jeton n'a pas d'appareil : le chiffrement serait impossible. Donnez plutôt le mot de passe.
init-nowhere = Donnez au moins un salon, sinon le robot ne saurait pas où aller (dans un script : --space ou --room).
init-not-space = { $name } est un salon, pas un espace.
init-not-room = { $name } est un espace, pas un salon.
init-no-file = { $path } ne peut pas être lu.
init-kept = Rien n'a changé : { $paths } existe déjà. Pour écraser : --force
init-written = Écrits : { $config }, et { $secrets } que seul votre compte peut lire.
init-next = Et maintenant : commonsbot check -c { $config }, puis commonsbot run -c { $config }
init-help-homeserver = serveur Matrix, domaine ou adresse
init-help-account = compte du robot
init-help-password-file = fichier dont la première ligne est le mot de passe
init-help-token-file = fichier dont la première ligne est un jeton d'accès
init-help-keep = garde aussi le mot de passe (le jeton d'accès suffit)
init-name-form = NOM
init-help-name = nom du réseau (sinon celui de son espace)
init-help-space = espace du réseau
init-help-room = salon à servir ; peut être répété
init-help-steward = référent du réseau ; peut être répété
init-help-force = écrase les fichiers existants
init-help-non-interactive = ne pose aucune question

## Fichiers écrits par init

written-head = Configuration de CommonsBot. Tous les réglages : config/commonsbot.example.yaml
written-homeserver = Adresse du serveur Matrix.
written-account = Identifiant du robot.
written-name = Nom du réseau, tel que le citent les lignes de crédit.
written-profile = Réglages par défaut de ce réseau : ses liens, son rythme.
written-secrets = Jeton d'accès, dans un fichier que seul ce compte peut lire (mode 600).
written-space = Espace du réseau : le robot sert ses salons.
written-rooms = Salons servis.
written-stewards = Référents du réseau : ils modèrent dans tous les salons.
written-data = Dossier de la base et des clés de chiffrement.
written-language = Langue du robot : fr ou en.
written-secrets-head = Ne donnez ce fichier à personne : il permet d'agir au nom du robot.

## check

check-help-offline = sans contacter le serveur
check-config = { $path } : réglages lus.
check-secrets = { $path } : lisible par son seul propriétaire.
check-data = { $path } : dossier de données utilisable.
check-data-closed = le dossier { $path } ne peut pas être écrit.
check-data-remedy = Donnez au compte du robot le droit d'écrire dans { $path }, ou changez data.
check-database = Base de données lisible, version { $version }.
check-database-none = Pas encore de base de données : elle sera créée au premier démarrage.
check-database-remedy = Installez la version de CommonsBot qui l'a écrite, restaurez une sauvegarde, ou changez data.
check-homeserver = { $url } répond (Matrix { $version }).
check-homeserver-remedy = Vérifiez l'adresse, le réseau et le certificat.
check-secrets-remedy = Vérifiez le mot de passe ou le jeton, ou refaites-les avec commonsbot init.
check-expired-remedy = Ouvrez le lien du mail que le serveur envoie à l'adresse de ce compte ; pour en recevoir un autre, ouvrez ce compte dans Tchap ou Element. Un robot en marche attend, et reprend de lui-même.
check-account = Connexion acceptée : { $account }.
check-other-account = la connexion est celle de { $account }.
check-other-account-remedy = Écrivez account: "{ $account }", ou donnez le jeton du bon compte.
check-place-remedy = Vérifiez l'orthographe, et que ce salon existe encore.
check-space-remedy = Donnez un espace, ou déplacez ce salon sous rooms.
check-closed-remedy = Invitez le compte du robot.
check-no-steward = Pas de référent (stewards) : seuls les modérateurs des salons pourront modérer.
check-steward = { $name } : référent.
check-good = Tout est prêt.
check-bad = { $count ->
    [one] { $count } point à corriger.
   *[other] { $count } points à corriger.
  }

## backup

backup-folder = DOSSIER
backup-help-folder = où mettre la sauvegarde (par défaut : backups, dans le dossier de données)
backup-help-keep = ne garde que les N sauvegardes les plus récentes de ce robot dans ce dossier
backup-made = Sauvegarde faite : { $path } ({ $size } ko), que seul ce compte peut lire. Elle contient :
backup-database = la base de données, version { $version } ;
backup-device = les clés de chiffrement de l'appareil { $device } ;
backup-identity = l'identité du robot, qui signe ses appareils ;
backup-session = la connexion de cet appareil.
backup-settings = La configuration et les secrets n'y sont pas : gardez-les à part.
backup-pruned = Ancienne sauvegarde effacée : { $path }
backup-nothing = Rien à sauvegarder : il n'y a pas de base de données dans { $path }. Vérifiez data dans la configuration.
backup-under-way = Une autre sauvegarde est en cours dans { $path }. Attendez qu'elle finisse.
backup-unreadable = { $path } est abîmé ou occupé ({ $detail }) : rien n'a été sauvegardé, et aucune ancienne sauvegarde effacée. Recommencez ; si cela dure, restaurez une sauvegarde.

## restore

restore-archive = SAUVEGARDE
restore-help-archive = archive faite par commonsbot backup
restore-help-with-device = rétablit aussi l'appareil de chiffrement, s'il n'a pas servi depuis la sauvegarde
restore-help-force = remplace ce qui est là, après l'avoir mis de côté
restore-done = Base de données restaurée, dans son état du { $made }.
restore-aside = Ce qui était là est gardé dans { $path }
restore-repeats = Au prochain démarrage, le robot relit ce qui a été dit depuis dans les salons ouverts : les partages reviennent. Des réponses, des actualités ou une lettre peuvent être dites une seconde fois.
restore-device-back = L'appareil de chiffrement est rétabli. N'utilisez plus jamais l'autre copie de ce dossier de données.
restore-device-kept = L'appareil de chiffrement de ce dossier de données reste en service : rien n'est perdu de ce qu'il sait lire.
restore-device-new = Le robot aura un nouvel appareil de chiffrement. Ce qui a été dit avant dans les salons chiffrés restera illisible pour lui : ce qui y a été partagé depuis la sauvegarde est à partager de nouveau. Rien d'autre des communs n'est perdu.
restore-token = Le jeton d'accès des secrets est celui de l'ancien appareil, dont les clés ne reviennent pas. Avant de démarrer : commonsbot init --force -c { $config }
restore-no-archive = { $path } n'existe pas ou ne peut pas être lu. Donnez le chemin d'une archive faite par commonsbot backup.
restore-foreign = { $path } n'est pas une sauvegarde de CommonsBot. Donnez une archive faite par commonsbot backup.
restore-damaged = { $path } est abîmée ({ $detail }) : rien n'a été changé. Prenez une autre sauvegarde.
restore-newer = { $path } a été faite par une version plus récente de CommonsBot. Installez cette version, puis recommencez.
restore-occupied = Il y a déjà { $paths }. Avec --force, ce qui est là est mis de côté, sans rien effacer.
restore-device-remedy = Rien n'a été changé. Restaurez sans --with-device : le robot prendra un nouvel appareil, et toutes les fiches de la sauvegarde reviendront.
restore-device-none = Cette sauvegarde ne contient pas d'appareil de chiffrement de ce compte. { restore-device-remedy }
restore-device-locked = Les clés de chiffrement de cette sauvegarde ne s'ouvrent pas avec la clé qui les accompagne. { restore-device-remedy }
restore-device-running = Cette sauvegarde a été faite robot en marche : son appareil de chiffrement a servi depuis, et les autres refuseraient pour toujours son ancienne copie. { restore-device-remedy }
restore-device-gone = Le serveur ne connaît plus l'appareil de chiffrement de cette sauvegarde : il a été déconnecté. { restore-device-remedy }
restore-device-other-keys = Le serveur connaît cet appareil de chiffrement sous d'autres clés : il a été refait depuis la sauvegarde. { restore-device-remedy }
restore-device-untold = Le serveur ne dit pas quand cet appareil de chiffrement a servi pour la dernière fois : on ne peut pas savoir s'il a servi depuis la sauvegarde. { restore-device-remedy }
restore-device-used = D'après le serveur, cet appareil de chiffrement a servi après la sauvegarde, ou moins de cinq minutes avant : les autres refuseraient pour toujours une copie dépassée. { restore-device-remedy }
restore-device-unasked = Le serveur n'a pas pu dire si cet appareil de chiffrement a servi depuis la sauvegarde : { $detail } Rien n'a été changé. Réessayez, ou restaurez sans --with-device.
restore-device-password = Pour demander au serveur si cet appareil de chiffrement a servi depuis, il faut le mot de passe du robot : le jeton d'accès est celui de cet appareil, et le seul fait de demander le ferait servir. Donnez COMMONSBOT_PASSWORD dans l'environnement, ou restaurez sans --with-device.

## export, import

cli-path = CHEMIN
cli-export = Écrit les communs dans un format ouvert, robot en marche ou non.
export-help-path = fichier .jsonl ou .csv, ou dossier (Markdown) ; par défaut, un .jsonl dans le dossier de données
export-help-format = jsonl (tout), markdown ou csv (les fiches seules) ; par défaut, d'après le nom
export-help-audience = all : tout ; network : ce que tout le réseau peut lire ; public : ce que tout le monde peut lire
export-help-force = met de côté ce qui porte déjà ce nom
export-help-schema = affiche le schéma JSON d'une ligne, et rien d'autre
export-under-way = Export
export-done = { $count ->
    [0] Aucune fiche à exporter : { $path } est vide.
    [one] { $count } fiche exportée dans { $path }
   *[other] { $count } fiches exportées dans { $path }
  }
export-private = Ce fichier contient aussi ce qui n'est visible que dans un salon : gardez-le au secret. Pour publier : --audience public
export-no-folder = Le dossier { $path } n'existe pas. Créez-le, ou donnez un autre chemin.
export-exists = { $path } existe déjà. Donnez un autre nom, ou --force pour mettre l'ancien de côté.
export-no-database = Il n'y a pas de base de données dans { $path }. Vérifiez data dans la configuration.
export-older-database = La base { $path } est d'une version plus ancienne. Démarrez le robot une fois avec cette version, puis recommencez.
exchange-no-format = Le nom de { $path } ne dit pas son format. Ajoutez --format avec l'un de : { $formats }.
import-under-way = Import
import-no-file = { $path } n'existe pas.
import-not-read = { $path } ne peut pas être lu ({ $detail }). Ce qui précède a été importé ; corrigez, puis relancez : rien ne sera importé deux fois.
import-bad-entry = { $problem } { $remedy }
import-bad-title = le titre doit tenir sur une ligne de { $limit } caractères au plus, et ne pas être vide. Raccourcissez-le, et mettez le reste dans text.
import-bad-number = { $value } n'est pas un numéro de fiche. Retirez number : la fiche en recevra un.
import-bad-choice = « { $value } » n'est pas un choix possible. Écrivez l'un de : { $choices }.
import-missing = il manque { $name }. Ajoutez-le.
import-unknown = { $name } n'est pas un champ connu. Corrigez son nom, ou retirez-le. Tous les champs : commonsbot export --schema
import-bad-value = { $name } ne convient pas ({ $detail }). Ce qu'il peut être : commonsbot export --schema
import-unreadable = illisible ({ $detail }). Corrigez, ou retirez cette entrée.
import-orphan = ceci appartient à une fiche, et aucune fiche ne précède. Mettez-le après sa fiche.
import-row-long = cette ligne a plus de cases que de titres. Vérifiez les guillemets et les « ; ».
import-no-front = ce fichier ne commence pas par des faits entre deux lignes « --- » ({ $detail }). Prenez pour modèle un fichier exporté.
import-more-faults = et { $count } autres entrées à corriger.
import-forgotten = { $count ->
    [one] { $count } fiche retirée, car elle l'a été là d'où vient ce fichier.
   *[other] { $count } fiches retirées, car elles l'ont été là d'où vient ce fichier.
  }
import-moved = La fiche n° { $before } du fichier est ici la n° { $now } : ce numéro était pris.
import-more-moved = et { $count } autres fiches dont le numéro change.

import-file = ce que commonsbot export a écrit, ou un fichier YAML avec une liste sous « resources »
import-added = { $count ->
    [0] Aucune fiche ajoutée.
    [one] { $count } fiche ajoutée.
   *[other] { $count } fiches ajoutées.
  }
import-known = { $count ->
    [one] { $count } fiche déjà importée, laissée telle quelle.
   *[other] { $count } fiches déjà importées, laissées telles quelles.
  }
import-title = doit tenir sur une ligne de { $limit } caractères au plus.
import-title-remedy = Raccourcissez-le, et mettez le reste dans text.
import-no-resources = doit être une liste de fiches.
import-no-resources-remedy = Mettez les fiches sous resources:, chacune commençant par un tiret.
import-twice = « { $value } » nomme déjà une fiche plus haut dans ce fichier.
import-twice-remedy = Donnez à chaque fiche un origin différent.
config-missing-origin = manque.
config-missing-origin-remedy = Donnez à la fiche un identifiant durable et unique, par exemple origin: depart/alt-text
config-missing-title = manque.
config-missing-title-remedy = Donnez un titre à la fiche.
config-missing-text = manque.
config-missing-text-remedy = Donnez un texte à la fiche.

## identity

identity-help-action = show : la montrer ; sign : signer l'appareil ; restore : la rendre au robot par sa clé de récupération ; recovery-key : faire une clé de récupération ; new-device : donner au robot un nouvel appareil ; reset : en faire une nouvelle
identity-help-yes = ne demande pas de confirmation
identity-device = Appareil { $device }, empreinte { $fingerprint }
identity-no-keys = Appareil { $device } : ses clés ne sont pas encore sur le serveur. Elles y seront au premier démarrage.
identity-trusted = Appareil signé : les clients stricts lui écrivent et le lisent.
identity-untrusted = Appareil non signé : des membres ne pourront ni le lire ni être lus de lui. Remède : robot arrêté, commonsbot identity sign
identity-master = Identité du compte (clé publique) : { $key }
identity-none = Le compte n'a pas encore d'identité : elle sera faite au premier démarrage.
identity-here = Ses secrets sont dans { $folder } : sauvegardez-les avec le reste.
identity-elsewhere = Les secrets de l'identité du compte ne sont pas ici : elle a été faite ailleurs. Rendez-la au robot par sa clé de récupération (commonsbot identity restore), ou remettez identity.json dans { $folder } depuis une sauvegarde. Sinon, faites-en une nouvelle : commonsbot identity reset
identity-done-created = L'identité est faite, et l'appareil { $device } signé.
identity-done-signed = L'appareil { $device } est signé.
identity-done-known = L'appareil { $device } était déjà signé : rien n'a changé.
identity-password = Mot de passe de { $account }
identity-password-env = Le jeton d'accès vient de COMMONSBOT_ACCESS_TOKEN : il ne peut pas être remplacé ici. Retirez cette variable, et donnez un mot de passe.
identity-new = Le robot a un nouvel appareil, { $device }. Il sera signé au prochain démarrage. Les clés de l'ancien sont gardées dans { $folder }.
identity-reset-sure = Tous ceux qui parlent avec { $account } verront que son identité a changé, et l'ancienne clé de récupération ne servira plus. En faire une nouvelle ?
identity-reset-kept = Rien n'a changé.
identity-reset-done = { $account } a une nouvelle identité, et l'appareil { $device } est signé.
identity-approve = Ouvrez cette page avec le compte du robot, et approuvez : { $link }
identity-not-approved = Rien n'a été approuvé. Recommencez quand vous pourrez ouvrir cette page.

## Sources

cli-sources = Montre les sources prêtes à suivre, et échange des listes de flux (OPML).
sources-action = list : les sources fournies ; import : suivre les flux d'un fichier OPML ; export : écrire ceux que le réseau suit
sources-file = le fichier OPML
sources-room = le salon qui suivra ces flux : son nom, ou son identifiant (import)
sources-room-name = SALON
sources-no-file = Donnez le fichier OPML : commonsbot sources import --file flux.opml --room Actualités
sources-no-room = Donnez le salon qui suivra ces flux : --room Actualités
sources-room-unknown = Le robot ne sert pas un salon et un seul qui s'appelle « { $room } ». Ceux qu'il sert :
sources-unreadable = { $path } ne peut pas être lu : { $reason }. Donnez un fichier OPML, tel que l'exporte un lecteur de flux.
sources-exported = { $count ->
    [one] Une source écrite dans { $path }
   *[other] { $count } sources écrites dans { $path }
}
sources-imported = { $count ->
    [0] Aucun flux suivi en plus
    [one] Un flux suivi en plus
   *[other] { $count } flux suivis en plus
} ; déjà suivis : { $known }. Le robot les lira à son prochain démarrage.
sources-checked = vérifiée le { $day }
sources-off = pas vérifiée, éteinte : à essayer avec !source ajouter
