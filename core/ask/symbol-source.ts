import type { Workspace } from '#core/project/workspace.ts';

/** What symbols are looked for in. */
export type SymbolSource = Pick<Workspace, 'documents' | 'descriptions' | 'copies' | 'prismaCopies'>;
