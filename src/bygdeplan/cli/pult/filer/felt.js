// Felta: kvart blir lagra når nokon går frå det, og henta på nytt når planfila er ei anna.
import { val } from "./dokument.js";
import { byrja, erRørt, gåVidare, hentUtkast, ulagra } from "./utkast.js";

const melding = document.getElementById("melding");
export const skjema = document.getElementById("skjema");
const angre = document.getElementById("angre");
// Det tenaren sist skreiv i kvar blokk, så berre det som er endra, blir bytt.
const skrive = new Map();
// Ei sending om gongen: kvar seier kva fil ho er laga av.
let kø = Promise.resolve();
let ventar = 0;
let sende = 0;
let omAttar = 0;
let byter = false;
let prøve = 0;
let henta = "";

const PRØV_ETTER = 250;
const LANG = 200;
// Meir enn dette sender ingen nettlesar etter at sida er borte.
const MEST = 60000;

async function be(stad, ynskje) {
  const body = JSON.stringify({ sett: document.body.dataset.sett, ...ynskje });
  const svar = await fetch(stad, {
    method: "POST",
    keepalive: new Blob([body]).size < MEST,
    headers: { "content-type": "application/json" },
    body,
  });
  return { ...(await svar.json()), status: svar.status };
}

function send(stad, ynskje) {
  ventar += 1;
  sende += 1;
  kø = kø.then(async () => {
    try {
      const sagt = await be(stad, ynskje);
      if (sagt.sett) document.body.dataset.sett = sagt.sett;
      return sagt;
    } catch {
      return { status: 0, melding: "Programmet svarer ikkje. Det du skreiv, er ikkje lagra, men står her enno." };
    } finally {
      ventar -= 1;
    }
  });
  return kø;
}

function finn(id) {
  return document.getElementById(id);
}

// Det ein stad i planen heiter på sida, slik tenaren skriv det.
function namn(stad) {
  return stad.map((key) => String(key).replace(/[%. \t\n\f\r]/g, (teikn) => "%" + teikn.charCodeAt(0).toString(16))).join(".");
}

function veg(felt) {
  return JSON.parse(felt.dataset.veg);
}

// Blokka kan vere bytt sidan sendinga.
function gjeldande(felt) {
  return finn(felt.id) || felt;
}

function status(felt) {
  return felt.closest(".blokk, .nytt").querySelector(".status");
}

function sei(felt, tekst, erFeil) {
  const stad = status(felt);
  stad.textContent = tekst;
  stad.classList.toggle("feil", Boolean(erFeil));
  if (felt.matches("input, textarea, select")) felt.setAttribute("aria-invalid", String(Boolean(erFeil)));
}

function sitat(tekst) {
  if (tekst.length < LANG) return document.createTextNode("«" + tekst + "». ");
  const heile = document.createElement("details");
  heile.innerHTML = "<summary>Vis teksten</summary><p class='rein'></p>";
  heile.lastChild.textContent = tekst;
  return heile;
}

function knapp(tekst, gjer) {
  const laga = document.createElement("button");
  laga.type = "button";
  laga.textContent = tekst;
  laga.addEventListener("click", gjer);
  return laga;
}

// Fila er endra utanfrå: det som er skrive, står, og det som står i fila, blir vist ved sida av.
function seiUsemje(felt, iFila) {
  felt.dataset.usemje = "ja";
  sei(felt, "Fila er endra utanfrå. Der står det no: ", true);
  const mitt = knapp("Lagra det eg skreiv", () => {
    delete gjeldande(felt).dataset.usemje;
    lagre(gjeldande(felt));
    gjeldande(felt).focus();
  });
  const deira = knapp("Bruk det som står i fila", () => {
    felt = gjeldande(felt);
    delete felt.dataset.usemje;
    felt.value = felt.dataset.lagra = iFila;
    sei(felt, "");
    felt.focus();
  });
  status(felt).append(sitat(iFila), mitt, deira);
}

// Det som er skrive i eit felt som ikkje finst lenger, skal ikkje gå tapt.
function seiTapt(felt) {
  melding.append("Feltet du skreiv i, finst ikkje i fila no. Du skreiv: ", sitat(felt.value));
}

async function lagre(felt, omAtt) {
  const tekst = felt.value;
  const nytt = felt.dataset.adresse === "/legg-til";
  if ((nytt && !tekst.trim()) || (felt.dataset.sender === tekst && !omAtt)) return;
  felt.dataset.sender = tekst;
  const med = felt.dataset.med && { ...JSON.parse(felt.dataset.med), [felt.dataset.i]: tekst };
  const sagt = await send(felt.dataset.adresse, { veg: veg(felt), verdi: med || tekst });
  felt = gjeldande(felt);
  delete felt.dataset.sender;
  if (sagt.status === 409 && !nytt && sagt.verdi === tekst) sagt.status = 200;
  if (sagt.status === 409 && (nytt || sagt.verdi === felt.dataset.lagra) && !omAtt) {
    // Det er noko anna i fila som er endra.
    omAttar += 1;
    await hentSkjema();
    await lagre(gjeldande(felt), true).finally(() => (omAttar -= 1));
  } else if (sagt.status === 409) {
    felt.dataset.lagra = sagt.verdi;
    seiUsemje(felt, sagt.verdi);
  } else if (sagt.status !== 200) {
    sei(felt, sagt.melding, true);
  } else {
    if (nytt) felt.value = "";
    else felt.dataset.lagra = tekst;
    sei(felt, nytt ? "Lagt til." : "Lagra.");
    await hentSkjema();
  }
}

// Korleis det som er skrive, blir lese, og kva summane då blir.
async function prøv(felt) {
  const verdi = felt.value;
  const sagt = await be("/prov", { veg: veg(felt), verdi }).catch(() => ({ status: 0 }));
  if (sagt.status !== 200 || felt.value !== verdi || !erRørt(felt) || felt.dataset.usemje) return;
  sei(felt, sagt.feil || (sagt.lese && "Blir lese som " + sagt.lese + "."), Boolean(sagt.feil));
  const prosa = felt.closest(".blokk").querySelector(".prosa");
  if (prosa) {
    prosa.innerHTML = sagt.prosa;
    prosa.hidden = !sagt.prosa;
  }
  if (sagt.summar) finn("summar").innerHTML = sagt.summar;
}

// Det ein knapp ber om: staden, og for noko nytt det som er skrive i skjemaet for det.
function ynskje(knapp) {
  const stad = veg(knapp);
  const boks = knapp.dataset.nyI && finn(knapp.dataset.nyI);
  if (!boks) return { stad, verdi: (knapp.dataset.verdiI ? finn(knapp.dataset.verdiI).value : knapp.value) || null };
  const nykel = boks.querySelector("[data-nykel]");
  if (nykel) stad.push(nykel.value.trim());
  else if (knapp.dataset.hol === "lag") stad.push("");
  const fylt = Object.fromEntries([...boks.querySelectorAll("[data-ny]")].map((each) => [each.dataset.ny, each.value]));
  return { boks, stad, verdi: knapp.dataset.enkel ? Object.values(fylt)[0] : fylt };
}

// Kva summane blir med det som er skrive, før det er lagt til.
async function prøvNytt(knapp) {
  const { stad, verdi } = ynskje(knapp);
  const sagt = await be("/prov?som=" + knapp.dataset.adresse.slice(1), { veg: stad, verdi }).catch(() => ({}));
  if (sagt.summar) finn("summar").innerHTML = sagt.summar;
}

function gåTil(stad) {
  const adresse = new URL(location);
  adresse.searchParams.set("del", namn(stad));
  adresse.searchParams.delete("felt");
  gåVidare(adresse);
}

// Ein knapp som er trykt to gonger, gjer det han skal, ein gong.
async function trykk(knapp) {
  if (knapp.dataset.ventar) return;
  knapp.dataset.ventar = "ja";
  await gjer(knapp).finally(() => delete knapp.dataset.ventar);
}

async function gjer(knapp, omAtt) {
  const { boks, stad, verdi } = ynskje(knapp);
  const steg = Number(knapp.dataset.steg || 0);
  const sagt = await send(knapp.dataset.adresse, { veg: stad, steg, verdi });
  if (sagt.status === 409 && boks && !omAtt) {
    // Det nye kan lagast i fila slik ho er no òg.
    await hentSkjema();
    return gjer(finn(knapp.id) || knapp, true);
  }
  if (sagt.status !== 200) {
    if (boks) sei(knapp, sagt.melding, true);
    else melding.textContent = sagt.melding;
    if (sagt.status === 409) await hentSkjema();
    return;
  }
  if (knapp.dataset.adresse === "/flytt-til") {
    if (sagt.veg.length) gåTil(sagt.veg);
    return;
  }
  const fokus = knapp.id;
  for (const felt of boks ? boks.querySelectorAll("[data-ny], [data-nykel]") : []) felt.value = byrja(felt);
  if (boks) sei(knapp, "");
  await hentSkjema();
  if (knapp.dataset.adresse === "/flytt" && typeof stad.at(-1) === "number") {
    stad.push(stad.pop() + steg);
    finn(fokus.slice(0, 4) + namn(stad))?.focus();
  } else if (boks || knapp.dataset.adresse === "/utvid") {
    visNytt(sagt.veg, fokus);
  } else {
    const rundt = namn(stad.slice(0, -1));
    (finn(fokus) || finn("sn-" + rundt) || finn("ny-" + rundt) || skjema).focus();
  }
  melding.textContent = "Lagra.";
}

function visNytt(stad, fokus) {
  const id = namn(stad);
  const side = finn("f-" + id);
  if (side && side.href) return gåTil(stad);
  const kort = finn("k-" + id) || side;
  if (kort && "open" in kort) kort.open = true;
  (kort?.querySelector("summary") || kort || finn(fokus) || skjema).focus();
}

function blokker(rot) {
  return [...rot.querySelectorAll(".blokk")];
}

function hugs() {
  skrive.clear();
  for (const blokk of blokker(skjema)) skrive.set(blokk.id, blokk.innerHTML);
  const tekst = finn("f-fila");
  if (tekst) visLinja(tekst);
}

// Fila som tekst står på linja der det stoppar.
function visLinja(tekst) {
  const før = tekst.value.split("\n").slice(0, Number(tekst.dataset.linje) - 1);
  const stad = før.reduce((sum, linje) => sum + linje.length + 1, 0);
  tekst.setSelectionRange(stad, stad + (tekst.value.slice(stad).indexOf("\n") + 1 || 0));
  tekst.scrollTop = Math.max(0, før.length - 5) * parseFloat(getComputedStyle(tekst).lineHeight);
}

function felt(blokk) {
  return blokk.querySelector("[data-lagra]:not(.merke)");
}

// Det som er skrive og ikkje lagra, står; seier fila noko anna enn før, blir det vist ved sida av.
function haldPå(felt, nytt) {
  if (!erRørt(felt)) return false;
  nytt.value = felt.value;
  return Boolean(felt.dataset.usemje) || ![felt.dataset.lagra, felt.value].includes(nytt.dataset.lagra);
}

function flyttStatus(frå, til) {
  const [sagt, tom] = [frå.querySelector(".status"), til?.querySelector(".status")];
  if (!sagt || !tom) return;
  tom.className = sagt.className;
  tom.replaceChildren(...sagt.childNodes);
}

function byt(gammal, ny) {
  if (skrive.get(gammal.id) === ny.innerHTML) return;
  const [før, nytt] = [felt(gammal), felt(ny)];
  const fokus = gammal.contains(document.activeElement) && document.activeElement;
  if (før && nytt && (fokus === før || erRørt(før))) {
    // Eit felt nokon skriv i, blir ikkje bytt, berre det som står rundt det.
    const usemje = haldPå(før, nytt);
    if (før.value !== nytt.value) før.value = nytt.value;
    Object.assign(før.dataset, nytt.dataset);
    før.setAttribute("aria-invalid", nytt.getAttribute("aria-invalid") || "false");
    gammal.querySelector(".ved")?.replaceWith(ny.querySelector(".ved").cloneNode(true));
    if (usemje) seiUsemje(før, nytt.dataset.lagra);
    return;
  }
  const kopi = ny.cloneNode(true);
  flyttStatus(gammal, kopi);
  gammal.replaceWith(kopi);
  if (fokus) (finn(fokus.id) || kopi).focus();
}

// Med nummeret på det som er å sjå: ikkje når felta alt er henta av det.
export async function hentSkjema(nr) {
  if (nr && nr === henta) return;
  const før = sende;
  const svar = await fetch("/skjema?del=" + encodeURIComponent(document.body.dataset.del));
  const sagt = await svar.json();
  // Er noko sendt i mellomtida, er svaret for gammalt, og eit nytt kjem.
  if (før !== sende || ventar || !skjema.isConnected) return;
  // Let fila seg ikkje lese no, står det over funna, og det som er skrive, står til ho gjer det att.
  if (sagt.feil && blokker(skjema).length) return;
  henta = String(sagt.nr);
  document.body.dataset.sett = sagt.sett;
  if (sagt.vald) visDel(sagt.vald, sagt.tittel);
  angre.disabled = !sagt.kan_angre;
  visDelane(sagt.deler);
  if (finn("summar").innerHTML !== sagt.summar) finn("summar").innerHTML = sagt.summar;
  const nytt = document.createElement("form");
  nytt.innerHTML = sagt.felta;
  const [gamle, nye] = [blokker(skjema), blokker(nytt)];
  if (gamle.map((b) => b.id).join() === nye.map((b) => b.id).join()) {
    gamle.forEach((gammal, at) => byt(gammal, nye[at]));
    skrive.clear();
    for (const blokk of nye) skrive.set(blokk.id, blokk.innerHTML);
    return;
  }
  bytAlle(gamle, nytt);
}

// Delen ein er i, er å sjå i lista, om ho er lang.
function visKvar() {
  const [liste, no] = [finn("delane"), finn("delane").querySelector("[aria-current]")];
  if (no) liste.scrollTop = no.offsetTop - liste.clientHeight / 2;
}

// Er delen borte, er det den rundt som blir vist.
function visDel(del, tittel) {
  document.title = document.title.replace(/^.* – (?=[^–]+ – [^–]+$)/, () => tittel + " – ");
  if (del === document.body.dataset.del) return;
  document.body.dataset.del = del;
  const her = new URL(location);
  her.searchParams.set("del", del);
  history.replaceState(null, "", her);
}

function visDelane(deler) {
  const liste = finn("delane");
  if (liste.dataset.skrive === deler) return;
  liste.dataset.skrive = deler;
  const fokus = liste.contains(document.activeElement) && document.activeElement.id;
  liste.innerHTML = deler;
  if (fokus) finn(fokus)?.focus();
}

function bytAlle(gamle, nytt) {
  for (const gammal of gamle) flyttStatus(gammal, nytt.querySelector("#" + CSS.escape(gammal.id)));
  const opne = [...skjema.querySelectorAll("details[open]")].map((kort) => kort.id);
  const fylte = [...skjema.querySelectorAll("[data-ny], [data-nykel]")].filter(erRørt);
  const sagde = [...skjema.querySelectorAll(".nytt")];
  const { id: fokus, selectionStart: frå, selectionEnd: til } = document.activeElement;
  byter = true;
  skjema.replaceChildren(...nytt.childNodes);
  byter = false;
  hugs();
  for (const id of opne) finn(id)?.setAttribute("open", "");
  for (const each of fylte) if (finn(each.id)) finn(each.id).value = each.value;
  for (const each of sagde) flyttStatus(each, finn(each.id));
  for (const gammal of gamle) {
    const [før, no] = [felt(gammal), finn(gammal.id) && felt(finn(gammal.id))];
    if (før && no && haldPå(før, no)) seiUsemje(no, no.dataset.lagra);
    else if (før && !no && erRørt(før)) seiTapt(før);
  }
  const no = fokus ? finn(fokus) : null;
  no?.focus();
  // Skrivemerket står der det stod.
  if (no && Number.isInteger(frå)) no.setSelectionRange(frå, til);
}

// Feltet på ein stad i planen, eller det som ligg nærast rundt; korta rundt blir opna.
function visFelt(stad) {
  for (let veg = stad.split("."); veg.length; veg.pop()) {
    const id = veg.join(".");
    const funne = finn("f-" + id) || finn("s-" + id);
    if (!funne) continue;
    opne(funne);
    return funne.focus();
  }
}

// Det valde dokumentet blir med til neste del, og til eit felt i same delen treng ein ikkje ny side.
function følgLenkje(hending) {
  const lenkje = hending.target.closest?.("a[href^='/?del=']");
  if (!lenkje) return;
  const stad = new URL(lenkje.href).searchParams;
  if (stad.has("felt") && stad.get("del") === document.body.dataset.del) {
    hending.preventDefault();
    visFelt(stad.get("felt"));
  }
  lenkje.href = lenkje.href.replace(/&dokument=.*|$/, "&dokument=" + encodeURIComponent(val.value));
  if (hending.defaultPrevented || hending.ctrlKey || hending.metaKey || hending.shiftKey) return;
  hending.preventDefault();
  forlat(lenkje.href);
}

async function ferdig() {
  while (ventar || omAttar) await new Promise((vidare) => setTimeout(vidare, 20));
}

// Det som blir lagra no, blir lagra før sida er ei anna; det som ikkje let seg lagre, blir vist fyrst.
async function forlat(adresse) {
  await ferdig();
  const ulagde = ulagra().filter((felt) => felt.dataset.lagra !== undefined && felt.dataset.adresse !== "/legg-til");
  if (!ulagde.length) gåVidare(adresse);
  else visUlagra(ulagde, "Dette er ikkje lagra enno.");
}

function visUlagra([fyrste], tekst) {
  opne(fyrste);
  fyrste.focus();
  melding.textContent = tekst;
}

// Før programmet blir avslutta: seier frå ein gong om det som er skrive og ikkje lagra.
let sagtFrå = false;
export async function kanAvslutte() {
  await ferdig();
  const ulagde = ulagra();
  if (!ulagde.length || sagtFrå) return true;
  sagtFrå = true;
  visUlagra(ulagde, "Dette er ikkje lagra enno. Trykk «Avslutt» ein gong til for å avslutte utan.");
  return false;
}

// Kor mange gonger sida har bede om at noko blir skrive.
export function sendingar() {
  return sende;
}

function opne(felt) {
  for (let rundt = felt; rundt; rundt = rundt.parentElement) if ("open" in rundt) rundt.open = true;
}

// Det som var skrive og ikkje lagra då sida sist var borte.
function setInnAtt() {
  for (const [felt, byrjing] of hentUtkast()) {
    opne(felt);
    if (felt.dataset.lagra === undefined || felt.dataset.adresse === "/legg-til") sei(felt, "Ikkje lagt til enno.");
    else if (felt.dataset.lagra === byrjing) lagre(felt);
    else seiUsemje(felt, felt.dataset.lagra);
  }
}

if (skjema) {
  hugs();
  visKvar();
  skjema.addEventListener("submit", (hending) => hending.preventDefault());
  const gått = ({ target }) => {
    if (target.matches(".merke")) gjer(target);
    // Nettlesaren seier òg frå når eit felt blir teke ut av sida; då er ingen gått frå det.
    else if (target.dataset.lagra !== undefined && erRørt(target) && !byter && !target.dataset.usemje) lagre(target);
  };
  skjema.addEventListener("change", gått);
  skjema.addEventListener("input", ({ target }) => {
    const lag = target.closest(".nytt")?.querySelector("button[data-ny-i]");
    if ((!target.dataset.prov && !lag) || target.dataset.usemje) return;
    clearTimeout(prøve);
    prøve = setTimeout(() => (lag ? prøvNytt(lag) : prøv(target)), PRØV_ETTER);
    if (lag) return;
    sagtFrå = false;
    sei(target, "");
  });
  skjema.addEventListener("keydown", (hending) => {
    if (hending.key !== "Enter") return;
    if (hending.target.matches("input[data-lagra]")) gått(hending);
    if (hending.target.matches("input[data-ny], input[data-nykel]")) trykk(hending.target.closest(".nytt").querySelector("button[data-ny-i]"));
  });
  skjema.addEventListener("click", (hending) => {
    const trykt = hending.target.closest("button[data-adresse]");
    if (trykt) trykk(trykt);
  });
  angre.addEventListener("click", async () => {
    const sagt = await send("/angre", { veg: [] });
    melding.textContent = sagt.status === 200 ? "Angra." : sagt.melding;
    await hentSkjema();
  });
  document.addEventListener("click", følgLenkje);
  const felt = new URL(location).searchParams.get("felt");
  if (felt) visFelt(felt);
  setInnAtt();
}
