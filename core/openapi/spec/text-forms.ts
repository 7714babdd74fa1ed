import { methods } from '#core/openapi/spec/methods.ts';
import type { KeyForm, TextForm } from '#core/openapi/spec/spec.ts';

/** True for a text that is written as this form asks. */
export function hasForm(text: string, form: TextForm): boolean {
  return textForms[form]?.(text) ?? true;
}

/** True for a key that is written as this form asks. */
export function hasKeyForm(key: string, form: KeyForm): boolean {
  return keyForms[form]?.(key) ?? true;
}

/** RFC 9110 §5.6.2. */
const token = /^[\w!#$%&'*+.^`|~-]+$/;
/** RFC 9110 §8.3.1; of a range either part may be `*`. Parameters are not looked at. */
const mediaType = /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+[ \t]*(?:;.*)?$/;
/** What stands in no URI (RFC 3986 §2); letters of other languages are let pass, as in an IRI. */
const noUri = /[\s<>"{}|\\^`]/;

/** Forms that are not listed are others' business, or have no wrong form. */
const textForms: Partial<Readonly<Record<TextForm, (text: string) => boolean>>> = {
  url: (text) => !noUri.test(text),
  uri: (text) => /^[a-z][a-z\d+.-]*:/i.test(text) && !noUri.test(text),
  'url-template': (text) => !/\s/.test(text.trim()) && text === text.trim(),
  email: (text) => /^[^\s@:]+@[^\s@]+$/.test(text),
  'media-type': (text) => mediaType.test(text),
  'media-types': (text) => text.split(',').every((one) => mediaType.test(one.trim())),
  'version-2.0': (text) => text === '2.0',
  'version-3.0': (text) => /^3\.0\.\d+(?:-.+)?$/.test(text),
  'version-3.1': (text) => /^3\.1\.\d+(?:-.+)?$/.test(text),
  'version-3.2': (text) => /^3\.2\.\d+(?:-.+)?$/.test(text),
  host: (text) => /^[^{}/ :\\]+(?::\d+)?$/.test(text),
  'base-path': (text) => text.startsWith('/'),
  anchor: (text) => /^[A-Za-z_][\w.-]*$/.test(text),
};

const keyForms: Partial<Readonly<Record<KeyForm, (key: string) => boolean>>> = {
  path: (key) => key.startsWith('/'),
  status: (key) => /^(?:[1-9]\d\d|[1-5]XX)$/.test(key),
  'plain-status': (key) => /^\d{3}$/.test(key),
  component: (key) => /^[\w.-]+$/.test(key),
  'media-type': (key) => mediaType.test(key),
  header: (key) => token.test(key),
  method: (key) => token.test(key) && !methods.has(key.toLowerCase()),
};
