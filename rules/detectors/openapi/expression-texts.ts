import { expressionsIn } from '#core/openapi/expression/runtime-expression.ts';
import type { Callback, Link } from '#core/openapi/model.ts';
import { isExtension } from '#core/openapi/place.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Change } from '#core/rule.ts';
import type { Located, Span } from '#core/text/span.ts';
import { entriesOf, type TreeNode } from '#core/tree/tree.ts';
import { spanWithin } from '#rules/detectors/openapi/span-within.ts';

/** A text that may hold runtime expressions: the key of a callback, or a value of a link. */
export interface ExpressionText {
  readonly text: Located<string>;
  /** `The callback “…”`, `The parameter “id” of the link “order”`. */
  readonly title: string;
  readonly expressions: readonly ExpressionUse[];
  /** True where the text is an expression, or a URL with such in braces; a value may be anything else. */
  readonly isKey: boolean;
  /** Writes another text in its place. */
  rewrite(text: string): Change;
}

export interface ExpressionUse {
  readonly value: string;
  /** In its section. */
  readonly span: Span;
  /** Writes another expression in its place. */
  rewrite(expression: string): Change;
}

/** The texts of a callback or link that may hold expressions, in text order. */
export function expressionTexts(view: Callback | Link): readonly ExpressionText[] {
  return view.kind === 'openapi.callback' ? callbackKeys(view) : linkValues(view);
}

function callbackKeys({ tree, section, location }: Callback): readonly ExpressionText[] {
  const pointer = pointerOf(location);
  return entriesOf(tree)
    .filter(({ key }) => key.value !== '$ref' && !isExtension(key.value))
    .map(({ key }) =>
      expressionText(key, section, {
        title: `The callback “${key.value}”`,
        isKey: true,
        rewrite: (name) => ({ kind: 'rename', uri: section.uri, pointer: [...pointer, key.value], name }),
      }),
    );
}

function linkValues({ name, parameters, requestBody, section, location }: Link): readonly ExpressionText[] {
  const pointer = pointerOf(location);
  const own = parameters.map((parameter) => ({
    value: parameter.value,
    title: `The parameter “${parameter.name.value}” of the link “${name.value}”`,
    steps: ['parameters', parameter.name.value],
  }));
  const body = { value: requestBody, title: `The request body of the link “${name.value}”`, steps: ['requestBody'] };
  return [...own, body].flatMap(({ value, title, steps }) => {
    const text = textOf(value);
    if (text === undefined) return [];
    return expressionText(text, section, {
      title,
      isKey: false,
      rewrite: (written) => ({ kind: 'set', uri: section.uri, pointer: [...pointer, ...steps], value: written }),
    });
  });
}

function textOf(node: TreeNode | undefined): Located<string> | undefined {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? { value: node.value, span: node.span } : undefined;
}

function expressionText(
  text: Located<string>,
  section: Link['section'],
  rest: Pick<ExpressionText, 'title' | 'isKey' | 'rewrite'>,
): ExpressionText {
  const expressions = expressionsIn(text.value).map(({ value, span: { start, end } }) => ({
    value,
    span: spanWithin(text, section, { start, end }),
    rewrite: (expression: string) => rest.rewrite(text.value.slice(0, start) + expression + text.value.slice(end)),
  }));
  return { text, expressions, ...rest };
}
