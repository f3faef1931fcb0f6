cli-reindex = Refait l'index de la recherche, robot en marche ou non.
reindex-under-way = Index de la recherche
reindex-by-bot = Le robot est en marche : il refait l'index lui-même, sans s'interrompre. Vous pouvez quitter cette commande, il continuera.
reindex-done = { $count ->
    [0] Index refait : il n'y a encore rien à chercher.
    [one] Index refait : { $count } fiche ou actualité
   *[other] Index refait : { $count } fiches et actualités
}
