import type { Position } from '#core/text/line-index.ts';

/** Something an editor asks the server about a document that is reviewed. */
export interface Question {
  readonly name: string;
  readonly method: string;
  /** `position` is that of a name that leads elsewhere. */
  readonly params: (uri: string, position: Position) => unknown;
}

/** What is asked of every case, in this order. */
export const questions: readonly Question[] = [
  ofDocument('outline', 'textDocument/documentSymbol'),
  { name: 'names', method: 'workspace/symbol', params: () => ({ query: 'user' }) },
  ofDocument('folds', 'textDocument/foldingRange'),
  ofDocument('links', 'textDocument/documentLink'),
  atName('definition', 'textDocument/definition'),
  atName('references', 'textDocument/references', { context: { includeDeclaration: true } }),
  atName('highlight', 'textDocument/documentHighlight'),
  atName('hover', 'textDocument/hover'),
  { name: 'reading', method: 'plumbline/reading', params: (uri) => ({ uri }) },
  { name: 'page', method: 'plumbline/readingPage', params: (uri) => ({ uri }) },
];

function atName(name: string, method: string, more: object = {}): Question {
  return { name, method, params: (uri, position) => ({ textDocument: { uri }, position, ...more }) };
}

function ofDocument(name: string, method: string): Question {
  return { name, method, params: (uri) => ({ textDocument: { uri } }) };
}
