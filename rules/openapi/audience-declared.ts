import { pointerOf } from '#core/openapi/view.ts';
import { localRule } from '#core/rule.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import { findEntry, findString } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { apiTitle } from '#rules/detectors/openapi/info-part.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { zalando } from '#rules/sources.ts';

export const audienceDeclared = localRule({
  id: 'openapi/audience-declared',
  summary: 'Declare whom the API is made for.',
  why: 'How stable an API has to be, who may see it and which rules hold for it depend on who calls it.',
  item: documentationFormats,
  references: [zalando(219)],
  severity: 'info',
  recommended: false,
  options: {
    audiences: {
      default: [
        'component-internal',
        'business-unit-internal',
        'company-internal',
        'external-partner',
        'external-public',
      ],
      description: 'What `x-audience` may say.',
    },
  },
  examples: [
    {
      title: 'An audience that is none',
      bad: `openapi: 3.1.0
info:
  title: Orders
  version: 1.4.0
  x-audience: «company-interal»
`,
      good: `openapi: 3.1.0
info:
  title: Orders
  version: 1.4.0
  x-audience: company-internal
`,
    },
  ],
  on: ['openapi.info'],
  *check(info, _scope, { audiences }) {
    const written = findString(info.tree, 'x-audience');
    if (written === undefined) {
      const entry = findEntry(info.tree, 'x-audience');
      const span = entry?.key.span ?? info.anchor;
      yield {
        span,
        message: `${apiTitle(info)} declares no audience. Add “x-audience” to info: ${quotedList(audiences)}.`,
      };
      return;
    }
    if (audiences.includes(written.value)) return;
    const meant = nearestName(written.value, audiences);
    const { section, location } = info;
    const pointer = [...pointerOf(location), 'x-audience'];
    yield {
      span: written.span,
      message: `“${written.value}” is no audience. Use one of ${quotedList(audiences)}.`,
      fixes:
        meant === undefined
          ? []
          : [
              {
                title: `Declare the audience “${meant}”`,
                safety: 'review',
                changes: [{ kind: 'set', uri: section.uri, pointer, value: meant }],
              },
            ],
    };
  },
});
