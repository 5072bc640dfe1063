// Følgjer med på planen: når noko er endra på disken, blir funna, felta og dokumentet henta på nytt.
import { hentDokument, hugsStad, visVal } from "./dokument.js";
import { hentSkjema, kanAvslutte, sendingar, skjema } from "./felt.js";

const melding = document.getElementById("melding");
const funn = document.getElementById("funn");
let nr = document.body.dataset.nr;
let sendt = 0;

// Det som alt står, blir ikkje sagt ein gong til.
function sei(tekst) {
  if (melding.textContent !== tekst) melding.textContent = tekst;
}

function visFunn(skrive) {
  if (funn.dataset.skrive === skrive) return;
  funn.dataset.skrive = skrive;
  const fokus = funn.contains(document.activeElement) && document.activeElement.getAttribute("href");
  const opne = [...funn.querySelectorAll("details[open]")].map((each) => each.id);
  funn.innerHTML = skrive;
  for (const id of opne) document.getElementById(id)?.setAttribute("open", "");
  if (fokus) [...funn.querySelectorAll("a")].find((each) => each.getAttribute("href") === fokus)?.focus();
}

async function følg() {
  for (;;) {
    try {
      const svar = await fetch("/tilstand?nr=" + nr);
      if (!svar.ok) throw new Error(svar.statusText);
      const sagt = await svar.json();
      if (String(sagt.nr) !== nr) {
        nr = String(sagt.nr);
        visFunn(sagt.funn);
        visVal(sagt.val);
        // Det sida sjølv har lagra, er det alt sagt frå om.
        if (sendt === sendingar()) sei("Oppdatert " + new Date().toLocaleTimeString(["nn-NO", "nb-NO"]) + ".");
        sendt = sendingar();
        // Etter ei lagring er felta oftast alt henta; dokumentet er det nokon ventar på.
        await hentDokument();
        if (skjema) await hentSkjema(nr);
        hugsStad();
        document.body.dataset.nr = nr;
      }
    } catch {
      sei("Programmet svarer ikkje. Er det avslutta, kan du late att sida.");
      await new Promise((vidare) => setTimeout(vidare, 2000));
    }
  }
}

document.getElementById("avslutt").addEventListener("click", async () => {
  if (!(await kanAvslutte())) return;
  await fetch("/avslutt", { method: "POST" });
  document.body.innerHTML = "<main class='slutt'><h1 tabindex='-1'>Avslutta</h1><p>Du kan late att sida.</p></main>";
  document.querySelector("h1").focus();
});

følg();
