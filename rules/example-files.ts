import type { ExampleText, RuleInfo } from '#core/rule.ts';
import { ruleSample } from '#rules/rule-sample.ts';

export interface ExampleFile {
  readonly name: string;
  /** With its marks, where it is the bad form. */
  readonly text: string;
}

/** The files of an example; a single text is called `openapi.yaml`, or as the language of the rule has it. */
export function exampleFiles(example: ExampleText, ruleId: RuleInfo['id']): readonly ExampleFile[] {
  if (typeof example !== 'string') return Object.entries(example).map(([name, text]) => ({ name, text }));
  return [{ name: ruleSample(ruleId).fileName, text: example }];
}
