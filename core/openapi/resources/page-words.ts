/** Properties of a page that count, or say where it stands, without casing and separators. */
export const countNames: ReadonlySet<string> = new Set(
  'total totals count totalcount totalitems totalresults totalrecords totalelements totalpages pagecount pagetotal numpages itemcount resultcount currentpage pagenumber page pagesize perpage itemsperpage limit offset skip size prev previous prevpage previouspage first'.split(
    ' ',
  ),
);

/** Properties of a page that lead on, or hold what does, without casing and separators. */
const nextNames: ReadonlySet<string> = new Set(
  'more hasmore ismore istruncated truncated incomplete pagination paging pageinfo pagedetails pagingdetails paginginfo pagemetadata pageable link links meta metadata responsemetadata lastid lastkey page pages endcursor marker islast last'.split(
    ' ',
  ),
);

/** True for a property that leads on, or holds what does; `name` is without casing and separators. */
export function isNextName(name: string): boolean {
  return nextNames.has(name) || /next|cursor|continu|hasmore|pagetoken|pagination/.test(name);
}
