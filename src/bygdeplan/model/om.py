"""What is true of a field of the plan, told where the field stands, and read by walking the model.

`vekt: Annotated[Tal, Om("vekt", Avgjort(Nivå.PRINSIPIELL, VEKT), eining="prosent")]`
"""
