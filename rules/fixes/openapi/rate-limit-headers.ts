import type { DescriptionContext } from '#core/openapi/model.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { headerValue, type NewHeader } from '#rules/fixes/openapi/header-value.ts';

/** The fields of the current Internet-Draft, and what their components are called. */
export const currentLimitHeaders: readonly {
  readonly name: string;
  readonly component: string;
  readonly header: NewHeader;
}[] = [
  {
    name: 'RateLimit',
    component: 'RateLimit',
    header: {
      description: 'What is left of the limit, and in how many seconds it is reset: "default";r=50;t=30.',
      schema: { type: 'string' },
    },
  },
  {
    name: 'RateLimit-Policy',
    component: 'RateLimitPolicy',
    header: {
      description: 'The limit, and the seconds it counts: "default";q=100;w=60.',
      schema: { type: 'string' },
    },
  },
];

/** Adds them as components to the root file, which 2.0 has no place for. */
export function sharedLimitHeaders(context: DescriptionContext): readonly TreeChange[] {
  if (context.version === '2.0') return [];
  return currentLimitHeaders.map(({ component, header }) => ({
    kind: 'set',
    uri: context.rootUri,
    pointer: ['components', 'headers', component],
    value: headerValue(context, header),
    ifAbsent: true,
  }));
}
