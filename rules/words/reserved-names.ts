import { wordSet } from '#rules/words/word-list.ts';

/** Types that the languages of generated code bring along (Java, C#, TypeScript, Python, Go, Swift, Kotlin, Ruby, PHP): a class of that name hides one of them. */
export const builtInTypes: ReadonlySet<string> = wordSet(
  'Array Boolean Byte Character Class Date Double Enum Error Exception Float Function Integer Iterable Iterator List Long Map Null Number Object Optional Promise Set String Symbol Thread Throwable Void',
);

/** Words that are reserved in at least three of those languages: no method, and no field, can be called so. */
export const reservedWords: ReadonlySet<string> = wordSet(
  'abstract and as async await break case catch class const continue default delete do else enum export extends final finally for from function global goto if implements import in instanceof interface is lambda let module namespace new nil none not null or package pass private protected public raise return self static super switch this throw throws try typeof var void volatile while with yield',
);
