import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, localRule } from '#core/rule.ts';
import { versioning } from '#rules/checklist.ts';
import { shortened } from '#rules/detectors/openapi/shown-value.ts';
import { zalando } from '#rules/sources.ts';

export const infoVersionSemantic = localRule({
  id: 'openapi/info-version-semantic',
  summary: 'Write the version of the description as major, minor and patch, or as a date.',
  why: 'Only a number whose parts have a meaning tells a reader, and a tool, whether the next one may break clients.',
  item: versioning,
  references: [zalando(116), { title: 'Semantic Versioning 2.0.0', url: 'https://semver.org/spec/v2.0.0.html' }],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A single number',
      bad: `openapi: 3.1.0
info:
  title: Shop
  version: «v2»
`,
      good: `openapi: 3.1.0
info:
  title: Shop
  version: 2.0.0
`,
    },
  ],
  on: ['openapi.info'],
  *check({ version, section, location }) {
    if (version === undefined || version.value.trim() === '' || isVersion(version.value)) return;
    const parts = /^v?(\d{1,4})(?:\.(\d+))?(?:\.(\d+))?$/i.exec(version.value.trim());
    const meant = parts === null ? undefined : [parts[1], parts[2] ?? '0', parts[3] ?? '0'].join('.');
    const change = (value: string) =>
      ({ kind: 'set', uri: section.uri, pointer: [...pointerOf(location), 'version'], value }) as const;
    const fixes: readonly Fix[] =
      meant === undefined
        ? []
        : [{ title: `Write the version as “${meant}”`, safety: 'review', changes: [change(meant)] }];
    const message = `The version “${shortened(version.value)}” is neither a semantic version nor a date. Write major, minor and patch${meant === undefined ? '' : `: “${meant}”`}.`;
    yield { span: version.span, message, fixes };
  },
});

/** `1.2`, `1.2.3-rc.1+build`, `2024-01-31`, `2024.01`; placeholders that a build fills in. */
function isVersion(text: string): boolean {
  return (
    /^\d+\.\d+(?:\.\d+)?(?:[-+][\w.+-]+)?$/.test(text) ||
    /^v?20\d\d[-./](?:0[1-9]|1[0-2])(?:[-./][0-3]\d)?(?:[-.]?\w+)*$/.test(text) ||
    /[${<@]/.test(text)
  );
}
