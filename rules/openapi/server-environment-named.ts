import type { Server } from '#core/openapi/model.ts';
import { readProse } from '#core/openapi/read/read-prose.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { secrets } from '#rules/checklist.ts';
import { documentVersion } from '#rules/detectors/openapi/document-version.ts';
import { isLocalAddress } from '#rules/detectors/openapi/local-server.ts';
import { openApi, owasp } from '#rules/sources.ts';
import { environments } from '#rules/words/environments.ts';

export const serverEnvironmentNamed = localRule({
  id: 'openapi/server-environment-named',
  summary: 'Say of every server which environment it is.',
  why: 'Who does not know which host is production tries things out there, and hosts that nobody can name are those that nobody patches.',
  item: secrets,
  references: [owasp(9), openApi('Server Object', 'server-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Two hosts',
      bad: `openapi: 3.1.0
servers:
  - url: https://api.example.com
    description: The production environment.
  - url: «https://api.staging.example.com»
`,
      good: `openapi: 3.1.0
servers:
  - url: https://api.example.com
    description: The production environment.
  - url: https://api.staging.example.com
    description: Staging
`,
    },
  ],
  on: ['openapi.server'],
  *check(server, scope) {
    const { url, level } = server;
    if (url === undefined || level !== 'document' || isLocalAddress(url.value) || isSwagger(scope)) return;
    const text = readProse(server, 'description');
    if (environmentIn(text?.value ?? '') !== undefined) return;
    yield {
      span: url.span,
      message: `The server ${url.value} does not say which environment it is: name it in its description.`,
      fixes: text === undefined ? named(server, url.value, scope) : [],
    };
  },
});

/** 2.0 has one host, and no words for it. */
function isSwagger(scope: Scope): boolean {
  return documentVersion(scope) === '2.0';
}

function environmentIn(text: string): string | undefined {
  const words = wordsOf(text);
  return environments.find((one) => words.some((word) => one.words.includes(word)))?.name;
}

/** The address tells, or it is the only one. */
function named({ section, location }: Server, url: string, scope: Scope): readonly Fix[] {
  const value = environmentIn(url) ?? (scope.roots('openapi.server').length === 1 ? 'Production' : undefined);
  if (value === undefined) return [];
  const pointer = [...pointerOf(location), 'description'];
  return [
    {
      title: `Describe ${url} as “${value}”`,
      safety: 'review',
      changes: [{ kind: 'set', uri: section.uri, pointer, value, after: ['url'] }],
    },
  ];
}
