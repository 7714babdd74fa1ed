/** What types of values are called in programming languages and databases, in lower case, and in JSON Schema. */
export const typeNames: ReadonlyMap<string, string> = new Map(
  Object.entries({
    integer: 'int int8 int16 int32 int64 uint uint32 uint64 long short bigint smallint',
    number: 'float float32 float64 double decimal numeric real',
    boolean: 'bool bit',
    string:
      'str text varchar char date datetime date-time time timestamp uuid guid email uri url byte binary password enum',
    array: 'list set slice tuple vector',
    object: 'map dict dictionary hash hashmap struct record json',
    null: 'none nil',
  }).flatMap(([type, names]) => names.split(' ').map((name) => [name, type] as const)),
);
