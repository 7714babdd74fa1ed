/** A path whose parameters are written as other tools write them, and as OpenAPI writes it. */
export interface MendedPath {
  readonly path: string;
  /** The first parameter that was written otherwise. */
  readonly name: string;
  /** As it was written: `<id>`, `:id`. */
  readonly written: string;
}

/** Notations of routers and templates, each with the name in its first group that takes part. Some are so only as a whole segment. */
const notations: readonly RegExp[] = [
  /<(?:\w+:)?(\w[\w-]*)>/g,
  /\$\{(\w[\w-]*)\}/g,
  /\{\$(\w[\w-]*)\}/g,
  /\{\{ ?(\w[\w-]*) ?\}\}/g,
  /%7B(\w[\w-]*)%7D/gi,
  /(?<=\/):([A-Za-z_]\w*)\??(?=\/|\.|$)/g,
  /(?<=\/)\[(?:\.{3})?(\w[\w-]*)\](?=\/|$)/g,
  /(?<=\/)[$*]([A-Za-z_]\w*)(?=\/|$)/g,
];

/** Only what is declared as a path parameter is one: `/v1/:batch` may be a word. Undefined where nothing needs mending. */
export function mendedPath(path: string, declared: readonly string[]): MendedPath | undefined {
  if (!/[<$%:[*]|\{\{/.test(path) || declared.length === 0) return undefined;
  const names = new Set(declared);
  const found: { readonly name: string; readonly written: string }[] = [];
  let mended = path;
  for (const notation of notations) {
    mended = mended.replace(notation, (written, name: string) => {
      if (!names.has(name)) return written;
      found.push({ name, written });
      return `{${name}}`;
    });
  }
  const [first] = found;
  return first && { path: mended, ...first };
}
