import type { KeyForm, TextForm } from '#core/openapi/spec/spec.ts';

/** What a text of this form is called. */
export function formWords(form: TextForm): string {
  return textForms[form] ?? 'what is wanted here';
}

const textForms: Partial<Readonly<Record<TextForm, string>>> = {
  url: 'a URL',
  uri: 'an absolute URI',
  'url-template': 'a URL',
  email: 'an e-mail address',
  'media-type': 'a media type',
  'media-types': 'a list of media types',
  'version-2.0': 'the version “2.0”',
  'version-3.0': 'a version of OpenAPI that is known here, such as “3.0.4”',
  'version-3.1': 'a version of OpenAPI that is known here, such as “3.1.1”',
  'version-3.2': 'a version of OpenAPI that is known here, such as “3.2.0”',
  host: 'a host alone, without protocol and path',
  'base-path': 'a path that begins with “/”',
  anchor: 'an anchor: a letter or “_”, then letters, digits, “-”, “_” and “.”',
};

/** What a key of this form must be, as the end of a sentence. */
export function keyFormWords(form: KeyForm): string {
  return keyForms[form] ?? 'is not written as it must be';
}

const keyForms: Partial<Readonly<Record<KeyForm, string>>> = {
  path: 'does not begin with “/”, as paths do',
  status: 'is no status code: write three digits, a range such as “4XX”, or “default”',
  'plain-status': 'is no status code: write three digits, or “default”',
  component: 'is no name of a component: write letters, digits, “.”, “-” and “_” alone',
  'media-type': 'is no media type, such as “application/json”',
  header: 'is no name of a header: it may hold no blanks, colons and brackets',
  method: 'is no further method: those with a field of their own stand in the path item',
};
