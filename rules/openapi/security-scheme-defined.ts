import type { DescriptionContext, SecurityRequirement } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, globalRule, type Keyed } from '#core/rule.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import type { Located } from '#core/text/span.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { authentication } from '#rules/checklist.ts';
import { addComponent } from '#rules/fixes/component.ts';
import { openApi, owasp } from '#rules/sources.ts';

export const securitySchemeDefined = globalRule({
  id: 'openapi/security-scheme-defined',
  summary: 'Define every security scheme that a requirement names.',
  why: 'A requirement that names an unknown scheme tells nobody how to authenticate: generators fail on it or leave the credentials out.',
  item: authentication,
  references: [openApi('Security Requirement Object', 'security-requirement-object'), owasp(2)],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A misspelt name',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      security:
        - «bearerAuht»: []
      responses:
        '200': { description: The orders. }
components:
  securitySchemes:
    bearerAuth:
      type: http
      scheme: bearer
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      security:
        - bearerAuth: []
      responses:
        '200': { description: The orders. }
components:
  securitySchemes:
    bearerAuth:
      type: http
      scheme: bearer
`,
    },
    {
      title: 'A scheme that is nowhere',
      bad: `openapi: 3.0.3
security:
  - «session»: []
paths: {}
`,
      good: `openapi: 3.0.3
security:
  - session: []
paths: {}
components:
  securitySchemes:
    session:
      type: http
      scheme: bearer
`,
    },
  ],
  on: ['openapi.document', 'openapi.security-requirement', 'openapi.reference'],
  *gather(node, scope): Iterable<SchemeFact> {
    const key = 'schemes';
    if (node.kind === 'openapi.document') {
      yield { key, kind: 'document', context: node.context, names: scope.names('openapi.security-scheme') };
      if (!scope.isUnderstood()) yield { key, kind: 'unknown' };
    } else if (node.kind === 'openapi.security-requirement') {
      for (const { name } of node.schemes) yield { key, kind: 'used', name, requirement: node };
    } else if (node.to === 'openapi.part') {
      if (scope.outcome(node) !== 'found') yield { key, kind: 'unknown' };
      else if (pointerOf(node.location).at(-1) === 'securitySchemes') yield { key, kind: 'elsewhere' };
    }
  },
  *compare(facts) {
    const values = facts.map(({ value }) => value);
    const [document] = values.flatMap((fact) => (fact.kind === 'document' ? [fact] : []));
    if (document === undefined || values.some(({ kind }) => kind === 'unknown')) return;
    const { context, names } = document;
    // Nothing is written beside a `$ref` that the schemes stand behind.
    const mayDefine = values.every(({ kind }) => kind !== 'elsewhere');
    for (const { section, value } of facts) {
      if (value.kind !== 'used' || names.includes(value.name.value) || isUri(value.name.value, context)) continue;
      const { name, requirement } = value;
      const message = `The security scheme “${name.value}” is not defined.`;
      const fix = useNearest(requirement, name, document) ?? (mayDefine ? define(name, document) : undefined);
      yield {
        section,
        value: { span: name.span, message, fixes: fix === undefined ? [] : [fix], cause: causeOf(name, fix) },
      };
    }
  },
});

/** All requirements that name one scheme miss the same one. */
function causeOf({ value }: Located<string>, fix: Fix | undefined): Cause {
  const message = (count: number) => `${count} requirements name the security scheme “${value}”, which is not defined.`;
  return fix === undefined ? { key: value, message } : { key: value, message, fixTitle: () => fix.title };
}

type SchemeFact = Keyed & (DocumentFact | UsedFact | { readonly kind: 'unknown' | 'elsewhere' });

interface DocumentFact {
  readonly kind: 'document';
  readonly context: DescriptionContext;
  readonly names: readonly string[];
}

interface UsedFact {
  readonly kind: 'used';
  readonly name: Located<string>;
  readonly requirement: SecurityRequirement;
}

/** From 3.2 on a requirement may name a scheme by its URI. */
function isUri(name: string, { version }: DescriptionContext): boolean {
  return version === '3.2' && /[/:#.]/.test(name);
}

/** The scheme that was probably meant. */
function useNearest(requirement: SecurityRequirement, name: Located<string>, { names }: DocumentFact): Fix | undefined {
  const meant = nearestName(name.value, names);
  const others = requirement.schemes.map(({ name: { value } }) => value);
  if (meant === undefined || others.includes(meant)) return undefined;
  const pointer = [...pointerOf(requirement.location), name.value];
  const change = { kind: 'rename', uri: requirement.section.uri, pointer, name: meant } as const;
  return { title: `Use “${meant}”`, safety: 'review', changes: [change] };
}

/** A new scheme to be completed. */
function define(name: Located<string>, { context }: DocumentFact): Fix {
  const [value, what]: readonly [PlainValue, string] =
    context.version === '2.0'
      ? [{ type: 'apiKey', name: 'Authorization', in: 'header' }, 'the header Authorization']
      : [{ type: 'http', scheme: 'bearer' }, 'a bearer token'];
  const change = addComponent('securitySchemes', name.value, value, context);
  return { title: `Define “${name.value}” as ${what}`, safety: 'review', changes: [change] };
}
