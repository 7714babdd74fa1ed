import type { Span } from '#core/text/span.ts';

/** What a symbol stands for. `group`: a map or list of the others, as `paths`; `key`: any other part of a description. */
export type SymbolKind = OpenApiSymbolKind | PrismaSymbolKind;

export type OpenApiSymbolKind =
  | 'group'
  | 'key'
  | 'info'
  | 'server'
  | 'tag'
  | 'path'
  | 'webhook'
  | 'callback'
  | 'operation'
  | 'parameter'
  | 'request-body'
  | 'response'
  | 'header'
  | 'media-type'
  | 'example'
  | 'link'
  | 'schema'
  | 'enum'
  | 'property'
  | 'security-scheme';

export type PrismaSymbolKind =
  | 'model'
  | 'view'
  | 'type'
  | 'field'
  | 'index'
  | 'prisma-enum'
  | 'enum-value'
  | 'datasource'
  | 'generator'
  | 'setting';

/** Something with a name that stands in a file, and what stands in it. Spans count from the start of its section. */
export interface FileSymbol extends Required<SymbolParts> {
  readonly detail: string;
  /** In text order. Made when they are first asked for. */
  readonly children: readonly FileSymbol[];
}

/** What a symbol is made of. */
export interface SymbolParts {
  readonly kind: SymbolKind;
  readonly name: string;
  /** What is said behind the name; empty where there is nothing to say. A function is asked when the detail is. */
  readonly detail: string | (() => string);
  /** All of it. */
  readonly span: Span;
  /** Its key or name, within `span`. */
  readonly nameSpan: Span;
  /** True for what is looked for by its name in a whole workspace. */
  readonly isSought?: boolean;
  /** Another name it is looked for by. */
  readonly alias?: string | undefined;
  readonly isDeprecated?: boolean;
}

/** A symbol whose children are made when they are first asked for. */
export function fileSymbol(parts: SymbolParts, makeChildren?: () => readonly FileSymbol[]): FileSymbol {
  return new LazySymbol(parts, makeChildren);
}

const nothing: readonly FileSymbol[] = [];

class LazySymbol implements FileSymbol {
  readonly kind: SymbolKind;
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly isSought: boolean;
  readonly alias: string | undefined;
  readonly isDeprecated: boolean;
  readonly #detail: string | (() => string);
  #makeChildren: (() => readonly FileSymbol[]) | undefined;
  #children: readonly FileSymbol[] | undefined;

  constructor(parts: SymbolParts, makeChildren: (() => readonly FileSymbol[]) | undefined) {
    this.kind = parts.kind;
    this.name = parts.name;
    this.#detail = parts.detail;
    this.span = parts.span;
    this.nameSpan = parts.nameSpan;
    this.isSought = parts.isSought === true;
    this.alias = parts.alias;
    this.isDeprecated = parts.isDeprecated === true;
    this.#makeChildren = makeChildren;
  }

  get detail(): string {
    return typeof this.#detail === 'string' ? this.#detail : this.#detail();
  }

  get children(): readonly FileSymbol[] {
    this.#children ??= this.#makeChildren?.() ?? nothing;
    this.#makeChildren = undefined;
    return this.#children;
  }
}
