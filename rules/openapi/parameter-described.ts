import type { Parameter } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { hasText } from '#rules/detectors/openapi/has-text.ts';
import { openApi } from '#rules/sources.ts';
import { isSelfEvident } from '#rules/words/self-evident-names.ts';

export const parameterDescribed = globalRule({
  id: 'openapi/parameter-described',
  summary: 'Describe the parameters whose names do not say it all.',
  why: 'Whoever calls an operation has to know what a parameter does, what it takes and what happens without it; a name alone leaves that to trial and error.',
  item: documentationFormats,
  references: [openApi('Parameter Object', 'parameter-object')],
  severity: 'info',
  recommended: false,
  options: {
    all: { default: false, description: 'Ask for a description of `id`, `limit` and the like, too.' },
  },
  examples: [
    {
      title: 'A parameter that is described elsewhere',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: state
          in: query
          description: Only those in this state.
          schema: { type: string }
  /invoices:
    get:
      parameters:
        - name: state
          in: query
          description: Only those in this state.
          schema: { type: string }
  /returns:
    get:
      parameters:
        - name: «state»
          in: query
          schema: { type: string }
        - name: limit
          in: query
          schema: { type: integer }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: state
          in: query
          description: Only those in this state.
          schema: { type: string }
  /invoices:
    get:
      parameters:
        - name: state
          in: query
          description: Only those in this state.
          schema: { type: string }
  /returns:
    get:
      parameters:
        - name: state
          in: query
          description: Only those in this state.
          schema: { type: string }
        - name: limit
          in: query
          schema: { type: integer }
`,
    },
    {
      title: 'A parameter of 2.0',
      bad: `{
  "swagger": "2.0",
  "parameters": {
    "embed": { "name": «"embed"», "in": "query", "type": "string" }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "parameters": {
    "embed": { "name": "embed", "in": "query", "type": "string", "description": "What to return with each order." }
  }
}
`,
    },
  ],
  on: ['openapi.parameter'],
  *gather(parameter, scope, { all }): Iterable<Fact> {
    const { name, in: place, description, section, location } = parameter;
    if (name === undefined || place === undefined || name.value === '') return;
    const key = `${place.value} ${name.value}`;
    if (hasText(description)) yield { key, kind: 'described', text: description?.value.trim() ?? '' };
    else if ((all || !isSelfEvident(name.value)) && !isDescribedWithin(parameter, scope))
      yield {
        key,
        kind: 'bare',
        name: name.value,
        place: place.value,
        span: name.span,
        uri: section.uri,
        pointer: pointerOf(location),
      };
  },
  *compare(facts) {
    const texts = facts.flatMap(({ value }) => (value.kind === 'described' ? [value.text] : []));
    // One alone may say what it does there.
    const text = texts.length > 1 && new Set(texts).size === 1 ? texts[0] : undefined;
    for (const { section, value } of facts) {
      if (value.kind !== 'bare') continue;
      const { name, place, span } = value;
      const message = `The ${place} parameter “${name}” has no description. Say what it does and takes.`;
      const fixes = text === undefined ? [] : [describe(value, text)];
      yield { section, value: { span, message, fixes, cause } };
    }
  },
});

type Fact = Keyed & (Bare | { readonly kind: 'described'; readonly text: string });

interface Bare {
  readonly kind: 'bare';
  readonly name: string;
  readonly place: string;
  readonly span: Span;
  readonly uri: string;
  readonly pointer: readonly string[];
}

const cause: Cause = {
  key: 'undescribed',
  message: (count) => `${count} parameters have no description. Say what each of them does and takes.`,
  fixTitle: (count) => `Describe ${count} parameters as elsewhere`,
};

/** By its schema, or what that refers to: readers see it beside the parameter. */
function isDescribedWithin({ schema, content, context }: Parameter, scope: Scope): boolean {
  if (context.version === '2.0') return false;
  const resolved = scope.resolve(schema ?? content[0]?.schema);
  return schema === undefined || resolved === undefined || hasText(resolved.description);
}

/** Only where all parameters of its name and place that are described say the same. */
function describe({ uri, pointer, name, place }: Bare, value: string): Fix {
  const before = ['required', 'deprecated', 'schema', 'content', 'type'];
  const change = {
    kind: 'set',
    uri,
    pointer: [...pointer, 'description'],
    value,
    after: ['in', 'name'],
    before,
  } as const;
  return { title: `Describe the ${place} parameter “${name}” as elsewhere`, safety: 'review', changes: [change] };
}
