// Det som er skrive og ikkje lagra: fana hugsar det, om sida blir lasta på nytt eller byter del.
const SKRIVNE = "[data-lagra]:not(.merke), [data-ny], [data-nykel]";
const skjema = document.getElementById("skjema");
let vidare = false;

// Det som stod i eit felt før nokon skreiv i det.
export function byrja(felt) {
  if (felt.dataset.lagra !== undefined) return felt.dataset.lagra;
  if (!felt.options) return felt.defaultValue;
  const [fyrste, ...resten] = felt.options;
  return [fyrste, ...resten].find((each) => each.defaultSelected)?.value ?? fyrste?.value ?? "";
}

export function erRørt(felt) {
  return felt.value !== byrja(felt);
}

export function ulagra() {
  return skjema ? [...skjema.querySelectorAll(SKRIVNE)].filter(erRørt) : [];
}

// Til ein annan del; det som er skrive her, står når ein kjem att.
export function gåVidare(adresse) {
  vidare = true;
  location.assign(adresse);
}

function stad() {
  return "utkast:" + document.body.dataset.del;
}

function hugs() {
  const rørte = ulagra().filter((felt) => felt.dataset.sender !== felt.value);
  const utkast = rørte.map((felt) => [felt.id, { tekst: felt.value, byrja: byrja(felt) }]);
  if (utkast.length) sessionStorage.setItem(stad(), JSON.stringify(utkast));
  else sessionStorage.removeItem(stad());
}

// Set det som var skrive inn att; gjev kvart felt, med det som stod i fila då.
export function hentUtkast() {
  const utkast = JSON.parse(sessionStorage.getItem(stad()) || "[]");
  sessionStorage.removeItem(stad());
  return utkast.flatMap(([id, { tekst, byrja: før }]) => {
    const felt = document.getElementById(id);
    if (!felt || felt.value === tekst) return [];
    felt.value = tekst;
    return [[felt, før]];
  });
}

addEventListener("pagehide", hugs);
addEventListener("beforeunload", (hending) => {
  if (!vidare && ulagra().length) hending.preventDefault();
});
