import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Jest's transformation of JavaScript modules: the built hub and the packages are taken from Node, by
 * `nativeModule` of the environment. Jest would otherwise load all of them anew for each test file, 1 s each time.
 */
export default {
  process: (source, path, options) => ({ code: codeOf(source, path, options) }),
  // Not by the source: what a module exports may depend on others.
  getCacheKey: (...module) =>
    createHash('sha1')
      .update(codeOf(...module))
      .digest('hex'),
};

function codeOf(source, path, { supportsStaticESM }) {
  const native = `nativeModule(${JSON.stringify(path)})`;
  // CommonJS comes by outside of tests too: Jest's hook of `require` is there while the run is set up.
  if (!supportsStaticESM) {
    return `if (globalThis.nativeModule) module.exports = ${native};\nelse (function () { ${source}\n}).call(this);`;
  }
  const names = Object.keys(require(path)).filter((name) => name !== 'module.exports');
  const exports = names.map((name) =>
    name === 'default' ? 'export default native.default;' : `export const ${name} = native.${name};`,
  );
  return `const native = ${native};\n${exports.join('\n')}`;
}
