import type { DataModelDetail, DataModelState, SchemaSummary } from '#server/protocol.ts';

/** What the page of a diagram tells the extension. */
export type PageMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'open'; readonly model: string; readonly field?: string }
  | { readonly kind: 'choose'; readonly uri: string }
  | { readonly kind: 'detail'; readonly detail: DataModelDetail }
  | { readonly kind: 'export'; readonly format: 'svg' | 'mermaid' };

/** What the extension tells the page. */
export type ViewMessage =
  | { readonly kind: 'model'; readonly state: DataModelState; readonly detail: DataModelDetail }
  | { readonly kind: 'schemas'; readonly schemas: readonly SchemaSummary[]; readonly chosen: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'show'; readonly model: string };

/** What the page keeps while it is hidden or the window is loaded again. */
export interface PageState {
  readonly uri: string;
  readonly detail: DataModelDetail;
  readonly view?: { readonly scale: number; readonly x: number; readonly y: number };
}

/** A message of the page; undefined for anything else. */
export function readPageMessage(message: unknown): PageMessage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { kind, model, field, uri, detail, format } = message as { readonly [name: string]: unknown };
  switch (kind) {
    case 'ready':
      return { kind };
    case 'open':
      if (typeof model !== 'string') return undefined;
      return typeof field === 'string' ? { kind, model, field } : { kind, model };
    case 'choose':
      return typeof uri === 'string' ? { kind, uri } : undefined;
    case 'detail':
      return isDetail(detail) ? { kind, detail } : undefined;
    case 'export':
      return format === 'svg' || format === 'mermaid' ? { kind, format } : undefined;
    default:
      return undefined;
  }
}

/** The state of a page that was open before; undefined for anything else. */
export function readPageState(state: unknown): PageState | undefined {
  if (typeof state !== 'object' || state === null) return undefined;
  const { uri, detail } = state as { readonly [name: string]: unknown };
  return typeof uri === 'string' && isDetail(detail) ? { uri, detail } : undefined;
}

function isDetail(value: unknown): value is DataModelDetail {
  return value === 'all' || value === 'keys' || value === 'names';
}
