## Retour d'expérience

summary-experience = garde un retour d'expérience, à partir d'un modèle à remplir
details-experience = `!rex` seul donne le modèle. Renvoyez-le rempli, dans l'ordre que vous voulez : tout est facultatif, même le titre.
example-experience = Vœux en vidéo
experience-card = !rex Titre de votre retour d'expérience
    Contexte :
    Objectif :
    Public :
    Ce qu'on a fait :
    Résultat mesuré :
    Coût et temps :
    Empreinte ou sobriété :
    Ce qu'on referait autrement :
    Contact :
    Collectivité :
    Habitants :
    Budget :
    Canal :
    Licence :

    ↑ Copiez ce message, remplissez ce que vous voulez, envoyez-le. Rien n'est obligatoire.

section-context = Contexte
section-goal = Objectif
section-public = Public
section-done = Ce qu'on a fait
section-result = Résultat mesuré
section-cost = Coût et temps
section-footprint = Empreinte ou sobriété
section-differently = Ce qu'on referait autrement
section-contact = Contact

body-commune = commune
body-epci = intercommunalité
body-department = département
body-region = région
body-state = État
body-hospital = hôpital
body-museum = musée ou bibliothèque
body-fire-service = service d'incendie et de secours
body-housing = bailleur social
body-education = enseignement
body-association = association
body-other = autre organisme
population-under-2k = moins de 2 000 habitants
population-under-10k = moins de 10 000 habitants
population-under-50k = moins de 50 000 habitants
population-under-200k = moins de 200 000 habitants
population-over-200k = plus de 200 000 habitants
budget-none = sans budget
budget-under-1k = moins de 1 000 €
budget-under-10k = moins de 10 000 €
budget-under-50k = moins de 50 000 €
budget-over-50k = plus de 50 000 €
channel-print = papier
channel-web = web
channel-social = réseaux sociaux
channel-video = vidéo ou audio
channel-event = événement
channel-press = presse
channel-mobile = mobile
channel-display = affichage
channel-internal = interne

## Fichiers

card-files = **Fichiers** · à ouvrir dans le message d'origine
file-undescribed = sans description
size-kilobytes = { $count } ko
size-megabytes = { $count } Mo
share-describe = Pour qui ne voit pas le fichier, dites ce qu'il montre : `!décrire { $number }` suivi d'une phrase.
summary-describe = dit ce que montre un fichier joint, pour qui ne le voit pas
usage-numbered = numéro texte
parameter-numbered = un numéro, puis le texte
example-alt = 42 Une affiche bleue : « La ville à vélo »
describe-done = Merci : le fichier de la fiche { $number } est décrit.
describe-refused = Le fichier de la fiche { $number } est décrit par son auteur ou par un modérateur.
describe-empty = Dites ce que montre le fichier, après le numéro : `!décrire { $number } Une affiche bleue`
describe-long = C'est long pour une description ({ $limit } caractères au plus) : dites l'essentiel, le reste va dans le texte de la fiche.
describe-no-file = La fiche { $number } n'a pas de fichier joint. Pour en joindre un : envoyez-le avec la légende `!partager` et un titre.
