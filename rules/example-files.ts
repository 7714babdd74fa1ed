import type { ExampleText, RuleInfo } from '#core/rule.ts';

export interface ExampleFile {
  readonly name: string;
  /** With its marks, where it is the bad form. */
  readonly text: string;
}

/** The files of an example; a single text is called `openapi.yaml`, or `schema.prisma` for a Prisma rule. */
export function exampleFiles(example: ExampleText, ruleId: RuleInfo['id']): readonly ExampleFile[] {
  if (typeof example !== 'string') return Object.entries(example).map(([name, text]) => ({ name, text }));
  return [{ name: ruleId.startsWith('prisma/') ? 'schema.prisma' : 'openapi.yaml', text: example }];
}
