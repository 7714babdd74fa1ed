import type { DescriptionContext } from '#core/openapi/model.ts';
import type { Fix } from '#core/rule.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { addComponent } from '#rules/fixes/openapi/component.ts';

/** Requires the first scheme there is for the whole document, or a new one to be completed. */
export function requireEverywhere(context: DescriptionContext, [known]: readonly string[]): Fix {
  const name = known ?? 'bearer';
  const security = {
    kind: 'set',
    uri: context.rootUri,
    pointer: ['security'],
    value: [{ [name]: [] }],
    before: ['paths', 'webhooks', 'components', 'definitions'],
  } as const;
  const bearer: PlainValue =
    context.version === '2.0'
      ? { type: 'apiKey', name: 'Authorization', in: 'header' }
      : { type: 'http', scheme: 'bearer' };
  const additions = known === undefined ? [addComponent('securitySchemes', name, bearer, context)] : [];
  const title = known === undefined ? `Define “${name}” and require it everywhere` : `Require “${name}” everywhere`;
  return { title, safety: 'review', changes: [security, ...additions] };
}

/** Where an operation stands. */
export interface OperationSite {
  readonly uri: string;
  /** Keys from the file's root. */
  readonly pointer: readonly string[];
}

/** Writes the `security` of one operation, before what it takes or behind what it answers. */
export function declareSecurity(
  { uri, pointer }: OperationSite,
  title: string,
  value: PlainValue,
  isBehind: boolean,
): Fix {
  const change = {
    kind: 'set',
    uri,
    pointer: [...pointer, 'security'],
    value,
    ...(isBehind ? { after: ['responses'] } : { before: ['parameters', 'requestBody', 'responses'] }),
  } as const;
  return { title, safety: 'review', changes: [change] };
}
