## L'appareil d'où vient une commande, dans un salon chiffré

device-none = Je n'exécute pas `!{ $command }` : ce salon est chiffré, et votre message ne l'était pas. Renvoyez-la depuis une application qui chiffre (Element, Tchap).
device-foreign = Je n'exécute pas `!{ $command }` : l'appareil qui l'a envoyée ne figure pas parmi les vôtres. Dans les paramètres de votre messagerie, voyez la liste de vos appareils ; si celui-ci manque, déconnectez-vous, reconnectez-vous et renvoyez la commande. Si vous n'avez rien envoyé, prévenez la personne qui m'administre.
device-unsigned = Je n'exécute pas `!{ $command }` : l'appareil qui l'a envoyée n'est pas vérifié par vous. Dans les paramètres de votre messagerie, vérifiez cet appareil avec un autre des vôtres ou avec votre clé de récupération, puis renvoyez la commande.
