/** Languages whose code is coloured: the grammar, what the language is called, and what else. */
const LANGUAGES = [
  ['bash', 'Shell', 'bash', 'sh', 'zsh', 'console'],
  ['c', 'C', 'h'],
  ['clojure', 'Clojure', 'clj'],
  ['cpp', 'C++', 'cpp', 'cc', 'hpp'],
  ['csharp', 'C#', 'csharp', 'cs'],
  ['css', 'CSS'],
  ['dart', 'Dart'],
  ['diff', 'Diff', 'patch'],
  ['dockerfile', 'Dockerfile', 'docker'],
  ['elixir', 'Elixir', 'ex', 'exs'],
  ['erlang', 'Erlang', 'erl'],
  ['go', 'Go', 'golang'],
  ['graphql', 'GraphQL', 'gql'],
  ['groovy', 'Groovy', 'gradle'],
  ['haskell', 'Haskell', 'hs'],
  ['http', 'HTTP'],
  ['ini', 'INI', 'conf'],
  ['ini', 'TOML'],
  ['java', 'Java'],
  ['javascript', 'JavaScript', 'js', 'jsx', 'mjs', 'cjs'],
  ['json', 'JSON', 'jsonc', 'json5'],
  ['kotlin', 'Kotlin', 'kt', 'kts'],
  ['latex', 'LaTeX', 'tex'],
  ['less', 'Less'],
  ['lua', 'Lua'],
  ['makefile', 'Makefile', 'make', 'mk'],
  ['markdown', 'Markdown', 'md'],
  ['nginx', 'nginx'],
  ['objectivec', 'Objective-C', 'objectivec', 'objc'],
  ['perl', 'Perl', 'pl', 'pm'],
  ['php', 'PHP'],
  ['powershell', 'PowerShell', 'ps1', 'pwsh'],
  ['properties', 'Properties'],
  ['protobuf', 'Protocol Buffers', 'protobuf', 'proto'],
  ['python', 'Python', 'py'],
  ['r', 'R'],
  ['ruby', 'Ruby', 'rb'],
  ['rust', 'Rust', 'rs'],
  ['scala', 'Scala'],
  ['scss', 'SCSS'],
  ['sql', 'SQL', 'postgresql', 'sqlite'],
  ['swift', 'Swift'],
  ['typescript', 'TypeScript', 'ts', 'tsx', 'mts', 'cts'],
  ['xml', 'HTML', 'xhtml'],
  ['xml', 'XML', 'svg'],
  ['yaml', 'YAML', 'yml'],
] as const satisfies readonly (readonly [grammar: string, name: string, ...others: string[]])[];

/** What says how the code of a language is coloured. */
export type Grammar = (typeof LANGUAGES)[number][0];

export interface Language {
  /** What it is called; as its writer has called it, where it is not known. */
  readonly name: string;
  readonly grammar?: Grammar;
}

const KNOWN = new Map<string, Language>(
  LANGUAGES.flatMap(([grammar, name, ...others]) =>
    [name.toLowerCase(), ...others].map((called) => [called, { name, grammar }] as const),
  ),
);

/** The language of this name, whatever the case of its letters. */
export function languageOf(called: string): Language {
  return KNOWN.get(called.toLowerCase()) ?? { name: called };
}
