# Les phrases de la ligne de commande et des réglages. `config-x` dit ce qui ne va pas,
# `config-x-remedy` ce qu'il faut écrire.

## Réglages : les valeurs

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
config-duration-remedy = Donnez un nombre et son unité, par exemple { $suggested } (s, min, h ou j).
config-day = « { $value } » n'est pas un jour de la semaine.
config-day-remedy = Écrivez par exemple { $suggested }.
config-time = « { $value } » n'est pas une heure.
config-time-remedy = Écrivez-la ainsi : "09:00".
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
config-nowhere = manque, et il n'y a pas non plus de rooms : le robot ne saurait pas où aller.
config-nowhere-remedy = Donnez l'espace du réseau, par exemple space: "#reseau:example.org", ou des salons, par exemple rooms: ["#salon:example.org"].

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
config-secrets-mode = peut être lu par d'autres comptes de cette machine (mode { $mode }).
config-secrets-mode-remedy = Lancez : chmod 600 { $path }
