/** Names of columns, without casing, separators and accents, that hold the number a counter has come to. */
export const counterNames: ReadonlySet<string> = words(
  'lastvalue nextvalue currentvalue lastnumber nextnumber currentnumber lastno nextno lastnum nextnum lastseq nextseq currentseq seq lastsequence nextsequence currentsequence sequence sequencenumber counter currentcounter lastcounter lastid nextid lastusednumber lastissued lastinvoicenumber nextinvoicenumber lastordernumber nextordernumber ultimonumero ultimovalor siguientenumero siguiente proximonumero proximovalor proximo contador correlativo consecutivo derniernumero dernierevaleur prochainnumero compteur letztenummer letzternummer naechstenummer zaehler ultimo',
);

/** Columns beside it that say how the number is written, or for which year it counts. */
export const numberFormatNames: ReadonlySet<string> = words(
  'prefix suffix padding pad digits length width format pattern step increment year month day period date prefijo sufijo formato prefixo sufixo anio ano annee jahr mes mois monat',
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
