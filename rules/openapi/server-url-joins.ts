import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, localRule } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { openApi } from '#rules/sources.ts';

export const serverUrlJoins = localRule({
  id: 'openapi/server-url-joins',
  summary: 'Write server URLs that paths can be appended to.',
  why: 'A path is put behind the URL as it is: a slash at its end makes two, and a host without a scheme is a folder beside the description.',
  item: validity,
  references: [openApi('Server Object', 'server-object'), openApi('Paths Object', 'paths-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A slash too many',
      bad: `openapi: 3.1.0
servers:
  - url: «https://api.example.com/v1/»
paths: {}
`,
      good: `openapi: 3.1.0
servers:
  - url: https://api.example.com/v1
paths: {}
`,
    },
    {
      title: 'A host without a scheme',
      bad: `{
  "openapi": "3.0.3",
  "servers": [{ "url": «"api.example.com"» }],
  "paths": {}
}
`,
      good: `{
  "openapi": "3.0.3",
  "servers": [{ "url": "https://api.example.com" }],
  "paths": {}
}
`,
    },
  ],
  on: ['openapi.server'],
  *check(server) {
    const { url, tree } = server;
    if (url === undefined || tree.kind !== 'map') return;
    const joined = withScheme(withoutSlash(url.value));
    if (joined === url.value) return;
    const hasScheme = withScheme(url.value) === url.value;
    const message = hasScheme
      ? `The server URL “${url.value}” ends with a slash, and paths begin with one.`
      : `The server URL “${url.value}” has no scheme: it is taken for a path beside the description.`;
    const pointer = [...pointerOf(server.location), 'url'];
    const changes = [{ kind: 'set', uri: server.section.uri, pointer, value: joined }] as const;
    const fix: Fix = { title: `Write “${joined}”`, safety: 'review', changes };
    yield { span: url.span, message, fixes: [fix], ...(hasScheme && { cause: habit }) };
  },
});

const habit = {
  key: 'slash',
  message: (count: number) => `${count} server URLs end with a slash, and paths begin with one.`,
  fixTitle: (count: number) => `Remove the slash from ${count} server URLs`,
};

/** `/` alone is what the specification takes where no server is named; what ends otherwise than a URL with a host is left alone. */
function withoutSlash(url: string): string {
  return /^(?:[a-z][a-z\d+.-]*:\/\/[^/]|\/[^/]|[a-z\d{])[^?#]*[^/:]\/$/i.test(url) ? url.slice(0, -1) : url;
}

/** Domains that servers are named in; other names with dots may be files. */
const host =
  /^(?:[a-z\d-]+\.)+(?:com|org|net|io|dev|app|cloud|gov|edu|eu|uk|de|fr|nl|ch|at|us|ca|au|in|jp|br|local)(?::\d+)?(?:\/|$)/i;
const localHost = /^(?:localhost|127\.0\.0\.1)(?::\d+)?(?:\/|$)/i;

function withScheme(url: string): string {
  if (localHost.test(url)) return `http://${url}`;
  return host.test(url) ? `https://${url}` : url;
}
