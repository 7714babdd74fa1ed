/** A case of a rule: files with marks, under the heading it stands below. */
export interface RuleCase {
  readonly title: string;
  readonly files: { readonly [fileName: string]: string };
}

/**
 * Reads `test/rules/<id>.md`: every fence is a case of its own, but fences with a name (```` ```yaml paths/users.yaml ````)
 * below one heading form one case together.
 */
export function readCases(markdown: string, defaultName: string): readonly RuleCase[] {
  return markdown.split(/^(?=#)/m).flatMap((part) => {
    const title = /^#+ *(.*)/.exec(part)?.[1] ?? 'case';
    const fences = [...part.matchAll(/^(`{3,})(\w+) *([^\n]*)\n(.*?)^\1 *$/gms)];
    const named = fences.filter((fence) => fence[3]?.trim());
    const together: RuleCase[] =
      named.length === 0
        ? []
        : [{ title, files: Object.fromEntries(named.map((fence) => [fence[3]?.trim() ?? '', fence[4] ?? ''])) }];
    const alone = fences.filter((fence) => !fence[3]?.trim());
    return [
      ...together,
      ...alone.map((fence, index) => ({
        title: alone.length > 1 ? `${title} (${index + 1})` : title,
        files: { [nameFor(fence[2] ?? '', defaultName)]: fence[4] ?? '' },
      })),
    ];
  });
}

function nameFor(language: string, defaultName: string): string {
  if (language === 'json') return 'openapi.json';
  if (language === 'prisma') return 'schema.prisma';
  return language === 'yaml' ? 'openapi.yaml' : defaultName;
}
