import assert from 'node:assert/strict';
import { FixWriter } from '#core/fix/fix-writer.ts';
import { openWorkspace } from '#core/project/open-workspace.ts';
import { descriptionScope } from '#core/project/scopes.ts';
import { applyEdits } from '#core/text/span.ts';
import { addOperation } from '#rules/fixes/openapi/add-operation.ts';
import type { WantedOperation } from '#rules/fixes/openapi/operation-pattern.ts';

const folder = 'file:///w/';

/** The files with an operation added; undefined where there is nothing to add. The first one is the root. */
export function withOperation(
  texts: { readonly [name: string]: string },
  wanted: WantedOperation,
): { readonly [name: string]: string } | undefined {
  const sources = Object.entries(texts).map(([name, text]) => ({ uri: folder + name, text }));
  const settings = { folders: [folder], preset: 'recommended', unread: new Map() };
  const workspace = openWorkspace(sources, { rules: [], presets: [] }, settings);
  const [description] = workspace.descriptions;
  assert.ok(description);
  const scope = descriptionScope(description, new Map(), {
    isConfiguredAlike: () => true,
    isUsedElsewhere: () => false,
  });
  const fix = addOperation(wanted, scope, description.context);
  if (fix === undefined) return undefined;
  const writer = new FixWriter(workspace);
  assert.ok(writer.add(fix));
  const { files, failed } = writer.finish();
  assert.deepEqual(failed, []);
  const written = { ...texts };
  for (const { uri, edits } of files) {
    const name = uri.slice(folder.length);
    written[name] = applyEdits(texts[name] ?? '', edits);
  }
  return written;
}
