#!/usr/bin/env bash
# Draws dokument.png, the picture in README.md: one changed measure, cut out of the handlingsplan as
# it is rendered. Its words are kept in dokument.txt, by which a test can tell that the document has
# changed since. Needs bygdeplan, poppler and ImageMagick on the path; `make picture` runs it.
set -euo pipefail
cd "$(dirname "$0")/../.."

first='^Delmål 2, tiltak 4 Grøn region'  # the heading at the top of the picture
after='^(Avslutta tiltak|Utkast)'        # the heading below it, or the foot of the page
dpi=132                                  # the width of the text becomes about 830 pixels

bygdeplan render 2026 --document handlingsplan --format pdf --out build/picture
pdf=build/picture/2026/handlingsplan-2026.pdf

# A row for each line and each word: page in column 2, points from the top in 8, the word in 12.
# What is printed is the page and the area on it in pixels: x, y, width, height.
area=$(pdftotext -q -tsv "$pdf" - | awk -F '\t' -v first="$first" -v after="$after" -v dpi="$dpi" '
  function pixels(points) { return sprintf("%d", points * dpi / 72) }
  $12 == "###LINE###" {
    if (line ~ first) { page = at; top = y - 4 }
    if (area == "" && line ~ after && at == page) {
      area = page " " pixels(66) " " pixels(top) " " pixels(463) " " pixels(y - 12 - top)
    }
    line = ""; at = $2; y = $8
  }
  $1 == 5 { line = line (line == "" ? "" : " ") $12 }
  END { print area }
')
if [ -z "$area" ]; then
  echo "$0: «${first#^}» and «${after#^}» are not on one page; choose other headings" >&2
  exit 1
fi
read -r page x y width height <<< "$area"
cut=(-q -r "$dpi" -f "$page" -l "$page" -x "$x" -y "$y" -W "$width" -H "$height")

pdftotext "${cut[@]}" -nopgbrk "$pdf" docs/bilete/dokument.txt
pdftoppm "${cut[@]}" -png -singlefile "$pdf" build/picture/page
convert build/picture/page.png -trim +repage -bordercolor white -border 24 \
  -bordercolor '#9aa7b0' -border 1 -colors 64 -strip docs/bilete/dokument.png
