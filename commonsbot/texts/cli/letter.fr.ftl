## Lettre

cli-letter = Sort une lettre déjà envoyée, en HTML prêt pour un e-mail ou en Markdown.
letter-week = SEMAINE
letter-room = SALON
letter-help-week = la semaine de la lettre, par exemple 2026-S47 (par défaut, la dernière)
letter-help-room = le nom ou l'identifiant du salon, s'il y en a plusieurs
letter-help-format = html (par défaut) ou md ; l'extension du fichier suffit
letter-help-audience = à qui elle ira : network (par défaut) laisse de côté ce que seul le salon peut lire, public ce qui n'est pas public, room ne laisse rien
letter-help-output = le fichier à écrire (par défaut, à l'écran)
letter-done = La lettre est dans { $path }
letter-exists = { $path } existe déjà, et rien n'est écrasé. Donnez un autre nom, ou déplacez ce fichier.
letter-none-sent = Aucune lettre n'est encore partie. La première part au jour prévu, ou quand un modérateur écrit « !lettre maintenant » dans son salon.
letter-which-room = Il faut dire de quel salon : { $rooms } Ajoutez --room suivi d'un de ces noms ou identifiants.
letter-no-week = Il n'y a pas de lettre de la semaine « { $week } » dans ce salon. Les dernières parties : { $weeks }
