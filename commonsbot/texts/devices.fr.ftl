## L'appareil d'où vient une demande, dans un salon chiffré

device-none = Ceci demande les droits d'un modérateur, et rien ne prouve que cela vient de vous : dans ce salon chiffré, un message en clair ou une réaction ne suffit pas. Envoyez la commande depuis une application qui chiffre (Element, Tchap).
device-foreign = Ceci demande les droits d'un modérateur, et l'appareil d'où cela vient ne figure pas parmi les vôtres. Dans les paramètres de votre messagerie, voyez la liste de vos appareils ; si celui-ci manque, déconnectez-vous, reconnectez-vous et renvoyez la commande. Si vous n'avez rien envoyé, prévenez la personne qui m'administre.
device-unsigned = Ceci demande les droits d'un modérateur, et vous n'avez pas vérifié l'appareil d'où cela vient. Dans les paramètres de votre messagerie, vérifiez cet appareil avec un autre des vôtres ou avec votre clé de récupération, puis renvoyez la commande.
