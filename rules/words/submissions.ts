/** Words of flags that say that somebody agreed to something when a form was sent. */
export const consentWords: ReadonlySet<string> = words(
  'consent consents consented agree agrees agreed gdpr rgpd dsgvo lgpd privacy terms tos consentimiento consentimento consentement einwilligung',
);

/** Whole names of such flags; what is accepted later (`accepted`, of an invitation) is none. */
export const consentNames: ReadonlySet<string> = words('accept acepto aceito aceite accepte accetto');

/** Columns, without casing and separators, by which somebody is reached. */
export const reachNames: ReadonlySet<string> = words(
  'email emailaddress mail phone phonenumber telephone mobile correo telefono telefone telefon contactemail contactphone',
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
