// Følgjer med på planen: når noko er endra på disken, blir funna, felta og dokumentet henta på nytt.
import { hentDokument, hugsStad, visVal } from "./dokument.js";
import { hentSkjema, skjema } from "./felt.js";

const melding = document.getElementById("melding");
let nr = document.body.dataset.nr;

async function følg() {
  for (;;) {
    try {
      const svar = await fetch("/tilstand?nr=" + nr);
      if (!svar.ok) throw new Error(svar.statusText);
      const sagt = await svar.json();
      if (String(sagt.nr) !== nr) {
        nr = String(sagt.nr);
        document.getElementById("funn").innerHTML = sagt.funn;
        visVal(sagt.val);
        melding.textContent = "Oppdatert " + new Date().toLocaleTimeString(["nn-NO", "nb-NO"]) + ".";
        // Etter ei lagring er felta oftast alt henta; dokumentet er det nokon ventar på.
        await hentDokument();
        if (skjema) await hentSkjema(nr);
        hugsStad();
        document.body.dataset.nr = nr;
      }
    } catch {
      melding.textContent = "Programmet svarer ikkje. Er det avslutta, kan du late att sida.";
      await new Promise((vidare) => setTimeout(vidare, 2000));
    }
  }
}

document.getElementById("avslutt").addEventListener("click", async () => {
  await fetch("/avslutt", { method: "POST" });
  document.body.textContent = "Avslutta. Du kan late att sida.";
});

følg();
