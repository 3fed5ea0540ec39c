/** Lines as the body of a WGSL function. */
export function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n');
}

/** WGSL of unsigned constants. */
export function constantsOf(values: Readonly<Record<string, number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `const ${name} = ${value}u;`)
    .join('\n');
}

/** Statements that return one of some texts by a code, the first where no other is meant. */
export function chosen(name: string, cases: readonly { readonly code: string; readonly text: string }[]): string {
  const [first, ...others] = cases.map(({ code, text }) => ({ code, text: `return ${text};` }));
  return indented([...others.map(({ code, text }) => `if (${name} == ${code}) { ${text} }`), first.text]);
}

/** Statements that return a layer's value for a number from its first on. */
export function byLayer(name: string, firsts: readonly number[], values: readonly string[]): string {
  return indented(
    values
      .map((value, l) => (l === 0 ? `return ${value};` : `if (${name} >= ${firsts[l]}u) { return ${value}; }`))
      .reverse(),
  );
}
