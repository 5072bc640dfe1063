// Dokumentet i ramma, og valet av kva for eit.
export const val = document.getElementById("val");
const ramme = document.getElementById("dokument");

document.getElementById("vis").hidden = true;

function adresse() {
  return "/dokument/" + encodeURIComponent(val.value);
}

// Innhaldet blir bytt der det står, så sida ikkje hoppar og ikkje blinkar.
export async function hentDokument() {
  if (!val.value) return;
  const svar = await fetch(adresse());
  const gammalt = ramme.contentDocument;
  if (!svar.ok || !gammalt || !gammalt.body || !ramme.src) {
    ramme.src = adresse();
    return;
  }
  const nytt = new DOMParser().parseFromString(await svar.text(), "text/html");
  const [x, y] = [ramme.contentWindow.scrollX, ramme.contentWindow.scrollY];
  gammalt.replaceChild(gammalt.importNode(nytt.documentElement, true), gammalt.documentElement);
  ramme.contentWindow.scrollTo(x, y);
}

export function visVal(dokument) {
  const vald = val.value;
  val.replaceChildren(...dokument.map(([namn, tittel]) => new Option(tittel, namn)));
  if (dokument.some(([namn]) => namn === vald)) val.value = vald;
}

// Lenkjer i dokumentet som fører ut av det, skal ikkje opne seg i ramma.
function lenkjerUt() {
  ramme.contentDocument.addEventListener("click", (hending) => {
    const lenkje = hending.target.closest("a[href]");
    if (!lenkje || lenkje.getAttribute("href").startsWith("#")) return;
    hending.preventDefault();
    window.open(lenkje.href, "_blank", "noopener");
  });
}

ramme.addEventListener("load", lenkjerUt);
val.addEventListener("change", () => {
  ramme.src = adresse();
  const stad = new URL(location);
  stad.searchParams.set("dokument", val.value);
  history.replaceState(null, "", stad);
});
