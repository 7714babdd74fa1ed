import { descriptionOutline } from '#core/openapi/description-outline.ts';
import { beginsAsDescription, isDescriptionText } from '#core/openapi/description-text.ts';
import { openApi } from '#core/openapi/language.ts';
import type { DocumentReader } from '#core/project/document-reader.ts';
import type { Source } from '#core/source.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import type { Steps } from '#core/work/steps.ts';

/** Which sources have `openapi` or `swagger` at their root. */
const roots = new WeakMap<Source, boolean>();

/** True when the text has `openapi` or `swagger` at its root. What was a root before is read, in steps: its sections tell. */
export function* isRoot(source: Source, reader: DocumentReader): Steps<boolean> {
  const known = roots.get(source);
  if (known !== undefined) return known;
  const before = reader.previous?.sources.get(source.uri);
  const wasRoot = before !== undefined && roots.get(before) === true;
  const result =
    (wasRoot && hasRootMarker(yield* reader.readSteps(source.uri, openApi))) || isDescriptionText(source.text);
  roots.set(source, result);
  return result;
}

/** True when a root marker is written so plainly that `isDescriptionText` finds it, too. */
function hasRootMarker(document: TreeDocument | undefined): boolean {
  const marker = document?.sections.findIndex(isPlainMarker) ?? -1;
  if (document === undefined || marker < 0) return false;
  // YAML keys such as `// a:` look like comments before a brace there.
  const first = document.sections.find(({ text }) => text.trim() !== '');
  if (first?.text.trimStart().startsWith('/') === true) return false;
  if (!document.isCutByLines) return true;
  // Broken JSON is cut by its lines, which may say something else than its brackets.
  const head = document.sections.slice(0, marker + 1).map(({ text }) => text);
  return beginsAsDescription(head.join(''));
}

function isPlainMarker({ pointer, key, text }: TreeSection): boolean {
  if (pointer.length !== 1 || !descriptionOutline.markers.has(pointer[0] ?? '') || key === undefined) return false;
  const { start, end } = key.span;
  return !text.slice(start, end).includes('\\') && /^[ \t]*:/.test(text.slice(end, end + 20));
}
