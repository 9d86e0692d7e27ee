// Lets plain Node import this repository's TypeScript, for jest's globalSetup, which jest does not transform
// as ECMAScript modules. Types are not checked here: `npm run typecheck` does that.
import { transformFile } from '@swc/core';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import swc from './swc.mjs';

const root = new URL('../../', import.meta.url);
const lib = /^#([\w-]+)$/;

export function resolve(specifier, context, next) {
  const alias = lib.exec(specifier)?.[1];
  if (alias) {
    const path = alias === 'local' ? 'deploy/local/index.ts' : `libs/${alias}/src/index.ts`;
    return { url: new URL(path, root).href, shortCircuit: true };
  }
  if (specifier.startsWith('.') && context.parentURL?.endsWith('.ts')) {
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(source)) return { url: source.href, shortCircuit: true };
  }
  return next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url), swc);
  return { format: 'module', source: code, shortCircuit: true };
}
