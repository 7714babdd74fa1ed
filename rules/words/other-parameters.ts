/** Last words of path parameters that are no resource's id: dates, positions, formats, the tenant a caller belongs to. */
export const otherParameterWords: readonly string[] =
  'tenant tenantId version apiVersion format extension ext locale lang language country currency region date day week month year hour time timestamp epoch slot page limit offset count row column index position level latitude longitude query term keyword text lat lon lng from to size width height algorithm message word amount value number contentType mimeType mediaType outputFormat x y z'.split(
    ' ',
  );
