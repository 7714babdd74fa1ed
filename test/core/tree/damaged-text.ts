import fc from 'fast-check';

const pieces = [
  ...'{}[]()@"\',:.=?!/*-_ \n\t#aZ1é\\;\r',
  '//',
  '/*',
  '*/',
  '///',
  '@@',
  '\n}\n',
  '\nmodel X {\n',
  '\nenum E {\n',
  '\nnamespace n {\n',
  ' Int',
  ' @id',
  '\r\n',
  '[]',
  '""',
  '`',
];

/** One of the texts after a few small cuts and insertions of the kind typing leaves behind. */
export function damagedText(texts: readonly string[]): fc.Arbitrary<string> {
  const change = fc.record({ at: fc.nat(), removed: fc.nat({ max: 5 }), inserted: fc.constantFrom('', ...pieces) });
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([text, changes]) => changes.reduce(applyChange, text));
}

function applyChange(
  text: string,
  change: { readonly at: number; readonly removed: number; readonly inserted: string },
) {
  const start = change.at % (text.length + 1);
  return text.slice(0, start) + change.inserted + text.slice(start + change.removed);
}
