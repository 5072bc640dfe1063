// Dokumentet i ramma, valet av kva for eit, og staden i det som feltet med fokus handlar om.
export const val = document.getElementById("val");
const ramme = document.getElementById("dokument");
const BLOKKER = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, tr, caption, figcaption";
const MEST = 60;
let stad = null;

document.getElementById("vis").hidden = true;

function adresse() {
  return "/dokument/" + encodeURIComponent(val.value);
}

// Berre det som er endra, blir bytt, så sida ikkje hoppar og ikkje blinkar.
export async function hentDokument() {
  if (!val.value) return;
  const svar = await fetch(adresse());
  const gammalt = ramme.contentDocument;
  if (!svar.ok || !gammalt || !gammalt.body || !ramme.src) {
    ramme.src = adresse();
    return;
  }
  const nytt = new DOMParser().parseFromString(await svar.text(), "text/html");
  merk(null);
  byt(gammalt.documentElement, nytt.documentElement);
  merk(finnStad());
}

function byt(gammal, ny) {
  if (gammal.isEqualNode(ny)) return;
  const erSkal = ny.firstElementChild && gammal.cloneNode(false).isEqualNode(ny.cloneNode(false));
  const [før, etter] = [[...gammal.childNodes], [...ny.childNodes]];
  if (!erSkal || før.length !== etter.length) gammal.replaceWith(gammal.ownerDocument.importNode(ny, true));
  else før.forEach((each, at) => byt(each, etter[at]));
}

export function visVal(skrive) {
  const vald = val.value;
  val.innerHTML = skrive;
  val.value = vald;
  if (val.selectedIndex < 0) val.selectedIndex = 0;
}

// Orda åleine, så teiknsetjing, mjuke bindestrekar og mellomrom i tal ikkje skil det som er likt.
function ord(tekst) {
  const slått = tekst.replace(/\u00ad/g, "").replace(/(\d)\s(?=\d{3}(?!\d))/g, "$1").toLowerCase();
  return " " + (slått.match(/[\p{L}\p{N}]+/gu) || []).join(" ") + " ";
}

function lesStad(felt) {
  const titlar = [];
  for (let kort = felt.closest("[data-tittel]"); kort; kort = kort.parentElement.closest("[data-tittel]")) {
    titlar.unshift(ord(kort.dataset.tittel));
  }
  titlar.unshift(ord(document.getElementById("del-tittel")?.textContent || ""));
  const namn = [...(felt.labels?.[0]?.childNodes || [])].filter((del) => del.nodeType === Node.TEXT_NODE);
  // Av ein lang tekst er byrjinga nok; adressa til ei lenkje står ikkje i dokumentet.
  const verdi = ord(felt.value.trim().split(/\n\s*\n/)[0].replace(/\]\([^)]*\)/g, ""));
  return {
    id: felt.id,
    titlar: titlar.filter((tittel) => tittel.trim()),
    verdi: verdi.length > MEST ? verdi.slice(0, verdi.lastIndexOf(" ", MEST) + 1) : verdi,
    namn: ord(namn.map((del) => del.textContent).join(" ")),
  };
}

function nivå(blokk) {
  return /^H\d$/.test(blokk.nodeName) ? Number(blokk.nodeName[1]) : 7;
}

// Frå den ytste tittelen til den inste, kvar etter den førre; så feltet sjølv i det som følgjer.
function finnStad() {
  const rot = ramme.contentDocument?.querySelector("main") || ramme.contentDocument?.body;
  if (!stad || !rot) return null;
  const blokker = [...rot.querySelectorAll(BLOKKER)].filter((blokk) => !blokk.querySelector(BLOKKER));
  const sagt = blokker.map((blokk) => ord(blokk.textContent));
  let [frå, til, funne] = [0, blokker.length, -1];
  const finn = (passar) => sagt.findIndex((tekst, at) => at >= frå && at < til && passar(tekst, blokker[at]));
  let alle = true;
  for (const tittel of stad.titlar) {
    const har = (tekst) => tekst.includes(tittel);
    const overskrift = finn((tekst, blokk) => nivå(blokk) < 7 && har(tekst));
    const at = overskrift < 0 ? finn(har) : overskrift;
    alle = at >= 0;
    if (!alle) continue;
    [funne, frå] = [at, at];
    const neste = blokker.findIndex((blokk, her) => her > at && nivå(blokk) <= nivå(blokker[at]));
    if (overskrift >= 0 && neste >= 0) til = Math.min(til, neste);
  }
  const { verdi, namn } = stad;
  const erTekst = verdi.length > MEST / 2;
  const passar = [
    (tekst) => verdi.trim() && namn.trim() && tekst.includes(verdi) && tekst.includes(namn),
    (tekst) => verdi.trim().length > 3 && tekst.includes(verdi),
    (tekst) => namn.trim() && tekst.startsWith(namn),
  ];
  // Utan tittelen i dokumentet seier berre ein lang tekst kvar det er.
  for (const prøve of alle ? passar : erTekst ? passar.slice(1, 2) : []) {
    const at = finn(prøve);
    if (at >= 0) return blokker[at];
  }
  return blokker[funne] || null;
}

// Ramma blir rulla, og aldri sida rundt ho, der feltet står.
function merk(blokk, rull) {
  const inni = ramme.contentDocument;
  if (!inni?.body) return;
  if (!inni.adoptedStyleSheets.length) {
    const stil = new ramme.contentWindow.CSSStyleSheet();
    stil.replaceSync("[data-stad] { outline: 2px solid #1b5fa8; outline-offset: 3px; }");
    inni.adoptedStyleSheets = [stil];
  }
  inni.querySelector("[data-stad]")?.removeAttribute("data-stad");
  if (!blokk) return;
  blokk.dataset.stad = "";
  if (!rull) return;
  const { innerHeight, scrollY } = ramme.contentWindow;
  const top = blokk.getBoundingClientRect().top + scrollY - innerHeight / 4;
  ramme.contentWindow.scrollTo({ top, behavior: "instant" });
}

// Feltet kan vere bytt, og seie noko anna enn då nokon gjekk til det.
export function hugsStad() {
  const felt = stad && document.getElementById(stad.id);
  if (!felt) return;
  stad = lesStad(felt);
  merk(finnStad());
}

document.getElementById("skjema")?.addEventListener("focusin", ({ target }) => {
  if (!target.matches("input, textarea, select")) return;
  stad = lesStad(target);
  merk(finnStad(), true);
});

// Lenkjer i dokumentet som fører ut av det, skal ikkje opne seg i ramma.
function lenkjerUt() {
  ramme.contentDocument.addEventListener("click", (hending) => {
    const lenkje = hending.target.closest("a[href]");
    if (!lenkje || lenkje.getAttribute("href").startsWith("#")) return;
    hending.preventDefault();
    window.open(lenkje.href, "_blank", "noopener");
  });
}

ramme.addEventListener("load", () => {
  lenkjerUt();
  merk(finnStad(), true);
});
val.addEventListener("change", () => {
  ramme.src = adresse();
  const her = new URL(location);
  her.searchParams.set("dokument", val.value);
  history.replaceState(null, "", her);
});
