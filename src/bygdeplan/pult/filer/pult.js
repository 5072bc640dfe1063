// Følgjer med på planen: når noko er endra på disken, blir funna og dokumentet henta på nytt.
"use strict";

const val = document.getElementById("val");
const ramme = document.getElementById("dokument");
const melding = document.getElementById("melding");
let nr = document.body.dataset.nr;

document.getElementById("vis").hidden = true;

function adresse() {
  return "/dokument/" + encodeURIComponent(val.value);
}

// Innhaldet blir bytt der det står, så sida ikkje hoppar og ikkje blinkar.
async function hentDokument() {
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

function visVal(dokument) {
  const vald = val.value;
  val.replaceChildren(...dokument.map(([namn, tittel]) => new Option(tittel, namn)));
  if (dokument.some(([namn]) => namn === vald)) val.value = vald;
}

async function følg() {
  for (;;) {
    try {
      const svar = await fetch("/tilstand?nr=" + nr);
      if (!svar.ok) throw new Error(svar.statusText);
      const sagt = await svar.json();
      if (String(sagt.nr) !== nr) {
        nr = String(sagt.nr);
        document.getElementById("funn").innerHTML = sagt.funn;
        visVal(sagt.dokument);
        await hentDokument();
        melding.textContent = "Oppdatert " + new Date().toLocaleTimeString("nn-NO") + ".";
        document.body.dataset.nr = nr;
      }
    } catch {
      melding.textContent = "Programmet svarer ikkje. Er det avslutta, kan du late att sida.";
      await new Promise((vidare) => setTimeout(vidare, 2000));
    }
  }
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
  history.replaceState(null, "", "/?dokument=" + encodeURIComponent(val.value));
});

document.getElementById("avslutt").addEventListener("click", async () => {
  await fetch("/avslutt", { method: "POST" });
  document.body.textContent = "Avslutta. Du kan late att sida.";
});

følg();
