"""Plans for emergencies (应急预案): the library, who has read them, which drill practises which."""
