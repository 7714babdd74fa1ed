import type { Place } from '#core/openapi/place.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Span } from '#core/text/span.ts';
import { childrenOf, type TreeNode } from '#core/tree/tree.ts';
import { internalTexts } from '#rules/words/internal-properties.ts';

/** A text in an example that comes from the inside of a server. */
export interface InternalText {
  readonly pointer: readonly string[];
  readonly span: Span;
  /** `a Java stack trace` */
  readonly what: string;
}

/** So deep, so many values and so much of each text are looked at: errors are small. */
const deepest = 4;
const longest = 2_000;

/** Texts of an example that look like stack traces, names of exceptions or errors of a database. */
export function internalTextsIn({ location, tree }: Place): readonly InternalText[] {
  const found: InternalText[] = [];
  const walk = (node: TreeNode, steps: readonly string[]): void => {
    if (node.kind === 'scalar') {
      const what = typeof node.value === 'string' ? whatIs(node.value.slice(0, longest)) : undefined;
      if (what !== undefined) found.push({ pointer: [...pointerOf(location), ...steps], span: node.span, what });
    } else if (steps.length < deepest) {
      for (const [step, value] of childrenOf(node)) if (value !== undefined) walk(value, [...steps, step]);
    }
  };
  walk(tree, []);
  return found;
}

function whatIs(text: string): string | undefined {
  return internalTexts.find(([pattern]) => pattern.test(text))?.[1];
}
