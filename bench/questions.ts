/** Something an editor asks the server about a document that is reviewed. */
export interface Question {
  readonly name: string;
  readonly method: string;
  readonly params: (uri: string) => unknown;
}

/** What is asked of every case, in this order. */
export const questions: readonly Question[] = [
  ofDocument('outline', 'textDocument/documentSymbol'),
  { name: 'names', method: 'workspace/symbol', params: () => ({ query: 'user' }) },
  ofDocument('folds', 'textDocument/foldingRange'),
  ofDocument('links', 'textDocument/documentLink'),
  { name: 'reading', method: 'plumbline/reading', params: (uri) => ({ uri }) },
  { name: 'page', method: 'plumbline/readingPage', params: (uri) => ({ uri }) },
];

function ofDocument(name: string, method: string): Question {
  return { name, method, params: (uri) => ({ textDocument: { uri } }) };
}
