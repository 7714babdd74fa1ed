import { templateNames } from '#core/openapi/effective/path-template.ts';
import type { MissingPart } from '#core/openapi/reference/missing-part.ts';
import { readReferenceTarget } from '#core/openapi/reference/reference-target.ts';
import { pointerOf, type Reference } from '#core/openapi/view.ts';
import type { Scope } from '#core/rule.ts';
import { capitalised, foldedName, wordsOf } from '#core/text/casing.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';

/** A component that a `$ref` leads to and that is not there, as the least that can honestly be said of it. Plain data. */
export interface MissingComponent {
  /** `schema “Order”`. */
  readonly title: string;
  readonly uri: string;
  readonly pointer: readonly string[];
  readonly value: PlainValue;
  /** Of a parameter in the query the root of its description: it is named as the others there are. */
  readonly queryRoot: string | undefined;
}

/**
 * Undefined unless the pointer leads right into components of the kind that the place expects, in the root file or where the map they
 * stand in is there already.
 */
export function missingComponent(
  reference: Reference,
  part: MissingPart | undefined,
  scope: Scope,
): MissingComponent | undefined {
  const target = readReferenceTarget(reference.target, reference.section.uri);
  const [document] = scope.roots('openapi.document');
  if (target.kind !== 'pointer' || part === undefined || document === undefined) return undefined;
  const { version, rootUri } = document.context;
  const isSwagger = version === '2.0';
  const kind = kinds.find(({ to }) => to === reference.to);
  const holder = isSwagger ? kind?.swaggerHolder : kind?.holder;
  const { pointer } = target;
  const above = isSwagger ? [holder] : ['components', holder];
  const name = pointer.at(-1) ?? '';
  const isInPlace = pointer.length === above.length + 1 && above.every((step, index) => step === pointer[index]);
  // OpenAPI 3.x “Components Object”: the keys of its maps.
  if (kind === undefined || holder === undefined || !isInPlace || !/^[\w.-]+$/.test(name)) return undefined;
  if (part.uri !== rootUri && part.pointer.length < pointer.length) return undefined;
  const value = kind.stub({ name, isSwagger, reference });
  const file = part.uri === reference.section.uri ? '' : ` in “${part.uri.slice(part.uri.lastIndexOf('/') + 1)}”`;
  if (value === undefined) return undefined;
  const { in: place } = isMap(value) ? value : {};
  const queryRoot = place === 'query' ? rootUri : undefined;
  return { title: `${kind.word} “${name}”${file}`, uri: part.uri, pointer, value, queryRoot };
}

/** What there is to go by. */
interface Site {
  readonly name: string;
  readonly isSwagger: boolean;
  readonly reference: Reference;
}

const kinds: readonly {
  readonly to: string;
  readonly word: string;
  readonly holder: string;
  readonly swaggerHolder: string | undefined;
  readonly stub: (site: Site) => PlainValue | undefined;
}[] = [
  { to: 'openapi.schema', word: 'schema', holder: 'schemas', swaggerHolder: 'definitions', stub: schemaStub },
  { to: 'openapi.response', word: 'response', holder: 'responses', swaggerHolder: 'responses', stub: responseStub },
  {
    to: 'openapi.parameter',
    word: 'parameter',
    holder: 'parameters',
    swaggerHolder: 'parameters',
    stub: parameterStub,
  },
  {
    to: 'openapi.request-body',
    word: 'request body',
    holder: 'requestBodies',
    swaggerHolder: undefined,
    stub: bodyStub,
  },
  { to: 'openapi.header', word: 'header', holder: 'headers', swaggerHolder: undefined, stub: headerStub },
  { to: 'openapi.example', word: 'example', holder: 'examples', swaggerHolder: undefined, stub: () => ({ value: {} }) },
];

/** What stands in a URL or a header is written as text. */
function schemaStub({ reference }: Site): PlainValue {
  const steps = pointerOf(reference.location);
  const isText = steps.at(-1) === 'schema' && (steps.at(-3) === 'headers' || steps.at(-3) === 'parameters');
  return { type: isText ? 'string' : 'object' };
}

function responseStub({ name }: Site): PlainValue {
  return { description: sentenceOf(name) };
}

/** `NotFound` → `Not found.` */
function sentenceOf(name: string): string {
  const text = wordsOf(name).join(' ');
  return `${capitalised(text)}.`;
}

/** In the path where that has such a name, in the header where the name is written like one of those, else in the query. */
function parameterStub({ name, isSwagger, reference }: Site): PlainValue {
  const path = pointerOf(reference.location).find((step) => step.startsWith('/')) ?? '';
  const inPath = templateNames(path).find(({ value }) => foldedName(value) === foldedName(name));
  const type = isSwagger ? { type: 'string' } : { schema: { type: 'string' } };
  if (inPath !== undefined) return { name: inPath.value, in: 'path', required: true, ...type };
  if (/^[A-Z][a-z]*(?:-[A-Z][A-Za-z]*)+$/.test(name)) return { name, in: 'header', ...type };
  return { name, in: 'query', ...type };
}

function bodyStub(): PlainValue {
  return { content: { 'application/json': { schema: { type: 'object' } } } };
}

function headerStub(): PlainValue {
  return { schema: { type: 'string' } };
}
