import { wordSet } from '#rules/words/word-list.ts';
/** Names of the parameter that sets the page size, without casing and separators. */
export const limitNames: ReadonlySet<string> = wordSet(
  'limit pagesize perpage maxpagesize maxresults maxresult pagelimit itemsperpage resultsperpage recordsperpage limitperpage',
);

/** Names that set the page size only beside a parameter that pages. */
export const weakLimitNames: ReadonlySet<string> = wordSet(
  'top first last size count take rows num maxitems pagecount number',
);

/** Names of a cursor that only the server can make. */
export const opaqueCursorNames: ReadonlySet<string> = wordSet(
  'cursor pagetoken nexttoken nextpagetoken continuationtoken continuation nextcursor pagecursor startcursor endcursor starttoken pagestate scrollid bookmark',
);

/** Names that hold a cursor, but also an id or a time the client knows. */
export const weakCursorNames: ReadonlySet<string> = wordSet(
  'after before next previous prev startingafter endingbefore startafter endbefore afterid beforeid minid lastitem fromid startid marker pageafter pagebefore sinceid maxid lastid lastkey exclusivestartkey',
);

/** Names that say where a page starts, or which one it is. */
export const offsetNames: ReadonlySet<string> = wordSet(
  'offset skip page pagenumber pageno pageindex startat startindex start from currentpage pagenum pageoffset startingindex',
);

/** Weak cursors that are an id, or a key, of the item a page starts behind. */
export const itemCursorNames: ReadonlySet<string> = wordSet(
  'startingafter endingbefore startafter endbefore afterid beforeid sinceid maxid minid lastid lastkey lastitem fromid startid exclusivestartkey',
);

/** Properties of a page that only repeat what was asked for, or lead back. */
export const echoNames: ReadonlySet<string> = wordSet(
  'currentpage pagenumber page pagesize perpage itemsperpage limit offset skip size prev previous prevpage previouspage first',
);
