// Felta: kvart blir lagra når nokon går frå det, og henta på nytt når planfila er ei anna.
import { val } from "./dokument.js";

const melding = document.getElementById("melding");
export const skjema = document.getElementById("skjema");
const angre = document.getElementById("angre");
// Det tenaren sist skreiv i kvar blokk, så berre det som er endra, blir bytt.
const skrive = new Map();
// Ei sending om gongen: kvar seier kva fil ho er laga av.
let kø = Promise.resolve();
let ventar = 0;
let sende = 0;
let byter = false;

function send(stad, ynskje) {
  ventar += 1;
  sende += 1;
  kø = kø.then(async () => {
    try {
      const svar = await fetch(stad, {
        method: "POST",
        keepalive: true,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ sett: document.body.dataset.sett, ...ynskje }),
      });
      const sagt = await svar.json();
      if (sagt.sett) document.body.dataset.sett = sagt.sett;
      return { ...sagt, status: svar.status };
    } catch {
      return { status: 0, melding: "Programmet svarer ikkje. Det du skreiv, er ikkje lagra, men står her enno." };
    } finally {
      ventar -= 1;
    }
  });
  return kø;
}

// Blokka kan vere bytt sidan sendinga.
function gjeldande(felt) {
  return finn(felt.id) || felt;
}

function status(felt) {
  return felt.closest(".blokk").querySelector(".status");
}

function sei(felt, tekst, erFeil) {
  const stad = status(felt);
  stad.textContent = tekst;
  stad.classList.toggle("feil", Boolean(erFeil));
  felt.setAttribute("aria-invalid", String(Boolean(erFeil)));
}

// Fila er endra utanfrå: det som er skrive, står, og det som står i fila, blir vist ved sida av.
function seiUsemje(felt, iFila) {
  felt.dataset.usemje = "ja";
  sei(felt, "Fila er endra utanfrå. Der står det no: «" + iFila + "». ", true);
  const mitt = document.createElement("button");
  const deira = document.createElement("button");
  mitt.type = deira.type = "button";
  mitt.textContent = "Lagra det eg skreiv";
  deira.textContent = "Bruk det som står i fila";
  mitt.addEventListener("click", () => {
    delete gjeldande(felt).dataset.usemje;
    lagre(gjeldande(felt));
    gjeldande(felt).focus();
  });
  deira.addEventListener("click", () => {
    felt = gjeldande(felt);
    delete felt.dataset.usemje;
    felt.value = felt.dataset.lagra = iFila;
    sei(felt, "");
    felt.focus();
  });
  status(felt).append(mitt, deira);
}

async function lagre(felt, omAtt) {
  const tekst = felt.value;
  const nytt = felt.dataset.adresse === "/legg-til";
  if ((nytt && !tekst.trim()) || (felt.dataset.sender === tekst && !omAtt)) return;
  felt.dataset.sender = tekst;
  const med = felt.dataset.med && { ...JSON.parse(felt.dataset.med), [felt.dataset.i]: tekst };
  const sagt = await send(felt.dataset.adresse, { veg: JSON.parse(felt.dataset.veg), verdi: med || tekst });
  felt = gjeldande(felt);
  delete felt.dataset.sender;
  if (sagt.status === 409 && (nytt || sagt.verdi === felt.dataset.lagra) && !omAtt) {
    // Det er noko anna i fila som er endra.
    await hentSkjema();
    await lagre(gjeldande(felt), true);
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

async function gjer(knapp) {
  const veg = JSON.parse(knapp.dataset.veg);
  const namn = knapp.dataset.namn && document.getElementById(knapp.dataset.namn);
  if (namn) veg.push(namn.value.trim());
  const steg = Number(knapp.dataset.steg || 0);
  const sagt = await send(knapp.dataset.adresse, { veg, steg, verdi: knapp.dataset.tom ? "" : null });
  if (sagt.status !== 200) {
    melding.textContent = sagt.melding;
    await hentSkjema();
    return;
  }
  const fokus = knapp.id;
  await hentSkjema();
  if (knapp.dataset.adresse === "/flytt" && typeof veg.at(-1) === "number") {
    veg.push(veg.pop() + steg);
    finn(fokus.slice(0, 4) + veg.join("."))?.focus();
  } else if (knapp.dataset.adresse === "/legg-til") {
    const kort = finn("k-" + veg.join(".")) || finn("f-" + veg.join("."));
    if (kort && "open" in kort) kort.open = true;
    (kort?.querySelector("summary") || kort)?.focus();
  } else {
    (finn(fokus) || finn("ny-" + veg.slice(0, -1).join(".")) || skjema).focus();
  }
  melding.textContent = "Lagra.";
}

function finn(id) {
  return document.getElementById(id);
}

function blokker(rot) {
  return [...rot.querySelectorAll(".blokk")];
}

function hugs() {
  skrive.clear();
  for (const blokk of blokker(skjema)) skrive.set(blokk.id, blokk.innerHTML);
}

function felt(blokk) {
  return blokk.querySelector("[data-lagra]");
}

function erRørt(felt) {
  return felt.value !== felt.dataset.lagra;
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
    gammal.querySelector(".ved")?.replaceWith(ny.querySelector(".ved").cloneNode(true));
    if (usemje) seiUsemje(før, nytt.dataset.lagra);
    return;
  }
  const kopi = ny.cloneNode(true);
  flyttStatus(gammal, kopi);
  gammal.replaceWith(kopi);
  if (fokus) finn(fokus.id)?.focus();
}

export async function hentSkjema() {
  const før = sende;
  const svar = await fetch("/skjema?del=" + encodeURIComponent(document.body.dataset.del));
  const sagt = await svar.json();
  // Er noko sendt i mellomtida, er svaret for gammalt, og eit nytt kjem.
  if (før !== sende || ventar) return;
  // Let fila seg ikkje lese no, står det over funna, og det som er skrive, står til ho gjer det att.
  if (sagt.feil && blokker(skjema).length) return;
  document.body.dataset.sett = sagt.sett;
  angre.disabled = !sagt.kan_angre;
  const nytt = document.createElement("form");
  nytt.innerHTML = sagt.felta;
  const [gamle, nye] = [blokker(skjema), blokker(nytt)];
  if (gamle.map((b) => b.id).join() === nye.map((b) => b.id).join()) {
    gamle.forEach((gammal, at) => byt(gammal, nye[at]));
    skrive.clear();
    for (const blokk of nye) skrive.set(blokk.id, blokk.innerHTML);
    return;
  }
  for (const gammal of gamle) flyttStatus(gammal, nytt.querySelector("#" + CSS.escape(gammal.id)));
  const opne = [...skjema.querySelectorAll("details[open]")].map((kort) => kort.id);
  const fokus = document.activeElement.id;
  byter = true;
  skjema.replaceChildren(...nytt.childNodes);
  byter = false;
  hugs();
  for (const id of opne) finn(id)?.setAttribute("open", "");
  for (const gammal of gamle) {
    const [før, no] = [felt(gammal), finn(gammal.id) && felt(finn(gammal.id))];
    if (før && no && haldPå(før, no)) seiUsemje(no, no.dataset.lagra);
  }
  if (fokus) finn(fokus)?.focus();
}

if (skjema) {
  hugs();
  skjema.addEventListener("submit", (hending) => hending.preventDefault());
  const gått = ({ target }) => {
    // Nettlesaren seier òg frå når eit felt blir teke ut av sida; då er ingen gått frå det.
    if (target.dataset.adresse && erRørt(target) && !byter && !target.dataset.usemje) lagre(target);
  };
  skjema.addEventListener("change", gått);
  skjema.addEventListener("input", ({ target }) => {
    if (target.dataset.adresse && !target.dataset.usemje) sei(target, "");
  });
  skjema.addEventListener("keydown", (hending) => {
    if (hending.key === "Enter" && hending.target.matches("input")) gått(hending);
  });
  skjema.addEventListener("click", (hending) => {
    const knapp = hending.target.closest("button[data-adresse]");
    if (knapp) gjer(knapp);
  });
  angre.addEventListener("click", async () => {
    const sagt = await send("/angre", { veg: [] });
    melding.textContent = sagt.status === 200 ? "Angra." : sagt.melding;
    await hentSkjema();
  });
  finn("delane").addEventListener("click", ({ target }) => {
    if (target.href) target.href = target.href.replace(/&dokument=.*|$/, "&dokument=" + encodeURIComponent(val.value));
  });
}
