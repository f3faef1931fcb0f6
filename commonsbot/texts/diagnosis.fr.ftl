## Diagnostic

summary-diagnosis = dit si les membres et moi nous lisons bien dans ce salon, et sinon que faire
details-diagnosis = Du plus grave au moins grave : mon appareil, les messages que je n'ai pas pu lire depuis un jour, les appareils qui ne peuvent pas me lire. Puis ce que je sais du salon.

diagnosis-well = **Diagnostic : tout va bien.**
diagnosis-well-so-far = **Diagnostic : rien à signaler pour l'instant.**
diagnosis-troubles = **Diagnostic : voici ce qui ne va pas.**
diagnosis-more = et { $count ->
    [one] { $count } autre cas semblable
   *[other] { $count } autres cas semblables
  }
diagnosis-code = Motif donné par son application : `{ $code }`

diagnosis-device-unsigned = **Mon appareil n'est pas signé** : les applications strictes ne m'écrivent pas et ne me lisent pas. La personne qui m'administre m'arrête, puis lance `commonsbot identity sign`.
diagnosis-device-foreign = **Mon appareil n'est pas signé**, car l'identité de mon compte a été faite ailleurs : les applications strictes ne m'écrivent pas et ne me lisent pas. La personne qui m'administre lance `commonsbot identity restore` avec la clé de récupération, sinon `commonsbot identity reset`.
diagnosis-device-borrowed = Mon appareil est signé, mais par une identité dont je n'ai pas les secrets : le suivant ne le sera pas. La personne qui m'administre lance `commonsbot identity restore` avec la clé de récupération.
diagnosis-device-unknown = Mon serveur ne répond pas assez vite : je ne sais pas si mon appareil est signé. Redemandez dans un instant.

diagnosis-unread = { $count ->
    [one] **{ $who }** · { $count } message que je n'ai pas pu lire depuis hier
   *[other] **{ $who }** · { $count } messages que je n'ai pas pu lire depuis hier
  }
diagnosis-unread-again = Sa clé n'est pas arrivée. À faire : envoyer le message de nouveau, et si cela revient fermer puis rouvrir l'application.
diagnosis-unread-trust = Son application n'écrit qu'aux personnes vérifiées. À faire : dans les paramètres d'Element, désactiver « Envoyer des messages uniquement aux utilisateurs vérifiés ».
diagnosis-unread-unblock = Son application a bloqué mon appareil. À faire : le débloquer.
diagnosis-unread-sign = Son application n'écrit pas à mon appareil, tant qu'il n'est pas signé.

diagnosis-keyless = **{ $who }** · ne peut pas me lire sur « { $device } »
diagnosis-keyless-undelivered = Le serveur n'a pas transmis ma clé. Rien à faire : je la renvoie avec la suivante, dans l'heure.
diagnosis-keyless-no-one-time-key = Cet appareil ne laisse plus de quoi lui écrire. À faire : y ouvrir l'application, ou supprimer cette session si elle ne sert plus.

diagnosis-doubt-unsigned = Je n'écris qu'aux appareils vérifiés, et celui-ci ne l'est pas. À faire : dans ses paramètres, le vérifier avec un autre des siens ou avec la clé de récupération.
diagnosis-doubt-no-identity = Je n'écris qu'aux appareils vérifiés, et ce compte n'en a aucun. À faire : dans les paramètres de chiffrement de son application, créer une clé de récupération.
diagnosis-doubt-unknown = Je n'écris qu'aux appareils vérifiés, et son serveur ne m'a pas encore dit si celui-ci l'est. Rien à faire : je le lui redemande.

diagnosis-no-reactions = Les membres ne peuvent pas réagir aux messages : mes gestes par émoji ne marchent pas ici, les commandes si. À faire : dans les permissions du salon, autoriser les réactions à tous.

diagnosis-room = Salon chiffré · { $joining } · version { $version }
diagnosis-room-open = Salon non chiffré : qui héberge ses serveurs peut lire ce qui s'y écrit · { $joining } · version { $version }
diagnosis-signed = Mon appareil est signé.
diagnosis-unverified = { $count ->
    [one] { $count } appareil d'un membre n'est pas vérifié ; il me lit quand même.
   *[other] { $count } appareils de membres ne sont pas vérifiés ; ils me lisent quand même.
  }
diagnosis-rights = Mes droits : niveau { $level }. Le niveau 0 me suffit : je ne fais qu'écrire.
diagnosis-no-key-yet = Je n'avais rien écrit ici depuis mon démarrage : redemandez maintenant pour savoir quels appareils ne peuvent pas me lire.

join-public = ouvert à tous
join-invite = sur invitation
join-private = fermé
join-knock = sur demande
join-restricted = ouvert aux membres de son espace
join-knock-restricted = ouvert aux membres de son espace, aux autres sur demande
history-world-readable = Historique : lisible par tous, même sans venir.
history-shared = Historique : les nouveaux membres lisent tout ce qui précède.
history-invited = Historique : chaque membre lit depuis son invitation.
history-joined = Historique : chaque membre lit depuis son arrivée.
tchap-restricted = Accès Tchap : réservé aux agents, sans invités externes.
tchap-unrestricted = Accès Tchap : ouvert aux invités externes.
tchap-direct = Accès Tchap : conversation à deux.
