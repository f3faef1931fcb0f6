## Messages illisibles

unread = Je n'ai pas pu lire votre message : sa clé de chiffrement ne m'est pas parvenue.
unread-not-for-me = S'il n'était pas pour moi, il n'y a rien à faire.
unread-again = Envoyez-le de nouveau. Si cela revient, fermez puis rouvrez votre application ; dans Element sur ordinateur, envoyez d'abord `/discardsession`.
unread-trust = Envoyez-le de nouveau. Si cela revient, votre application n'écrit qu'aux personnes que vous avez vérifiées : dans les paramètres d'Element, désactivez « Envoyer des messages uniquement aux utilisateurs vérifiés ».
unread-unblock = Votre application a bloqué mon appareil : débloquez-le (mon profil, mes sessions), puis envoyez votre message de nouveau.
unread-sign = Votre application n'envoie rien à mon appareil, parce qu'il n'est pas signé. Vous n'y pouvez rien : prévenez la personne qui m'administre, c'est à elle de le signer. D'ici là, écrivez-moi dans un salon non chiffré.
