licence-open-licence = Open Licence 2.0
licence-cc0 = CC0
licence-cc-by = CC BY 4.0
licence-cc-by-sa = CC BY-SA 4.0
licence-network = inside the network
licence-link = link only
