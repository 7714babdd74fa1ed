/** Last words of paths that answer a text, a file or a status: what generators know no schema of, and call JSON. */
export const plainAnswerWords: ReadonlySet<string> = new Set(
  [
    'metrics prometheus alive heartbeat ping probe up favicon icon robots sitemap homepage html css csv pdf svg xls xlsx xml xsd yaml zip tar',
    'export download stream sse websocket ws socket raw static thumbnail screenshot avatar logo badge qr tile render redirect callback',
    'login logout authorize oauth docs redoc swagger openapi spec',
  ].flatMap((line) => line.split(' ')),
);
