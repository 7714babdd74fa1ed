/** The text of a snippet's body with every tab stop left at its default, indented by two blanks. */
export function expandSnippet(body: readonly string[]): string {
  const text = body.join('\n').replace(/^\t+/gm, (tabs) => '  '.repeat(tabs.length));
  const defaults = new Map(
    [...text.matchAll(/\$\{(\d+):([^}/]+)\}/g)].map(([, number = '', value = '']) => [number, value]),
  );
  const defaultOf = (number: string): string => {
    const value = defaults.get(number);
    if (value === undefined) throw new Error(`Tab stop ${number} has no default.`);
    return value;
  };
  return text
    .replace(/\$\{(\d+)\/\(\.\*\)\/\$\{1:\/(\w+)\}\/\}/g, (_, number, casing) => transformed(defaultOf(number), casing))
    .replace(/\$\{(\d+):[^}]*\}/g, (_, number) => defaultOf(number))
    .replace(/(?<!\\)\$(\d+)/g, (_, number) => defaultOf(number))
    .replace(/\\([\\$])/g, '$1');
}

/** As VS Code does it. */
function transformed(value: string, casing: string): string {
  const words = value.match(/[a-z0-9]+/gi) ?? [];
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  switch (casing) {
    case 'downcase':
      return value.toLowerCase();
    case 'pascalcase':
      return pascal;
    case 'camelcase':
      return pascal.charAt(0).toLowerCase() + pascal.slice(1);
    default:
      throw new Error(`Unknown transform ${casing}.`);
  }
}
