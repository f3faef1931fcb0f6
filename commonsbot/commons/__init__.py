"""What members do with resources, one act a function: the rules, without words or markup."""
