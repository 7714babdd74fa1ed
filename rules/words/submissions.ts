/** Words of flags that say that somebody agreed to something when a form was sent. */
export const consentWords: ReadonlySet<string> = words(
  'accept accepted accepts consent consented agree agreed agreement gdpr rgpd dsgvo privacy terms acepta aceita accepte einwilligung',
);

/** Columns, without casing and separators, by which somebody is reached. */
export const reachNames: ReadonlySet<string> = words(
  'email emailaddress mail phone phonenumber telephone mobile correo telefono telefone telefon contactemail contactphone',
);

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
