# Les phrases de la démonstration. `demo-beat-x` dit ce qui doit arriver, `demo-say-x` ce que la
# personne écrit dans le salon.

demo-help-folder = DOSSIER
demo-help-data = garder la démonstration dans ce dossier, et la reprendre plus tard (sans cela, elle est effacée à la fin)

## Mise en place

demo-space = Réseau
demo-room-help = Entraide
demo-room-news = Actualités
demo-room-office = Bureau (chiffré)
demo-topic-help = Une question, une astuce : tout le monde peut répondre.
demo-topic-news = Ce qui se publie ailleurs et qui nous sert.
demo-topic-office = Les échanges du bureau. Ce salon est chiffré.

demo-title = CommonsBot, en démonstration dans de vrais salons Matrix
demo-step-server = Serveur Matrix de démonstration
demo-step-rooms = Un espace, trois salons, trois personnes
demo-step-starter = Fiches de départ
demo-step-bot = Le robot rejoint les salons
demo-step-done = prêt en { $seconds } s
demo-stopping = Arrêt du robot et du serveur
demo-stopped = arrêtés en { $seconds } s
demo-interrupted = Démonstration interrompue.

## La scène

demo-same-message = (le même message)
demo-answered = { $milliseconds } ms
demo-answered-slowly = { $seconds } s
demo-article-published = Le site suivi publie un article : « { $title } »

demo-beat-introduction = Le robot arrive et se présente dans les trois salons
demo-beat-share = Anne partage une astuce : le robot en fait une fiche
demo-beat-search = Bruno cherche sans accents et avec des fautes : il retrouve la fiche d'Anne, et une fiche de départ
demo-beat-card = Bruno ouvre la fiche
demo-beat-thanks = Bruno remercie
demo-beat-trial = Claire l'a essayée, et dit ce que cela a donné
demo-beat-mistyped = Bruno se trompe de commande : le robot propose la bonne
demo-beat-capture = Bruno garde un message d'une simple réaction : le robot répond dans son fil
demo-beat-secret = Dans le salon chiffré, Bruno partage : la réponse est chiffrée, la fiche reste à ce salon
demo-beat-hidden = Du salon ouvert, la fiche du salon chiffré est introuvable
demo-beat-source = Claire, modératrice, fait suivre un flux d'actualités
demo-beat-relay = Un article paraît dans le flux : le robot le relaie
demo-beat-word = Claire ouvre la lettre de la semaine par une phrase d'elle
demo-beat-letter = Claire demande la lettre sans attendre son jour
demo-beat-return = Le robot est de retour et se souvient

demo-share-title = Carte de vœux accessible : notre gabarit
demo-say-share = !partager Carte de vœux accessible : notre gabarit
    Contrastes vérifiés, texte lisible sur téléphone, version sonore. Le plus long a été de trouver une police sans piège : prenez-en une qui distingue bien I, l et 1.
    https://accessibilite.numerique.gouv.fr/
    #accessibilité #vœux
demo-search-starter = Carte de vœux : sobre, lisible, et faite une seule fois
demo-say-search = !chercher carte de veux acessible
demo-say-card = !fiche { $number }
demo-say-thanks = !merci { $number }
demo-say-trial = !testé { $number } adapté, avec le logo de la métropole : deux fois moins de questions sur la date de la cérémonie
demo-say-mistyped = !cherhcer vœux
demo-mistyped-near = !chercher
demo-say-capture = Sur nos affiches, un QR code ne sert que s'il mène à une page lisible sur téléphone
demo-secret-title = Hortensia : le nom de code de la campagne de mai
demo-say-secret = !partager Hortensia : le nom de code de la campagne de mai
    À ne pas ébruiter avant l'annonce officielle.
    #campagne
demo-say-hidden = !chercher hortensia
demo-say-source = !source ajouter { $url }
demo-source-title = Réseau Com'Exemple
demo-article-title = Signalétique : dix panneaux relus par ceux qui les lisent
demo-article-summary = Données d'exemple. Une médiathèque a fait relire ses panneaux par ses visiteurs avant de les imprimer.
demo-word = Bienvenue dans la première lettre du réseau !
demo-say-word = !lettre mot "Bienvenue dans la première lettre du réseau !"
demo-say-letter = !lettre maintenant
demo-say-return = !récent

## Le bilan

demo-summary = Bilan
demo-outcome-late = pas vu en { $seconds } s
demo-outcome-clear = la réponse n'est pas chiffrée
demo-outcome-died = interrompu
demo-outcome-skipped = pas joué
demo-all-good = Tout ce qui était attendu est arrivé ({ $count } sur { $count }).
demo-not-all-good = N'est pas arrivé : { $name }.

## Ce qui peut mal tourner

demo-bot-died = Le robot s'est arrêté (code { $code }). La fin de son journal, { $path } :
demo-server-died = Le serveur Matrix s'est arrêté. { $detail }
demo-bot-absent = Le robot n'a pas rejoint les salons en { $seconds } s. La fin de son journal, { $path } :
demo-import-failed = Les fiches de départ n'ont pas pu être importées :
demo-no-starter = Il manque { $path } : lancez la démonstration depuis une copie complète du projet.
demo-folder-foreign = { $path } contient déjà autre chose qu'une démonstration. Donnez un dossier vide ou nouveau.

## À vous

demo-yours = À vous
demo-yours-intro = Les salons sont ouverts. Écrivez un message et Entrée : il part au nom de la personne et dans le salon que montre l'invite. Essayez !aide
demo-feeds = Flux d'exemple, à faire suivre par Claire avec !source ajouter :
demo-element = Pour y entrer avec Element : https://app.element.io ou Element pour ordinateur, « Se connecter », « Modifier » le serveur d'accueil, puis cette adresse (sur cette machine seulement) :
demo-element-account = { $name } : identifiant { $user }, mot de passe { $password }
demo-element-moderator = { $name } (modératrice) : identifiant { $user }, mot de passe { $password }
demo-kept = Tout est gardé dans { $path }. Pour reprendre : make demo ARGS="--data { $path }"
demo-not-kept = Rien n'est gardé : tout sera effacé à la fin. Pour garder : make demo ARGS="--data dossier"
demo-commands = /anne, /bruno, /claire : parler en son nom
    /salon : les salons · /salon 2 : y parler
    /article Titre : publier un article dans le flux de démonstration
    /aide : ce rappel · /quitter (ou Ctrl-D) : tout arrêter
    Pour aller à la ligne dans un message, écrivez \n
demo-room-line = { $number }. { $name }
demo-room-line-here = { $number }. { $name } (vous y êtes)
demo-room-unknown = Il n'y a pas de salon « { $word } ». Voici ceux qui existent :
demo-slash-near = « { $word } » n'est pas une commande de l'invite. Vouliez-vous dire { $near } ?
demo-slash-unknown = « { $word } » n'est pas une commande de l'invite : /aide les montre. Celles du robot commencent par « ! ».
demo-article-untitled = Donnez un titre, par exemple : /article La ville recrute
demo-article-yours = Données d'exemple : un article publié depuis la démonstration.
demo-article-followed = Le robot le relaie en quelques secondes dans les salons qui suivent ce flux.
demo-not-sent = Le message n'est pas parti : { $detail }
