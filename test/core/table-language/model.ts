import type { ByKind } from '#core/node.ts';
import type { DocumentBase, SectionBase } from '#core/text/section.ts';
import type { Located, Span } from '#core/text/span.ts';

/** A table with the comments before it, or what stands before the first one. */
export interface TableSection extends SectionBase {
  readonly kind: 'table';
  readonly nodes: readonly TableNode[];
}

export interface TableDocument extends DocumentBase {
  readonly kind: 'table';
  readonly sections: readonly TableSection[];
}

/** A line `table orders`. */
export interface Table {
  readonly kind: 'table.table';
  readonly section: TableSection;
  readonly span: Span;
  readonly name: Located<string>;
}

/** A line `total int` below it, or `buyer -> users`. */
export interface Column {
  readonly kind: 'table.column';
  readonly section: TableSection;
  readonly span: Span;
  readonly name: Located<string>;
  readonly type: Located<string>;
  readonly leadsTo: boolean;
}

export type TableNode = Table | Column;

declare module '#core/text/section.ts' {
  interface SectionTypes {
    readonly table: TableSection;
  }
  interface DocumentTypes {
    readonly table: TableDocument;
  }
}

declare module '#core/node.ts' {
  interface NodeTypes extends ByKind<TableNode> {}
}
