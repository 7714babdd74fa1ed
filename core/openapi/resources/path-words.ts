/** Words at the beginning of paths that say where an API is found or whom it is for, and name no resource. */
export const mountWords: ReadonlySet<string> = new Set(
  'api apis rest restapi rpc public private internal external ext web www mobile app backend gateway service services admin open openapi latest beta alpha stable'.split(
    ' ',
  ),
);

/** What names one of many without an id: that of the caller, or the one that is so now. */
export const aliasWords: ReadonlySet<string> = new Set('me self myself current mine latest default'.split(' '));

/** What is worked out about a resource and stands by itself: `/orders/count`, `/users/{id}/stats`. */
export const figureWords: ReadonlySet<string> = new Set(
  'count counts stats statistics statistic stat summary totals total metrics analytics health healthz healthcheck status info insights usage overview schema metadata meta'.split(
    ' ',
  ),
);

/** Words that look like plurals, and name one thing. */
export const singlePlurals: ReadonlySet<string> = new Set(
  'settings preferences statistics stats metrics analytics news series sms dns https details data media contents docs means headquarters credentials diagnostics graphics logistics goods savings earnings terms specs basics physics mathematics metadata css aws gps us gas bus os ios abs pos'.split(
    ' ',
  ),
);

/** Last words of the names of parameters that choose a form or a part of an answer, and name nothing that is stored. */
export const valueWords: ReadonlySet<string> = new Set(
  'version apiversion country currency region countrycode currencycode number format extension ext locale lang language date day week month year hour time timestamp epoch page pageno pagenum pagenumber pageindex pagesize limit offset count row column index position level latitude longitude query term keyword text lat lon lng from to size width height algorithm message word amount value contenttype mimetype mediatype outputformat'.split(
    ' ',
  ),
);
