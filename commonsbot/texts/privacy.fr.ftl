data-kept = **Ce que je garde**

    Ce que vous partagez exprès : vos fiches, leur historique, vos essais, vos mercis, vos propositions, ce que vous suivez. Rien du reste des conversations : un message que personne ne m'adresse n'est ni lu au-delà de cette question, ni gardé, ni noté au journal.

    Vos fiches restent tant que vous ne les retirez pas. Le reste s'efface seul :
data-kept-withdrawn = fiche retirée : { $days ->
    [0] rien n'en reste
    [one] rien n'en reste que son numéro après 1 jour
   *[other] rien n'en reste que son numéro après { $days } jours
  } ; tout de suite si vous supprimez votre message
data-kept-exchanges = ce que je vous ai demandé ou dit en privé, propositions refusées : { $days ->
    [one] 1 jour
   *[other] { $days } jours
  }
data-kept-journal = qui a fait quoi, à quelle fiche : { $days ->
    [one] 1 jour
   *[other] { $days } jours
  }
data-kept-answers = la trace de mes réponses, dont le texte part dès l'envoi : { $days ->
    [one] 1 jour
   *[other] { $days } jours
  }
data-rights = Vos droits : `!mes-données` (tout lire, tout emporter) · `!oublier` (tout effacer ou rendre anonyme) · `!retirer 42` (une fiche).

summary-forget = efface ce que je garde de vous, ou le rend anonyme
details-forget = `!oublier effacer` : vos fiches disparaissent. `!oublier anonymiser` : elles restent utiles à tous, sans votre nom. Je dis exactement ce qui part et demande une confirmation. Ce que d'autres ont apporté reste, sans nom.
form-forget = effacer ou anonymiser
example-forget = anonymiser
forget-nothing = Je ne garde rien qui porte votre nom.
forget-which = Je n'ai pas compris « { $word } ». Deux façons : `!oublier effacer` ou `!oublier anonymiser`.
forget-ways = **Vous oublier : deux façons**. Rien ne part avant votre confirmation.
forget-way-erase = `!oublier effacer` · vos fiches disparaissent, pour tous et partout
forget-way-anonymise = `!oublier anonymiser` · vos fiches restent utiles aux autres, sans votre nom
forget-others = Une seule fiche : `!retirer 42`. Lire d'abord ce que je garde : `!mes-données`.
forget-ask-erase = **Effacer tout ce que je garde de vous ?**
forget-ask-anonymise = **Retirer votre nom de tout ce que je garde ?**
forget-stock-cards = { $count ->
    [one] 1 fiche
   *[other] { $count } fiches
  }
forget-stock-trials = { $count ->
    [one] 1 essai raconté
   *[other] { $count } essais racontés
  }
forget-stock-thanks = { $count ->
    [one] 1 merci
   *[other] { $count } mercis
  }
forget-stock-proposals = { $count ->
    [one] 1 proposition de correction
   *[other] { $count } propositions de correction
  }
forget-stock-follows = { $count ->
    [one] 1 suivi
   *[other] { $count } suivis
  }
forget-stock-notes = { $count ->
    [one] 1 question ou nouvelle privée
   *[other] { $count } questions ou nouvelles privées
  }
forget-goes-erase = S'effacent : vos fiches et leur historique, le récit de vos essais, vos propositions, vos suivis, vos recherches, nos échanges privés, votre nom au journal.

    Restent, sans nom : ce que d'autres ont ajouté ou testé, et vos mercis et essais, comptés un par un sur les fiches des autres. Vos messages dans le salon restent à vous : supprimez-les vous-même. Ce qui est effacé ne revient pas.
forget-goes-anonymise = S'effacent : votre nom partout, le lien vers vos messages, vos propositions, vos suivis, vos recherches, nos échanges privés, et ce que vous aviez déjà retiré.

    Restent, sans nom : vos fiches, leur historique, vos essais et vos mercis. Vous ne pourrez plus les corriger ni les retirer comme auteur. Relisez-les avant : un nom écrit dans le texte y reste.
forget-answer = ✅ (ou `!oui`) pour le faire, ❌ (ou `!non`) pour tout garder. La question attend { $minutes } minutes.
forget-declined = Rien n'a changé.
forget-done-erase = C'est fait : vos fiches sont effacées et je ne garde plus rien à votre nom.
forget-done-anonymise = C'est fait : vos fiches restent, et plus rien ne porte votre nom.
forget-done-file = Cette nuit, le fichier de la base est réécrit sans ces octets. Les sauvegardes de l'opérateur les perdent à leur date d'expiration.
forget-done-chat = Tant que notre message direct existe, je sais qu'il est le vôtre : quittez-le pour que je l'oublie aussi.

summary-my-data = vous dit en privé tout ce que je garde de vous
details-my-data = Dans notre message direct. `!mes-données json` donne chaque donnée entière, une par ligne, à emporter. Sans message direct, un modérateur du salon est prié de vous les remettre. `!mes-données autres Anne Martin, Mme Martin` demande aux modérateurs de chercher ces mots dans ce que d'autres ont écrit de vous.
form-my-data = json, ou autres et les mots à chercher
example-my-data = json
my-data-title = **Tout ce que je garde de vous**

    Chaque donnée entière, à emporter : `!mes-données json`. Les effacer : `!oublier`. Ce que d'autres ont écrit de vous n'est pas ici : `!mes-données autres` et les mots à chercher (vos nom, fonction, numéro…) le demande aux modérateurs.
my-data-nothing = Je ne garde rien qui porte votre nom.
my-data-sent = C'est dans notre message direct : ces données ne regardent que vous.
my-data-asked = { $who } demande ce que je garde à son nom, et nous n'avons pas de message direct. Le plus simple : m'en ouvrir un et y écrire `!mes-données`. Sinon, un modérateur répond ✅ (ou `!oui`) : je lui envoie ces données en privé pour qu'il les remette. Délai : 30 jours.
my-data-handed = Les données de { $who } sont dans mon message direct avec vous : remettez-les-lui, à personne d'autre.
my-data-refused = { $who }, un modérateur ne peut pas vous les remettre ici. Ouvrez un message direct avec moi et écrivez-y `!mes-données`.
my-data-no-chat = Pour les recevoir et les remettre, ouvrez d'abord un message direct avec moi, puis répondez de nouveau ✅ ici.
my-data-resource = vos fiches
my-data-revision = versions de vos fiches, et vos corrections
my-data-resource-theme = thèmes de vos fiches
my-data-resource-link = liens de vos fiches
my-data-capture = titres donnés à vos messages gardés
my-data-question = états de vos questions
my-data-trial = vos essais
my-data-thanks = vos mercis, par numéro de fiche
my-data-useful = vos « utile », par numéro de fiche
my-data-proposal = vos propositions et décisions
my-data-follow = vos suivis
my-data-search-page = votre dernière recherche par salon, un jour
my-data-prompt = questions que je vous ai posées
my-data-note = nouvelles privées de vous ou pour vous
my-data-chat-invite = invitation à un message direct
my-data-room = notre message direct
my-data-failed = commandes mal tapées, un jour
my-data-unread = messages chiffrés que je n'ai pas pu lire, un jour
my-data-unread-notice = avis de message illisible
my-data-refusal = clés refusées par vos appareils
my-data-source = sources que vous avez ajoutées
my-data-source-room = sources que vous avez abonnées à un salon
my-data-source-request = sources demandées, en attente
my-data-source-tryout = adresses à essayer, en attente
my-data-synonym = synonymes que vous avez ajoutés
my-data-news = actualités dont vous avez corrigé le genre
my-data-news-correction = corrections d'actualités
my-data-news-filter = filtres d'actualités que vous avez posés
my-data-edition = mots que vous avez écrits dans une lettre
my-data-edition-plan = mots prêts pour une prochaine lettre
my-data-edition-choice = choix pour une lettre
my-data-own-hours = vos heures
my-data-journal = vos actes au journal
my-data-outbox = mes messages en cours qui vous nomment
my-data-handled = invitation refusée
my-data-steward = votre rôle de référent, et ceux que vous avez nommés
my-data-suspension = suspensions vous concernant ou décidées par vous
my-data-bulk = fiches que vous avez masquées ou retirées ensemble
my-data-blocked-domain = sites que vous avez bloqués

summary-sign = choisit comment vous signez une fiche : nom, fonction ou personne
details-sign = `!signer 42 fonction chargée de communication, hôpital` montre votre fonction, avec vos mots ; `!signer 42 personne` ne montre rien ; `!signer 42 nom` revient à votre nom. Seul l'auteur choisit. Vaut partout : fiche, recherche, lettre, historique, crédit, export public. Écrivez-le-moi en message direct : dans un salon, votre commande se lit.
form-sign = numéro nom, fonction ou personne
example-sign = 42 personne
author-role = « { $role } »
author-unnamed = qui l'a partagée
sign-now = La fiche { $number } est signée { $who }.
sign-now-nobody = La fiche { $number } n'est signée par personne.
sign-ways = Son auteur choisit : `!signer { $card } nom` · `!signer { $card } fonction vos mots` · `!signer { $card } personne`
sign-since = Votre nom n'apparaît plus sur la fiche, dans les recherches, la lettre, l'historique, la ligne de crédit ni l'export public. Les modérateurs le retrouvent s'il le faut ; ce que j'ai déjà dit ne change pas.
sign-message = Votre message d'origine, dans son salon, montre toujours qui l'a écrit : la fiche n'y mène plus.
sign-privately = Ici, le salon lit cette réponse : la prochaine fois, écrivez-moi en message direct.
sign-which = Je n'ai pas compris « { $word } ». Au choix : `nom`, `fonction` et vos mots, ou `personne`. Exemple : `!signer 42 fonction chargée de communication, hôpital`
sign-role-empty = Quelle fonction ? Exemple : `!signer 42 fonction chargée de communication, hôpital`
sign-role-long = Cette fonction est longue : { $most } signes au plus.
sign-role-name = Une fonction ne contient ni « @ » ni lien : seulement des mots. Exemple : `!signer 42 fonction chargée de communication`
sign-refused = Seul l'auteur de la fiche { $number } choisit comment elle est signée.

others-which = Quels mots chercher dans ce que d'autres ont écrit de vous ? Vos noms, une fonction, un numéro, séparés par des virgules. Exemple : `!mes-données autres Anne Martin, Mme Martin`
others-nowhere = Ce réseau n'a pas de salon des modérateurs. Écrivez la même demande dans un salon où vous êtes : ses modérateurs y répondront, et ses membres la liront. Pour rester discret, écrivez à un modérateur ou au délégué à la protection des données.
others-asked = C'est transmis aux modérateurs : ils cherchent ces mots dans ce que d'autres ont écrit, vous répondent sous { $days } jours, et corrigent ou retirent s'il le faut.

    De moi-même je ne montre rien : ces textes parlent aussi d'autres personnes.
others-search = !chercher "{ $words }"
others-request = **{ $who } demande ce que d'autres ont écrit à son sujet.** À chercher, d'ici { $days } jours :
others-how = Une fiche réservée à un salon ne se trouve que dans ce salon. Répondez à cette personne en privé ; corrigez (`!modifier 42`) ou masquez (`!masquer 42`) ce qui n'a pas à rester.

    ✅ (ou `!oui`) : c'est fait · ❌ (ou `!non`) : la demande ne peut pas être suivie. Dans les deux cas, je préviens cette personne.
others-settled = { $who }, les modérateurs ont cherché ce que d'autres ont écrit de vous. Ils vous en disent le résultat en privé ; sans nouvelles, demandez-leur.
others-refused = { $who }, les modérateurs ne peuvent pas suivre votre demande sur ce que d'autres ont écrit de vous. Demandez-leur pourquoi ; vous pouvez aussi écrire au délégué à la protection des données, ou à la CNIL.
others-told = C'est dit à { $who }.
