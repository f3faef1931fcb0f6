## Réunir deux fiches

summary-merge = réunit deux fiches qui disent la même chose
details-merge = `!fusionner 12 42` : la fiche 12 reçoit les liens, les thèmes, le texte, les fichiers, les mercis et les essais de la 42. Le numéro 42 reste bon : il mène à la 12. Pour qui modère les deux fiches, ou les a écrites.
form-merge = numéro numéro
summary-split = sépare une fiche de celle où elle a été réunie

merge-done = **La fiche { $number } est réunie à la fiche { $link }**
    Les deux numéros mènent à elle.
merge-words = Le texte et les fichiers de la fiche { $other } n'ont pas été repris, car sa licence n'est pas celle de la fiche { $into }. Ils restent dans son historique : `!fiche { $card } historique`
merge-undo = Défaire : `!séparer { $card }`
merge-which = Avec quelle fiche réunir la fiche { $number } ? Exemple : `!fusionner 12 42` (la première reste, la seconde y mène).
merge-itself = C'est deux fois la fiche { $number }.
merge-reviewed = Les fiches de ce salon sont relues : réunir les fiches { $into } et { $other } revient à un modérateur du salon où la première a été partagée.
merge-refused = Pour réunir les fiches { $into } et { $other }, il faut les avoir écrites toutes les deux, ou modérer les salons où elles ont été partagées. Un référent du réseau le peut aussi.
merge-unlike = La fiche { $into } est visible par { $wide }, la fiche { $other } par { $narrow } : mettez-les d'abord d'accord, par exemple `!visible { $card } réseau`. Deux salons différents gardent chacun leur fiche.
merge-others = La fiche { $number } contient aussi ce qu'une autre personne a écrit (fiche { $other }) : il lui revient d'en ouvrir la licence ou de le montrer à plus de monde. Séparez-les d'abord : `!séparer { $card }`
split-done = **La fiche { $link } est de nouveau seule**, avec ses mercis et ses essais. Ce qu'elle avait apporté à la fiche { $number } en est retiré : relisez-la, `!fiche { $card }`
split-alone = La fiche { $number } n'est réunie à aucune autre.
split-refused = La fiche { $number } est séparée par son auteur ou un modérateur du salon où elle a été partagée.

card-merged = La fiche { $number } est réunie à la fiche { $into }. Pour celle-ci, écrivez { $card } ; pour les séparer : `!séparer { $old }`
card-absorbed = La fiche { $number } est réunie à celle-ci.
card-absorbed-author = La fiche { $number }, de { $who }, est réunie à celle-ci.
