import type { Language } from '#core/language.ts';
import { languages } from '#core/languages.ts';
import { acceptedFileName, answersFileName, configFileName, type Source } from '#core/source.ts';

/**
 * What a file is read as: a text in one of the languages, `settings` of other tools that say something of such texts, our own
 * `config`, `accepted` changes or `answers`, or `other`.
 */
export type SourceKind = LanguageKind | OwnKind;

interface LanguageKind {
  readonly role: 'text' | 'settings';
  readonly language: Language;
}

interface OwnKind {
  readonly role: 'config' | 'accepted' | 'answers' | 'other';
  readonly language: undefined;
}

const ownKinds: { readonly [R in OwnKind['role']]: OwnKind } = {
  config: { role: 'config', language: undefined },
  accepted: { role: 'accepted', language: undefined },
  answers: { role: 'answers', language: undefined },
  other: { role: 'other', language: undefined },
};

const textKinds = languages.map((language): LanguageKind => ({ role: 'text', language }));
const settingsKinds = languages.map((language): LanguageKind => ({ role: 'settings', language }));

/** What a file is read as, by its name and, where the name does not tell, by its language id. */
export function sourceKindOf(uri: string, languageId?: string): SourceKind {
  return kindOfPath(uri.replace(/[?#].*$/s, ''), languageId);
}

/** The same by a path, in which `?` and `#` are letters like others; its steps are parted by `/`. */
export function kindOfPath(path: string, languageId?: string): SourceKind {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  if (name === configFileName) return ownKinds.config;
  if (name === acceptedFileName) return ownKinds.accepted;
  if (name === answersFileName) return ownKinds.answers;
  return (
    settingsKinds.find(({ language: { files } }) => files.settings?.isNamed(path) === true) ??
    textKinds.find(({ language: { files } }) => files.endings.some((ending) => name.endsWith(ending))) ??
    textKinds.find(
      ({ language: { files } }) => languageId !== undefined && files.editorLanguages.includes(languageId),
    ) ??
    ownKinds.other
  );
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
