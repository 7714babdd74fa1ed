import type { Edit } from '#core/text/span.ts';

/** A file as the engine sees it: the editor's text where it is open, the disk's otherwise. */
export interface Source {
  /** As `new URL` prints it; sources are told apart by this string. */
  readonly uri: string;
  readonly text: string;
  /** What the editor calls the language; decides where the file's ending does not. */
  readonly languageId?: string;
  /** Stands for this text of the file; the next source names it in `edited`. It must not hold the source alive. */
  readonly revision?: symbol;
  /**
   * How the text came from the one that `from` stands for: what did not change need not be looked at. `text` is then asked
   * for only when the edits change how the file is cut, so it may be a getter that puts it together.
   */
  readonly edited?: { readonly from: symbol; readonly edits: readonly Edit[] };
}

/** The name of the configuration file. */
export const configFileName = 'plumbline.yaml';

/** The name of the file that keeps the answers of the checklist. */
export const answersFileName = 'plumbline.review.yaml';

/** What a file is read as. `tree` files are looked at only when they are a description's root or referenced by one. */
export type SourceKind = 'tree' | 'prisma' | 'prisma-config' | 'config' | 'answers' | 'other';

/** The files Prisma reads its configuration from; they are read as text, never run. */
const prismaConfigName = /(?:^|\/)(?:prisma7?\.config|\.config\/prisma7?)\.[cm]?[jt]s$/;

/** What a file is read as, by its name and, where the name does not tell, by its language id. */
export function sourceKindOf(uri: string, languageId?: string): SourceKind {
  return kindOfPath(uri.replace(/[?#].*$/s, ''), languageId);
}

/** The same by a path, in which `?` and `#` are letters like others; its steps are parted by `/`. */
export function kindOfPath(path: string, languageId?: string): SourceKind {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (name === configFileName) return 'config';
  if (name === answersFileName) return 'answers';
  if (name.endsWith('.prisma')) return 'prisma';
  if (name === 'package.json' || prismaConfigName.test(path)) return 'prisma-config';
  if (/\.(?:ya?ml|jsonc?)$/.test(name)) return 'tree';
  if (languageId === 'prisma') return 'prisma';
  return languageId === 'yaml' || languageId === 'json' || languageId === 'jsonc' ? 'tree' : 'other';
}

const kinds = new WeakMap<Source, SourceKind>();

/** What a source is read as; looked for once, since each review asks it of every file. */
export function kindOfSource(source: Source): SourceKind {
  const known = kinds.get(source);
  if (known !== undefined) return known;
  const kind = sourceKindOf(source.uri, source.languageId);
  kinds.set(source, kind);
  return kind;
}
