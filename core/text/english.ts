const irregularPlurals = new Map([
  ['person', 'people'],
  ['child', 'children'],
  ['man', 'men'],
  ['woman', 'women'],
  ['index', 'indices'],
  ['matrix', 'matrices'],
  ['vertex', 'vertices'],
  ['criterion', 'criteria'],
  ['datum', 'data'],
  ['medium', 'media'],
  ['analysis', 'analyses'],
  ['basis', 'bases'],
  ['diagnosis', 'diagnoses'],
  ['hypothesis', 'hypotheses'],
  ['crisis', 'crises'],
  ['half', 'halves'],
  ['leaf', 'leaves'],
  ['shelf', 'shelves'],
  ['life', 'lives'],
  ['mouse', 'mice'],
  ['foot', 'feet'],
  ['tooth', 'teeth'],
  ['goose', 'geese'],
  ['hero', 'heroes'],
  ['echo', 'echoes'],
  ['potato', 'potatoes'],
  ['tomato', 'tomatoes'],
  ['quiz', 'quizzes'],
  ['movie', 'movies'],
  ['cookie', 'cookies'],
  ['tie', 'ties'],
  ['cache', 'caches'],
  ['database', 'databases'],
  ['release', 'releases'],
  ['purchase', 'purchases'],
  ['invoice', 'invoices'],
  ['house', 'houses'],
  ['response', 'responses'],
  ['expense', 'expenses'],
  ['license', 'licenses'],
  ['course', 'courses'],
  ['warehouse', 'warehouses'],
  ['phase', 'phases'],
  ['case', 'cases'],
  ['use', 'uses'],
  ['cause', 'causes'],
  ['purpose', 'purposes'],
  ['axis', 'axes'],
  ['salesperson', 'salespeople'],
  ['appendix', 'appendices'],
  ['knife', 'knives'],
  ['wife', 'wives'],
  ['wolf', 'wolves'],
  ['thesis', 'theses'],
  ['synopsis', 'synopses'],
  ['phenomenon', 'phenomena'],
  ['lease', 'leases'],
  ['phrase', 'phrases'],
  ['exercise', 'exercises'],
  ['enterprise', 'enterprises'],
  ['franchise', 'franchises'],
  ['promise', 'promises'],
  ['premise', 'premises'],
  ['nurse', 'nurses'],
  ['horse', 'horses'],
  ['clause', 'clauses'],
  ['disease', 'diseases'],
  ['base', 'bases'],
  ['size', 'sizes'],
  ['prize', 'prizes'],
]);

const irregularSingulars = new Map([...irregularPlurals].map(([singular, plural]) => [plural, singular]));

/** The plural of an English noun in lower case: `category` → `categories`. */
export function pluralOf(noun: string): string {
  const irregular = irregularPlurals.get(noun);
  if (irregular !== undefined) return irregular;
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  return `${noun}s`;
}

/** The singular of an English noun in lower case; a word that does not look plural comes back unchanged. */
export function singularOf(noun: string): string {
  const irregular = irregularSingulars.get(noun);
  if (irregular !== undefined) return irregular;
  if (irregularPlurals.has(noun) || /(?:ss|us|is)$/.test(noun) || !noun.endsWith('s')) return noun;
  if (/[^aeiou]ies$/.test(noun)) return `${noun.slice(0, -3)}y`;
  if (/(?:ses|xes|zes|ches|shes)$/.test(noun)) return noun.slice(0, -2);
  return noun.slice(0, -1);
}
