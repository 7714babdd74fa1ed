import { effectiveSecurity } from '#core/openapi/effective/effective.ts';
import type { DescriptionContext, Operation } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, globalRule, type InSection, type Keyed, type Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { findValue, type PlainValue, toPlainValue } from '#core/tree/tree.ts';
import { authentication } from '#rules/checklist.ts';
import { isLocalAddress } from '#rules/detectors/openapi/local-server.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';
import { mayBeOpenData, speaksOfCallers } from '#rules/detectors/openapi/open-data.ts';
import { isPreflight } from '#rules/detectors/openapi/preflight.ts';
import { hasPublicPath } from '#rules/detectors/openapi/public-operation.ts';
import { countedOperations } from '#rules/detectors/openapi/response-gap.ts';
import { isDoneElsewhere, saysPublic } from '#rules/detectors/openapi/says-public.ts';
import { signsIn } from '#rules/detectors/openapi/signs-in.ts';
import { statusKeys } from '#rules/detectors/openapi/status-keys.ts';
import { takesCredentials } from '#rules/detectors/openapi/takes-credentials.ts';
import { worstOperations } from '#rules/detectors/openapi/worst-operations.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { declareSecurity, type OperationSite, requireEverywhere } from '#rules/fixes/openapi/declare-security.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi, owasp, zalando } from '#rules/sources.ts';

export const securityDeclared = globalRule({
  id: 'openapi/security-declared',
  summary: 'Say for every operation how it is authenticated, or that it is public.',
  why: 'Where nothing is said, a reader cannot tell a public operation from one whose protection was forgotten, and neither can a gateway or a test that is made from the description.',
  item: authentication,
  references: [owasp(2), zalando(104), openApi('Security Requirement Object', 'security-requirement-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'One operation without security',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      security:
        - bearer: []
      responses: {}
    «post»:
      responses: {}
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      security:
        - bearer: []
      responses: {}
    post:
      security:
        - bearer: []
      responses: {}
components:
  securitySchemes:
    bearer: { type: http, scheme: bearer }
`,
    },
    {
      title: 'No security at all',
      bad: `«openapi»: 3.0.3
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
paths:
  /orders:
    get:
      responses: {}
    post:
      responses: {}
`,
      good: `openapi: 3.0.3
info: { title: Shop, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
security:
  - bearer: []
paths:
  /orders:
    get:
      responses: {}
    post:
      responses: {}
components:
  securitySchemes:
    bearer:
      type: http
      scheme: bearer
`,
    },
    {
      title: 'A public operation says so',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/shops": {
      «"get"»: { "responses": {} },
      "post": { "security": [{ "key": [] }], "responses": {} }
    }
  },
  "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-API-Key" } }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/shops": {
      "get": { "security": [{ "key": [] }], "responses": {} },
      "post": { "security": [{ "key": [] }], "responses": {} }
    }
  },
  "securityDefinitions": { "key": { "type": "apiKey", "in": "header", "name": "X-API-Key" } }
}
`,
    },
  ],
  on: ['openapi.document', 'openapi.info', 'openapi.operation'],
  *gather(node, scope): Iterable<SecurityFact> {
    const key = 'security';
    if (node.kind === 'openapi.document') {
      const { context, anchor: span } = node;
      // Whether the API is public is said there; where that is not understood nothing is known.
      scope.roots('openapi.info');
      const schemes = scope.names('openapi.security-scheme');
      const isWhole = scope.isConfiguredAlike();
      const urls = scope.roots('openapi.server').map(({ url }) => url?.value ?? '');
      yield { key, kind: 'document', context, span, schemes, isLocal: urls.every(isLocalAddress), isWhole };
    } else if (node.kind === 'openapi.info') {
      const text = node.description?.value;
      if (saysPublic(text) || isDoneElsewhere(text)) yield { key, kind: 'public' };
      else if (speaksOfCallers(text)) yield { key, kind: 'callers' };
    } else if (node.origin === 'path') {
      if (effectiveSecurity(node, scope) !== undefined)
        yield {
          key,
          kind: 'declared',
          written: writtenSecurity(node, scope),
          isBehind: isBehindResponses(node),
          openTags: mayBeOpenData(node, scope) ? tagsOf(node) : [],
        };
      else if (signsIn(node)) yield { key, kind: 'users' };
      else if (takesCredentials(node, scope)) yield { key, kind: 'credentials' };
      else if (!isKnown(node)) {
        const { section, location, anchor: span } = node;
        const site = { uri: section.uri, pointer: pointerOf(location) };
        const isRefused = statusKeys(node)?.includes('401') ?? false;
        const isOpen = mayBeOpenData(node, scope);
        yield {
          key,
          kind: 'undeclared',
          title: operationTitle(node),
          span,
          site,
          isRefused,
          isOpen,
          tags: tagsOf(node),
        };
      }
    }
  },
  *compare(facts) {
    const [root] = factsOfKind(facts, 'document');
    const undeclared = factsOfKind(facts, 'undeclared');
    if (
      root === undefined ||
      root.value.context.isSecurityUnknown ||
      undeclared.length === 0 ||
      factsOfKind(facts, 'public').length > 0
    )
      return;
    const declared = factsOfKind(facts, 'declared');
    if (
      declared.length === 0 &&
      (hasNoUsers(facts, root.value, undeclared) || isOpenData(facts, root.value, undeclared))
    )
      return;
    const [only, ...more] = undeclared;
    // Where no scheme is defined, a parameter may be how the others are authenticated.
    const isByParameter = root.value.schemes.length === 0 && factsOfKind(facts, 'credentials').length > 0;
    if (declared.length === 0 && only !== undefined && !isByParameter) {
      const operations = undeclared.map(({ value }) => value);
      yield more.length === 0
        ? { section: only.section, value: onlyOne(root.value, only.value) }
        : { section: root.section, value: nothingDeclared(root.value, operations) };
      return;
    }
    const usual = mostUsed(declared.map(({ value }) => value.written).filter((written) => written !== undefined));
    const places = declared.flatMap(({ value }) => value.isBehind ?? []);
    const isBehind = places.filter((behind) => behind).length * 2 > places.length;
    const isLeftOpen = leftOpen(declared, undeclared);
    for (const { section, value } of undeclared)
      if (!isLeftOpen(value)) yield { section, value: undeclaredOne(value, usual, isBehind) };
  },
});

type SecurityFact = Keyed &
  (
    | RootFact
    | DeclaredFact
    | UndeclaredFact
    /** The description says that it is public, or that somebody else looks at the credentials. */
    | { readonly kind: 'public' }
    /** The description speaks of keys, or of accounts. */
    | { readonly kind: 'callers' }
    /** Somebody can sign in. */
    | { readonly kind: 'users' }
    /** Credentials are taken by a parameter. */
    | { readonly kind: 'credentials' }
  );

interface RootFact {
  readonly kind: 'document';
  readonly context: DescriptionContext;
  readonly span: Span;
  readonly schemes: readonly string[];
  /** True where no server is named, or only such as nobody reaches from outside. */
  readonly isLocal: boolean;
  /** False where the rule may be off for some operations. */
  readonly isWhole: boolean;
}

interface DeclaredFact {
  readonly kind: 'declared';
  /** Undefined where the document's applies, nothing is required, or a scheme that is not defined. */
  readonly written: PlainValue | undefined;
  /** Whether it stands behind the responses; undefined for the document's. */
  readonly isBehind: boolean | undefined;
  /** Its tags where it is a read of what may be open to all. */
  readonly openTags: readonly string[];
}

interface UndeclaredFact {
  readonly kind: 'undeclared';
  readonly title: string;
  readonly span: Span;
  readonly site: OperationSite;
  /** True where it documents 401. */
  readonly isRefused: boolean;
  /** True for a read of what may be open to all. */
  readonly isOpen: boolean;
  readonly tags: readonly string[];
}

/** True for a daemon, or a tool on one machine: nothing in it speaks of users, or of credentials. */
function hasNoUsers(
  facts: readonly InSection<SecurityFact>[],
  { isLocal, schemes }: RootFact,
  undeclared: readonly InSection<UndeclaredFact>[],
): boolean {
  const hasUsers = factsOfKind(facts, 'users').length > 0 || undeclared.some(({ value }) => value.isRefused);
  return isLocal && schemes.length === 0 && !hasUsers;
}

/** True where all there is to do is to read what may be open to everybody, and nothing speaks of keys. */
function isOpenData(
  facts: readonly InSection<SecurityFact>[],
  { schemes }: RootFact,
  undeclared: readonly InSection<UndeclaredFact>[],
): boolean {
  const hasCallers = facts.some(
    ({ value: { kind } }) => kind === 'callers' || kind === 'users' || kind === 'credentials',
  );
  return schemes.length === 0 && !hasCallers && undeclared.every(({ value }) => value.isOpen);
}

/** True of reads of what may be open where no such read of their tag says anything: market data beside the orders of users. */
function leftOpen(
  declared: readonly InSection<DeclaredFact>[],
  undeclared: readonly InSection<UndeclaredFact>[],
): (operation: UndeclaredFact) => boolean {
  const said = new Set(declared.flatMap(({ value }) => value.openTags));
  const counts = new Map<string, number>();
  for (const tag of undeclared.flatMap(({ value }) => (value.isOpen ? value.tags : [])))
    counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return ({ isOpen, tags }) =>
    isOpen && tags.length > 0 && tags.every((tag) => !said.has(tag) && (counts.get(tag) ?? 0) > 1);
}

function tagsOf({ tags }: Operation): readonly string[] {
  return tags.map(({ value }) => value);
}

function writtenSecurity({ tree, security }: Operation, scope: Scope): PlainValue | undefined {
  const names = (security ?? []).flatMap(({ schemes }) => schemes.map(({ name }) => name.value));
  const isDefined = (name: string) => scope.find('openapi.security-scheme', name) !== undefined;
  return security === undefined || security.length === 0 || !names.every(isDefined)
    ? undefined
    : toPlainValue(findValue(tree, 'security'));
}

/** True where the path or the text tells how the operation is authenticated, or that it is not. */
function isKnown(operation: Operation): boolean {
  if (isPreflight(operation) || hasPublicPath(operation.path)) return true;
  return saysPublic(operation.summary?.value) || saysPublic(operation.description?.value);
}

function onlyOne({ context, schemes }: RootFact, { title, span }: UndeclaredFact): Finding {
  const message = `${title} does not say how it is authenticated.`;
  return { span, message, fixes: [requireEverywhere(context, schemes)] };
}

function nothingDeclared(
  { context, span, schemes, isWhole }: RootFact,
  operations: readonly UndeclaredFact[],
): Finding {
  const counted = countedOperations(operations.length, isWhole);
  const worst = worstOperations(operations.map(({ title }) => title));
  const message = `None of the ${counted} that should say how they are authenticated does. ${worst}`;
  return { span, message, fixes: [requireEverywhere(context, schemes)] };
}

function isBehindResponses({ tree }: Operation): boolean | undefined {
  const keys = tree.kind === 'map' ? tree.entries.map(({ key }) => key.value) : [];
  return keys.includes('security') ? keys.indexOf('security') > keys.indexOf('responses') : undefined;
}

function undeclaredOne(
  { title, span, site }: UndeclaredFact,
  usual: PlainValue | undefined,
  isBehind: boolean,
): Finding {
  const message = `${title} does not say how it is authenticated.`;
  const open = declareSecurity(site, `Say that ${title} is public`, [], isBehind);
  return {
    span,
    message,
    fixes:
      usual === undefined
        ? [open]
        : [declareSecurity(site, `Require of ${title} what the others require`, usual, isBehind), open],
    cause: usual === undefined ? forgotten : forgottenBeside,
  };
}

const forgotten: Cause = {
  key: 'undeclared',
  message: (count) => `${count} operations do not say how they are authenticated.`,
  fixTitle: (count) => `Say of ${count} operations that they are public`,
};
const forgottenBeside: Cause = {
  ...forgotten,
  fixTitle: (count) => `Require of ${count} operations what the others require`,
};
