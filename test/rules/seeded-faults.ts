/** A clean schema, and what may be done wrong in it. */
export interface SeededSchema {
  readonly title: string;
  readonly text: string;
  readonly faults: readonly SeededFault[];
}

export interface SeededFault {
  readonly title: string;
  /** Of the rules that may tell of it; any one does. */
  readonly ruleIds: readonly string[];
  /** The schema with the fault. */
  readonly text: string;
}

/**
 * Reads a file of seeded faults: below a heading a clean schema, and below each heading within it the ids of rules and the
 * fault as a difference. The parts of a difference are set apart by blank lines, and each stands once in the schema.
 */
export function readSeededFaults(markdown: string): readonly SeededSchema[] {
  return markdown.split(/^(?=# )/m).flatMap((part) => {
    const [head = '', ...sections] = part.split(/^(?=## )/m);
    const text = fenceIn(head, 'prisma');
    if (text === undefined) return [];
    const faults = sections.map((section) => ({
      title: titleOf(section),
      ruleIds: [...section.matchAll(/`((?:prisma|cross)\/[a-z-]+)`/g)].map(([, id]) => id ?? ''),
      text: applyDifference(text, fenceIn(section, 'diff') ?? '', titleOf(section)),
    }));
    return [{ title: titleOf(head), text, faults }];
  });
}

function titleOf(section: string): string {
  return /^#+ (.*)/.exec(section)?.[1] ?? '';
}

function fenceIn(section: string, language: string): string | undefined {
  return new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'ms').exec(section)?.[1];
}

function applyDifference(text: string, difference: string, title: string): string {
  let result = text;
  for (const hunk of difference.split(/\n{2,}/)) {
    const lines = hunk.split('\n').filter((line) => line !== '');
    if (lines.length === 0) continue;
    const before = linesWith(lines, '-');
    const after = linesWith(lines, '+');
    const count = `\n${result}`.split(`\n${before}`).length - 1;
    if (count !== 1) throw new Error(`“${title}”: ${count} times in the schema:\n${before}`);
    result = `\n${result}`.replace(`\n${before}`, () => `\n${after}`).slice(1);
  }
  return result;
}

/** The lines of one side of a hunk, with line breaks. */
function linesWith(lines: readonly string[], sign: '-' | '+'): string {
  return lines
    .flatMap((line) => (line.startsWith(sign) || line.startsWith(' ') ? [`${line.slice(1)}\n`] : []))
    .join('');
}
