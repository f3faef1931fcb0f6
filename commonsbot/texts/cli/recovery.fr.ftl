# La clé de récupération de l'identité chiffrée : faite, remise, rendue.

## Ce que le compte a (une phrase par état)

recovery-none = Pas de clé de récupération : si le dossier de données est perdu, l'identité l'est aussi. Faites-en une : commonsbot identity recovery-key
recovery-ready = Une clé de récupération existe, et rend cette identité. Si vous ne l'avez plus, faites-en une autre : commonsbot identity recovery-key
recovery-outdated = La clé de récupération du compte ne rend pas cette identité, ou pas en entier. Faites-en une autre : commonsbot identity recovery-key
recovery-elsewhere = Le compte a une clé de récupération, donnée par un autre client Matrix (Element par exemple). Pour savoir si elle rend cette identité, robot arrêté : commonsbot identity restore
recovery-to-try = Le compte a une clé de récupération : si vous l'avez, essayez-la, robot arrêté.
recovery-nothing-to-try = Le compte n'a pas de clé de récupération : restent une sauvegarde, ou une nouvelle identité.
recovery-no-identity = Le compte n'a pas encore d'identité : il n'y a rien à récupérer. Faites-la d'abord, robot arrêté : commonsbot identity sign

## Remise, une seule fois

recovery-write-down = Clé de récupération du robot. Notez-la maintenant : elle ne sera plus jamais affichée.
recovery-keep-it = Rangez-la comme un mot de passe, ailleurs que sur cette machine : le robot ne la garde pas. Si le dossier de données est perdu, elle rend au robot son identité, avec commonsbot identity restore.
recovery-in-file = Clé de récupération écrite dans { $path }, que seul ce compte peut lire. Rangez-la ailleurs comme un mot de passe, puis effacez ce fichier : le robot ne la garde pas. Si le dossier de données est perdu, elle rend au robot son identité, avec commonsbot identity restore.
recovery-sure = Le compte a déjà une clé de récupération. Elle ne rendra plus l'identité du robot. En faire une nouvelle ?
recovery-not-replaced = Le compte a déjà une clé de récupération, donnée par un autre client Matrix (Element par exemple) : elle n'est pas remplacée. Servez-vous de celle-là. Si elle est perdue, changez-la dans ce client, ou faites une nouvelle identité : commonsbot identity reset
recovery-later = La clé de récupération n'a pas pu être faite. Recommencez : commonsbot identity recovery-key ({ $detail })
recovery-file-exists = { $path } existe déjà, et n'a pas été touché. Donnez le nom d'un nouveau fichier pour la clé de récupération.
recovery-file-closed = { $path } ne peut pas être créé pour la clé de récupération : { $detail }. Donnez un autre chemin.

## Rendue

recovery-ask = Clé de récupération (rien ne s'affiche pendant la saisie)
recovery-restored = { $account } a retrouvé son identité. Ses secrets sont dans { $folder } : sauvegardez-les avec le reste.
recovery-known = Cette clé rend bien l'identité de { $account }, dont les secrets étaient déjà ici.
recovery-file-unread = { $path } ne peut pas être lu : { $detail }. Donnez le fichier où est la clé de récupération, ou - pour l'entrée standard.
recovery-key-length = Une clé de récupération a { $wanted } caractères sans compter les espaces, et il y en a ici { $count }. Recopiez-la en entier.
recovery-key-character = Le caractère n° { $place } ne peut pas s'y trouver (sans compter les espaces). Une clé de récupération n'a que des chiffres et des lettres sans accent, jamais le zéro, le O et le I majuscules, ni le l minuscule. Vérifiez-le, puis recommencez.
recovery-key-typo = Cette clé de récupération est mal recopiée : un caractère est faux, ou deux sont échangés. Vérifiez-la, majuscules et minuscules comprises, puis recommencez.
recovery-wrong-key = Cette clé de récupération n'ouvre rien dans ce compte : elle est d'un autre compte, ou une plus récente l'a remplacée. Cherchez la dernière clé donnée pour ce compte.
recovery-wrong-phrase = Ce n'est ni une clé de récupération bien recopiée, ni la phrase secrète de ce compte. Vérifiez majuscules, accents et espaces, puis recommencez.
recovery-other-identity = Cette clé rend une identité que le compte n'a plus : il en a une autre depuis. Donnez la clé de récupération faite à ce moment-là ; si personne ne l'a, faites une nouvelle identité : commonsbot identity reset
recovery-unusable-remedy = Si ses secrets sont encore ici (commonsbot identity show le dit), faites une autre clé : commonsbot identity recovery-key. Sinon, remettez identity.json dans le dossier des clés depuis une sauvegarde, ou faites une nouvelle identité : commonsbot identity reset
recovery-without = Ce compte n'a pas de clé de récupération : le serveur ne garde rien de son identité. { recovery-unusable-remedy }
recovery-not-there = Cette clé de récupération est la bonne, mais le serveur n'a pas, ou plus, tout ce qu'elle ouvre ({ $type } manque). { recovery-unusable-remedy }
recovery-damaged = Ce que le serveur garde pour la clé de récupération est abîmé ({ $type }) : aucune clé ne peut l'ouvrir. { recovery-unusable-remedy }

## init

init-help-data = dossier des données (par défaut : data, à côté de la configuration)
init-help-recovery-key-file = nouveau fichier où écrire la clé de récupération, au lieu de l'afficher ; sans lui, --non-interactive n'en fait pas
init-identity-elsewhere = La configuration est écrite, mais { $account } a déjà une identité chiffrée, faite ailleurs : rien n'a été remplacé. Rendez-la au robot, avec sa clé de récupération : commonsbot identity restore -c { $config }. Si personne n'a cette clé, faites-en une nouvelle : commonsbot identity reset -c { $config }
init-identity-later = La configuration est écrite, mais l'identité chiffrée n'a pas pu être faite. Recommencez : commonsbot identity sign -c { $config }, puis commonsbot identity recovery-key -c { $config } ({ $detail })

## identity

identity-help-recovery-key-file = avec restore : le fichier dont la première ligne est la clé de récupération (- pour l'entrée standard) ; avec recovery-key et reset : le nouveau fichier où l'écrire, au lieu de l'afficher
identity-no-recovery-key-file = --recovery-key-file ne sert qu'avec restore, recovery-key et reset.
