import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Change, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { nameStyles } from '#rules/checklist.ts';
import { fitsStyle, inStyle, type Writing, writingOf } from '#rules/detectors/openapi/name-writing.ts';
import { ownerTitle } from '#rules/detectors/openapi/owner-title.ts';
import {
  casingOption,
  countWritings,
  reasonFor,
  saidWriting,
  type UsualStyle,
  usualStyle,
} from '#rules/detectors/openapi/usual-style.ts';
import { rfc, zalando } from '#rules/sources.ts';

export const headerCasingConsistent = globalRule({
  id: 'openapi/header-casing-consistent',
  summary: 'Write the names of all headers in one casing.',
  why: 'Servers do not mind the casing of headers, readers do: one that is spelt in two ways looks like two, and generated clients make two parameters of it.',
  item: nameStyles,
  references: [zalando(132), rfc(9110, '5.1')],
  severity: 'info',
  recommended: false,
  options: {
    casing: casingOption,
    allowed: { default: [], description: 'Names that stay as they are.' },
  },
  examples: [
    {
      title: 'One header in lower case',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: X-Request-Id, in: header, schema: { type: string } }
        - { name: X-Tenant-Id, in: header, schema: { type: string } }
        - { name: X-Client-Name, in: header, schema: { type: string } }
        - { name: X-Client-Version, in: header, schema: { type: string } }
        - { name: If-None-Match, in: header, schema: { type: string } }
        - { name: «x-trace-id», in: header, schema: { type: string } }
      responses:
        '200':
          description: The orders.
          headers:
            X-Total-Count: { schema: { type: integer } }
            X-Rate-Limit: { schema: { type: integer } }
            Cache-Control: { schema: { type: string } }
            Last-Modified: { schema: { type: string } }
            Content-Language: { schema: { type: string } }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - { name: X-Request-Id, in: header, schema: { type: string } }
        - { name: X-Tenant-Id, in: header, schema: { type: string } }
        - { name: X-Client-Name, in: header, schema: { type: string } }
        - { name: X-Client-Version, in: header, schema: { type: string } }
        - { name: If-None-Match, in: header, schema: { type: string } }
        - { name: X-Trace-Id, in: header, schema: { type: string } }
      responses:
        '200':
          description: The orders.
          headers:
            X-Total-Count: { schema: { type: integer } }
            X-Rate-Limit: { schema: { type: integer } }
            Cache-Control: { schema: { type: string } }
            Last-Modified: { schema: { type: string } }
            Content-Language: { schema: { type: string } }
`,
    },
  ],
  on: ['openapi.parameter', 'openapi.response'],
  having: ['in', 'headers'],
  *gather(node, _scope, { allowed }): Iterable<Fact> {
    const { section, location } = node;
    const isOwn = (name: string): boolean => tells(name) && !allowed.includes(name);
    const of = { key: 'headers', uri: section.uri, owner: ownerTitle(location) };
    if (node.kind === 'openapi.parameter') {
      const { name } = node;
      if (node.in?.value !== 'header' || name === undefined || !isOwn(name.value)) return;
      yield { ...of, name: name.value, span: name.span, pointer: [...pointerOf(location), 'name'], isKey: false };
      return;
    }
    for (const { name } of node.headers) {
      if (!isOwn(name.value)) continue;
      const pointer = [...pointerOf(location), 'headers', name.value];
      yield { ...of, name: name.value, span: name.span, pointer, isKey: true };
    }
  },
  *compare(facts, { casing }) {
    const names = new Set(facts.map(({ value }) => value.name));
    const usual = usualStyle(countWritings([...names].map((name) => ({ writing: writingOf(name) }))), casing);
    if (usual === undefined) return;
    for (const fact of facts) {
      const writing = writingOf(fact.value.name);
      if (!fitsStyle(writing, usual.style)) yield finding(fact, writing, usual, names);
    }
  },
});

interface Fact extends Keyed {
  readonly name: string;
  readonly span: Span;
  readonly uri: string;
  readonly pointer: readonly string[];
  /** True where the name is a key of a response's headers. */
  readonly isKey: boolean;
  readonly owner: string | undefined;
}

/** One word is spelt in many ways by standards: `ETag`, `DPoP`. */
function tells(name: string): boolean {
  return /[-_]/.test(name) && writingOf(name) !== 'unknown';
}

function finding({ section, value }: InSection<Fact>, writing: Writing, usual: UsualStyle, names: ReadonlySet<string>) {
  const { name, span, uri, pointer, isKey, owner } = value;
  const same = [...names].find((other) => sameHeader(other, name) && fitsStyle(writingOf(other), usual.style));
  const meant = same ?? inStyle(name, usual.style);
  const of = owner === undefined ? '' : ` of ${owner}`;
  const message = `The header “${name}”${of} is ${saidWriting(writing)}. ${reasonFor(usual, 'headers')}: write “${meant}”.`;
  const change: Change = isKey
    ? { kind: 'rename', uri, pointer, name: meant }
    : { kind: 'set', uri, pointer, value: meant };
  // With other separators it would be another header.
  const fixes = sameHeader(meant, name)
    ? [{ title: `Write the header “${name}” as “${meant}”`, safety: 'review', changes: [change] } as const]
    : [];
  return { section, value: { span, message, fixes, cause: manyOf(usual) } };
}

function sameHeader(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function manyOf(usual: UsualStyle): Cause {
  return {
    key: 'casing',
    message: (count) =>
      `${count} headers are not ${usual.style}, as ${usual.isChosen ? 'they are to be' : `${usual.alike} of ${usual.all} names are`}.`,
    fixTitle: (count) => `Write ${count} headers in ${usual.style}`,
  };
}
