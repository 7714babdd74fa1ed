import type { Info } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, localRule } from '#core/rule.ts';
import { findEntry, findString } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { documentVersion } from '#rules/detectors/openapi/document-version.ts';
import { partOfInfo } from '#rules/detectors/openapi/info-part.ts';
import { lacksField } from '#rules/detectors/openapi/lacks-field.ts';
import { openApi } from '#rules/sources.ts';
import { licenceNamed } from '#rules/words/licences.ts';

export const licenseLinked = localRule({
  id: 'openapi/license-linked',
  summary: 'Tell the licence by its URL, or by its SPDX identifier.',
  why: 'A name alone leaves open which version is meant, and tools that check licences compare identifiers and addresses.',
  item: documentationFormats,
  references: [openApi('License Object', 'license-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A name alone',
      bad: `openapi: 3.0.3
info:
  title: Orders
  version: 1.4.0
  «license»:
    name: MIT
`,
      good: `openapi: 3.0.3
info:
  title: Orders
  version: 1.4.0
  license:
    name: MIT
    url: https://opensource.org/license/mit
`,
    },
    {
      title: 'Since 3.1 an identifier will do',
      bad: `openapi: 3.1.0
info:
  title: Orders
  version: 1.4.0
  «license»: { name: Apache 2.0 }
`,
      good: `openapi: 3.1.0
info:
  title: Orders
  version: 1.4.0
  license: { name: Apache 2.0, identifier: Apache-2.0 }
`,
    },
  ],
  on: ['openapi.info'],
  *check(info, scope) {
    const license = partOfInfo(info, 'license');
    const key = findEntry(info.tree, 'license')?.key;
    if (license === undefined || key === undefined) return;
    if (!lacksField(license, 'url') || !lacksField(license, 'identifier')) return;
    const name = findString(license, 'name')?.value ?? '';
    const version = documentVersion(scope) ?? '3.0';
    const field = version === '2.0' || version === '3.0' ? 'url' : 'identifier';
    const what = field === 'url' ? 'URL' : 'URL nor SPDX identifier';
    const fix = tell(info, name, field);
    yield {
      span: key.span,
      message: `The licence${name === '' ? '' : ` “${name}”`} has ${field === 'url' ? 'no' : 'neither'} ${what}. Add one.`,
      fixes: fix === undefined ? [] : [fix],
    };
  },
});

function tell({ section, location }: Info, name: string, field: 'url' | 'identifier'): Fix | undefined {
  const value = licenceNamed(name)?.[field];
  if (value === undefined) return undefined;
  const change = { kind: 'set', uri: section.uri, pointer: [...pointerOf(location), 'license', field], value } as const;
  return {
    title: `Add the ${field === 'url' ? 'URL' : 'identifier'} of the licence “${name}”`,
    safety: 'review',
    changes: [change],
  };
}
