import type { KeyForm, TextForm } from '#core/openapi/spec/spec.ts';
import { hasForm, hasKeyForm } from '#core/openapi/spec/text-forms.ts';

/** The text that one in the wrong form plainly means. */
export function meantForm(text: string, form: TextForm): string | undefined {
  const meant = candidate(text, form);
  return meant !== undefined && meant !== text && hasForm(meant, form) ? meant : undefined;
}

function candidate(text: string, form: TextForm): string | undefined {
  switch (form) {
    case 'url':
    case 'url-template':
    case 'uri':
      return text.trim().replace(/ /g, '%20');
    case 'email':
      return text.trim().replace(/^mailto:/i, '');
    case 'host':
      return text.replace(/^(?:https?|wss?):\/\//, '').replace(/\/$/, '');
    case 'base-path':
      return text === '' ? '/' : `/${text}`;
    case 'version-2.0':
      return '2.0';
    case 'version-3.0':
    case 'version-3.1':
    case 'version-3.2':
      return /^3\.\d$/.test(text) ? `${text}.${latestPatch[form]}` : undefined;
    case 'media-type':
      return mediaTypes.get(text.toLowerCase());
    default:
      return undefined;
  }
}

const latestPatch = { 'version-3.0': 4, 'version-3.1': 1, 'version-3.2': 0 } as const;

/** The key that one in the wrong form plainly means. */
export function meantKey(key: string, form: KeyForm): string | undefined {
  const meant = keyCandidate(key, form);
  return meant !== undefined && meant !== '' && hasKeyForm(meant, form) ? meant : undefined;
}

function keyCandidate(key: string, form: KeyForm): string | undefined {
  switch (form) {
    case 'path':
      return /^[a-z][a-z\d+.-]*:/i.test(key) ? undefined : `/${key}`;
    case 'status':
    case 'plain-status':
      return /^[1-5]xx$/i.test(key) ? key.toUpperCase() : /^\s*([1-5]\d\d)(?:[\s:-].*)?$/.exec(key)?.[1];
    case 'component':
      return key.replace(/[^\w.-]+/g, '_').replace(/^_+|_+$/g, '');
    case 'media-type':
      return mediaTypes.get(key.toLowerCase());
    case 'header':
      return key.trim().replace(/:$/, '').replace(/\s+/g, '-');
    default:
      return undefined;
  }
}

/** What media types are called for short. */
const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['json', 'application/json'],
  ['xml', 'application/xml'],
  ['html', 'text/html'],
  ['text', 'text/plain'],
  ['pdf', 'application/pdf'],
  ['csv', 'text/csv'],
  ['*', '*/*'],
  ['multipart', 'multipart/form-data'],
  ['form', 'application/x-www-form-urlencoded'],
]);
