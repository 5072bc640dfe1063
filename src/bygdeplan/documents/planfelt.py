"""What the fields outside the measures are called in the documents."""

from bygdeplan.documents import omtale
from bygdeplan.model.plan import Plan

FELTNAMN = {
    "avtale": "Avtalen",
    "pilot": "namnet på piloten",
    "fylkeskommune": "fylkeskommune",
    "periode": "periode",
    "signert": "signert",
    "om_ordninga": "om ordninga",
    "formål": "formål",
    "vekting": "grunngjeving for vektene",
    "partar": "partar",
    "fasar": "fasar",
    "organisering": "Organisering",
    "prosjekteigar": "prosjekteigar",
    "prosjektansvarleg": "prosjektansvarleg",
    "prosjektleiar": "prosjektleiar",
    "prosjektmedarbeidar": "prosjektmedarbeidar",
    "styringsgruppe": "styringsgruppe",
    "medverka": "medverka i planen",
    "omtale": "omtale",
    "føremål": "føremål",
    "løyvingar": "løyvingar",
    "namn": "namn",
    "nummer": "kommunenummer",
    "formannskap": "møte i formannskapet",
    "kommunestyre": "møte i kommunestyret",
    "merknad": "merknad",
    "vurdering": "vurdering",
    "kommunedirektør": "kommunedirektør",
    "organ": "organ",
    "dato": "dato",
    "fristar": "Fristar",
    "sakspapir": "dagar før møtet sakspapira skal vere ferdige",
    "status": "dagar ein statustekst kan vere gammal",
    "samandrag": "Samandrag",
    "innleiing": "innleiing",
    "konklusjon": "Konklusjon",
    "innstilling": "Framlegg til vedtak",
    "vedlegg": "Vedlegg",
    "nr": "nummer",
    "tittel": "tittel",
    "vekt": "vekt",
    "skildring": "skildring",
    "budsjett": "budsjett",
    "delar": "delar",
    "tekstar": "eigen tekst",
    "overskrifter": "overskrift",
    "hovudfelt": "hovudfelt",
    "profil": "oppsett",
    "profil.kortmånad": "kortform av februar",
    "profil.innstilling": "plassen til framlegget til vedtak",
    "profil.overskrifter": "eigne overskrifter",
    "profil.tekstar": "eigne tekstar",
    "profil.hovudfelt": "felt øvst i saksframlegget",
}
"""Key, or a way of several → what it is called; the outermost with a capital."""


def name_of(plan: Plan, ting: tuple[str, ...]) -> str:
    """«Delmål 1: Fleire bustader – vekt»; «Toppdal – møte i formannskapet»; «Samandrag»."""
    thing, rest = _thing(plan, ting)
    words = FELTNAMN.get(".".join(rest)) or ", ".join(FELTNAMN.get(key, key) for key in rest)
    whole = f"{thing} – {words}" if thing and words else thing or words
    return whole[:1].upper() + whole[1:]


def _thing(plan: Plan, ting: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """What a field belongs to, as readers know it, and the keys that are left."""
    names = _names(plan)
    for length in (2, 3):
        if ting[:length] in names:
            return names[ting[:length]], ting[length:]
    if len(ting) > 1:
        return FELTNAMN.get(ting[0], ting[0]), ting[1:]
    return "", ting


def _names(plan: Plan) -> dict[tuple[str, ...], str]:
    """The name of everything outside the measures that has an id of its own, by its path."""
    avtale, budsjett, veg = plan.avtale, plan.budsjett, plan.vidare_handsaming
    partners, keys = avtale.samarbeidspartar, budsjett.fordelingsnøklar
    steps = {name: getattr(veg, name) for name in type(veg).model_fields}
    return {
        **{("delmål", id_): omtale.delmålsnamn(plan, id_) for id_ in plan.delmål},
        **{("kommunar", id_): kommune.namn for id_, kommune in plan.kommunar.items()},
        **{
            ("avtale", "midlar", pott): f"Potten {omtale.POTTAR[pott].lower()}"
            for pott in avtale.midlar
        },
        **{
            ("avtale", "samarbeidspartar", id_): f"Samarbeidsparten {part.namn}"
            for id_, part in partners.items()
        },
        **{("vidare_handsaming", name): step.organ for name, step in steps.items() if step},
        **{
            ("budsjett", "fellespostar", id_): post.tittel
            for id_, post in budsjett.fellespostar.items()
        },
        **{
            ("budsjett", "fordelingsnøklar", id_): f"Fordelingsnøkkelen «{key.tittel}»"
            for id_, key in keys.items()
        },
        **{
            ("fristar", "årshjul", id_): point.tittel for id_, point in plan.fristar.årshjul.items()
        },
    }
