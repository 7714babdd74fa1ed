import type { OrReference, Parameter, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import type { Section } from '#core/text/section.ts';
import type { Located, Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findEntry } from '#core/tree/tree.ts';
import { requestContents } from '#rules/checklist.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { isSent, sentAt } from '#rules/detectors/openapi/sent-schema.ts';
import { owasp } from '#rules/sources.ts';
import { callingWords, fetchedWords } from '#rules/words/fetched-urls.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const urlInputRestricted = globalRule({
  id: 'openapi/url-input-restricted',
  summary: 'Say which addresses a server may be made to call.',
  why: 'A server that calls any address it is given calls its own network, too: metadata services, admin pages, databases (server-side request forgery). A list of hosts, or at least a pattern, says what is allowed, and tests can try the rest.',
  item: requestContents,
  references: [owasp(7)],
  severity: 'info',
  recommended: false,
  options: {
    names: {
      default: fetchedWords,
      description: 'Words before “url” or “uri” in the names of what a server calls or fetches, in lower case.',
    },
  },
  examples: [
    {
      title: 'A callback to anywhere',
      bad: `openapi: 3.1.0
paths:
  /exports:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                «callbackUrl»:
                  type: string
                  format: uri
`,
      good: `openapi: 3.1.0
paths:
  /exports:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                callbackUrl:
                  type: string
                  format: uri
                  pattern: ^https://.+$
`,
    },
  ],
  on: ['openapi.schema', 'openapi.parameter'],
  needs: ['usage'],
  gather(node, scope, { names }) {
    if (node.kind === 'openapi.parameter') return parameterDrafts(node, names, scope);
    return node.properties.length > 0 && sentAt(node) !== 'no' ? propertyDrafts(node, names, scope) : none;
  },
  complete({ owner, fact }, usages) {
    return owner === undefined || isSent(owner, usages) ? fact : undefined;
  },
  *compare(facts) {
    for (const { section, value } of facts) yield { section, value: anyAddress(value) };
  },
});

interface AddressDraft extends Keyed {
  /** The schema that has the property. */
  readonly owner: Schema | undefined;
  readonly fact: AddressFact;
}

interface AddressFact extends Keyed {
  readonly span: Span;
  readonly name: string;
  /** The component that has the property. */
  readonly holder: string | undefined;
  readonly change: TreeChange | undefined;
}

const none: readonly AddressDraft[] = [];

function* propertyDrafts(owner: Schema, names: readonly string[], scope: Scope): Iterable<AddressDraft> {
  for (const { name, schema } of owner.properties) {
    if (!isFetched(name.value, owner, names)) continue;
    const holder = owner.role === 'component' ? owner.name?.value : undefined;
    const fact = addressFact(name, schema, holder, owner.section, scope);
    if (fact !== undefined) yield { key: fact.key, owner, fact };
  }
}

function* parameterDrafts(parameter: Parameter, names: readonly string[], scope: Scope): Iterable<AddressDraft> {
  const { name, section, description, schema } = parameter;
  if (name === undefined || schema === undefined || !isFetched(name.value, parameter, names)) return;
  const fact = allowed.test(description?.value ?? '')
    ? undefined
    : addressFact(name, schema, undefined, section, scope);
  if (fact !== undefined) yield { key: fact.key, owner: undefined, fact };
}

/** Undefined where the schema limits what is taken. */
function addressFact(
  { value: name, span }: Located<string>,
  schema: OrReference<Schema>,
  holder: string | undefined,
  { id: key }: Section,
  scope: Scope,
): AddressFact | undefined {
  const written = scope.resolve(schema);
  if (written === undefined || !takesAny(written)) return undefined;
  return { key, span, name, holder, change: schema === written ? onlyHttps(written) : undefined };
}

/** True for `callbackUrl`, and for a bare `url` where a word of the place says that it is called. */
function isFetched(name: string, { location }: Schema | Parameter, names: readonly string[]): boolean {
  if (!/ur[il]$/i.test(name)) return false;
  const words = wordsOf(name);
  if (words.length > 1)
    return (
      /^ur[il]$/.test(words.at(-1) ?? '') &&
      !words.some((word) => ownPages.has(word)) &&
      words.some((word) => names.includes(word))
    );
  const isBare = /^ur[il]$/i.test(name);
  return isBare && pointerOf(location).some((step) => wordsOf(step).some((word) => callingWords.has(word)));
}

/** Where a browser is sent, it goes itself. */
const ownPages = wordSet('redirect return success cancel error failure logout login post');

function takesAny(schema: Schema): boolean {
  const { tree, format, readOnly, description } = schema;
  if (readOnly || soleType(schema) !== 'string' || /template|reference/.test(format?.value ?? '')) return false;
  const isLimited = schema.enum !== undefined || findEntry(tree, 'pattern') !== undefined;
  return !isLimited && !allowed.test(description?.value ?? '');
}

/** Texts that say which addresses are taken. */
const allowed =
  /\b(?:allow(?:ed)?[- ]?list(?:ed)?|white[- ]?list(?:ed)?|allowed|must (?:be|use|start|begin|point|resolve)|only (?:https?|public|the)|https only|hosts?|domains?|public(?:ly)?|private|internal|registered)\b/i;

function onlyHttps({ section, location }: Schema): TreeChange {
  const pointer = [...pointerOf(location), 'pattern'];
  return { kind: 'set', uri: section.uri, pointer, value: '^https://.+$', after: ['format', 'type'] };
}

function anyAddress({ span, name, holder, change }: AddressFact): Finding {
  return {
    span,
    message: `“${name}”${holder === undefined ? '' : ` of “${holder}”`} takes any address, and the server may be made to call it. Say which are allowed.`,
    fixes:
      change === undefined
        ? []
        : [{ title: `Take only https addresses in “${name}”`, safety: 'review', changes: [change] }],
    cause: sameName(name),
  };
}

function sameName(name: string): Cause {
  return {
    key: name,
    message: (count) =>
      `“${name}” takes any address in ${count} places, and the server may be made to call it. Say which are allowed.`,
    fixTitle: (count) => `Take only https addresses in “${name}” in ${count} places`,
  };
}
