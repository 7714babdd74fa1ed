import { localRule } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { openApi, rfc } from '#rules/sources.ts';

export const serverNotExample = localRule({
  id: 'openapi/server-not-example',
  summary: 'Name the servers that really answer.',
  why: 'An address of an example, or of the machine it was written on, is where every console and generated client calls.',
  item: documentationFormats,
  references: [openApi('Server Object', 'server-object'), rfc(2606, '3')],
  severity: 'warning',
  recommended: false,
  options: {
    local: { default: false, description: 'Tell of localhost, too, where it is the only server.' },
  },
  examples: [
    {
      title: 'The address of a template',
      bad: `openapi: 3.1.0
servers:
  - url: «https://api.example.com/v1»
`,
      good: `openapi: 3.1.0
servers:
  - url: https://api.shop.test/v1
`,
    },
  ],
  on: ['openapi.server'],
  *check({ url }, scope, { local }) {
    if (url === undefined) return;
    const isExample = exampleHost.test(url.value);
    const isLone = local && localHost.test(url.value) && scope.roots('openapi.server').length === 1;
    if (!isExample && !isLone) return;
    const what = isExample ? 'stands for an example' : 'is this machine';
    yield { span: url.span, message: `The server “${url.value}” ${what}. Name one that answers.` };
  },
});

/** RFC 2606 §3, `.example` of §2. */
const exampleHost =
  /^(?:(?:[a-z]+:)?\/\/)?(?:[^/?#@]*@)?(?:[^/?#:]*\.)?(?:example\.(?:com|org|net)|example)(?:[:/?#]|$)/i;
const localHost = /^(?:[a-z]+:)?\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?:[:/?#]|$)/i;
