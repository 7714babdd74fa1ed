import type { SecurityScheme } from '#core/openapi/model.ts';
import { childPlace, entryPlaces, type NamedPlace } from '#core/openapi/place.ts';
import { type Cause, localRule } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { openApi } from '#rules/sources.ts';

export const scopeDescribed = localRule({
  id: 'openapi/scope-described',
  summary: 'Say what each scope allows.',
  why: 'People grant scopes, and see these texts when they are asked to: an empty one leaves them to guess what they allow.',
  item: documentationFormats,
  references: [openApi('OAuth Flow Object', 'oauth-flow-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A scope without a text',
      bad: `openapi: 3.1.0
components:
  securitySchemes:
    login:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://example.com/token
          scopes:
            «orders.read»: ''
            orders.write: Place and cancel orders.
`,
      good: `openapi: 3.1.0
components:
  securitySchemes:
    login:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://example.com/token
          scopes:
            orders.read: See orders.
            orders.write: Place and cancel orders.
`,
    },
  ],
  on: ['openapi.security-scheme'],
  *check(scheme) {
    const seen = new Set<string>();
    for (const { name, tree } of scopesOf(scheme)) {
      const says = tree.kind === 'scalar' ? String(tree.value ?? '').trim() : name.value;
      if ((says !== '' && says !== name.value) || tree.kind !== 'scalar' || seen.has(name.value)) continue;
      seen.add(name.value);
      const message = `The scope “${name.value}” of “${scheme.name.value}” has no description. Say what it allows.`;
      yield { span: name.span, message, cause };
    }
  },
});

/** 2.0 has one flow, which is the scheme itself. */
function scopesOf(scheme: SecurityScheme): readonly NamedPlace[] {
  const flows = entryPlaces(childPlace(scheme, 'flows'));
  return [scheme, ...flows].flatMap((flow) => entryPlaces(childPlace(flow, 'scopes')));
}

const cause: Cause = {
  key: 'undescribed',
  message: (count) => `${count} scopes have no description. Say what each of them allows.`,
};
