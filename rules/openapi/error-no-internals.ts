import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { errorPayloads } from '#rules/checklist.ts';
import { documentedErrors, idOf } from '#rules/detectors/openapi/documented-errors.ts';
import { internalTextsIn } from '#rules/detectors/openapi/internal-text.ts';
import { errorSchemas } from '#rules/detectors/openapi/returned-schemas.ts';
import { writtenExamples } from '#rules/detectors/openapi/written-examples.ts';
import type { PlainFix } from '#rules/fixes/openapi/plain-fix.ts';
import { removeProperty } from '#rules/fixes/openapi/remove-property.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { owasp, rfc, zalando } from '#rules/sources.ts';
import { debuggingWords, internalProperties, onlyInDevelopment } from '#rules/words/internal-properties.ts';

export const errorNoInternals = globalRule({
  id: 'openapi/error-no-internals',
  summary: 'Tell nothing of the inside of the server in errors.',
  why: 'Stack traces, queries and names of classes help nobody who calls, and tell an attacker which software to attack and where it fails.',
  item: errorPayloads,
  references: [owasp(8), zalando(177), rfc(9457, '5')],
  severity: 'error',
  recommended: true,
  options: {
    names: {
      default: internalProperties,
      description: 'Names of properties, without casing and separators, that hold what a server knows of itself.',
    },
  },
  examples: [
    {
      title: 'The stack trace of the server',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '500':
          description: An error.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Error' }
components:
  schemas:
    Error:
      type: object
      required: [message, stackTrace]
      properties:
        message:
          type: string
        «stackTrace»:
          type: string
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '500':
          description: An error.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Error' }
components:
  schemas:
    Error:
      type: object
      required: [message]
      properties:
        message:
          type: string
`,
    },
    {
      title: 'An error of the database in an example',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '500':
          description: An error.
          content:
            application/json:
              schema: { type: object, properties: { message: { type: string } } }
              example:
                message: «'SQLSTATE[42S02]: Base table or view not found'»
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '500':
          description: An error.
          content:
            application/json:
              schema: { type: object, properties: { message: { type: string } } }
              example:
                message: The orders cannot be read for now. Try again later.
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope, { names }): Iterable<InternalFact> {
    if (operation.origin !== 'path' || isDebugging(operation.path)) return;
    const folded = foldedNames(names);
    const seen = new Set<string>();
    for (const { schemas } of errorSchemas(operation, scope)) {
      for (const owner of schemas) {
        for (const fact of propertyFacts(owner, operation, folded, scope)) {
          if (!seen.has(fact.key)) yield fact;
          seen.add(fact.key);
        }
      }
    }
    yield* shownInternals(operation, scope);
  },
  *compare(facts) {
    const [first] = facts;
    if (first === undefined) return;
    const { section, span, what, title, fix } = first.value;
    const others = facts.length - 1;
    const more = others === 0 ? '' : ` and ${others} more ${others === 1 ? 'operation' : 'operations'}`;
    const message = `The errors of ${title}${more} show ${what}. Tell the caller what to do, and log the rest.`;
    yield { section, value: { span, message, ...(fix && { fixes: [fix] }) } };
  },
});

interface InternalFact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  /** `“stackTrace”`, `a Java stack trace` */
  readonly what: string;
  readonly title: string;
  readonly fix: PlainFix | undefined;
}

function isDebugging(path: string): boolean {
  return segmentsOf(path).some((segment) => wordsOf(segment).some((word) => debuggingWords.has(word)));
}

/** The names of the option, by its value. */
const foldedOptions = new WeakMap<readonly string[], ReadonlySet<string>>();

function foldedNames(names: readonly string[]): ReadonlySet<string> {
  const known = foldedOptions.get(names) ?? new Set(names.map(foldedName));
  foldedOptions.set(names, known);
  return known;
}

function* propertyFacts(
  owner: Schema,
  operation: Operation,
  names: ReadonlySet<string>,
  scope: Scope,
): Iterable<InternalFact> {
  for (const { name, schema } of owner.properties) {
    const folded = foldedName(name.value);
    const isTrace = folded === 'trace';
    if (!isTrace && !names.has(folded)) continue;
    const resolved = scope.resolve(schema);
    if (isTrace && !isStackTrace(owner, resolved)) continue;
    // A flag says whether, an enum which one: neither shows the inside.
    if (resolved === undefined || resolved.types.includes('boolean') || resolved.enum !== undefined) continue;
    if (onlyInDevelopment.test(resolved.description?.value ?? '')) continue;
    const { section, location } = owner;
    yield {
      key: idOf(section.uri, [...pointerOf(location), 'properties', name.value]),
      section,
      span: name.span,
      what: `“${name.value}”`,
      title: operationTitle(operation),
      fix: removal(owner, name.value),
    };
  }
}

function removal(owner: Schema, name: string): PlainFix {
  return { title: `Remove the property “${name}”`, safety: 'review', changes: removeProperty(owner, name) };
}

/** `trace` is the id of a request as often: beside a time and a path it is what Spring answers. */
function isStackTrace(owner: Schema, schema: Schema | undefined): boolean {
  const others = new Set(owner.properties.map(({ name }) => foldedName(name.value)));
  const isSpring = others.has('timestamp') && others.has('path');
  return isSpring || schema?.types.includes('array') === true || /\bstack/i.test(schema?.description?.value ?? '');
}

function* shownInternals(operation: Operation, scope: Scope): Iterable<InternalFact> {
  for (const { response } of documentedErrors(operation)) {
    const resolved = scope.resolve(response);
    if (resolved === undefined) continue;
    for (const exemplified of operation.context.version === '2.0' ? [resolved] : resolved.content) {
      for (const { place } of writtenExamples(exemplified, scope)) {
        for (const { pointer, span, what } of internalTextsIn(place)) {
          const { section } = place.location;
          yield {
            key: idOf(section.uri, pointer),
            section,
            span,
            what,
            title: operationTitle(operation),
            fix: undefined,
          };
        }
      }
    }
  }
}
