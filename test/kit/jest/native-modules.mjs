import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * Jest transformer for JavaScript modules: Node loads the built hub and the packages, by `nativeModule` of the
 * environment. Otherwise Jest would load all of them again for each test file, which takes 1 s each time.
 */
export default {
  process: (source, path, options) => ({ code: codeOf(source, path, options) }),
  // The cache key is not the source, because the exports of a module may depend on other modules.
  getCacheKey: (...module) =>
    createHash('sha1')
      .update(codeOf(...module))
      .digest('hex'),
};

function codeOf(source, path, { supportsStaticESM }) {
  const native = `nativeModule(${JSON.stringify(path)})`;
  // CommonJS modules are transformed outside of tests too: Jest's hook of `require` is active during the setup of the run.
  if (!supportsStaticESM) {
    return `if (globalThis.nativeModule) module.exports = ${native};\nelse (function () { ${source}\n}).call(this);`;
  }
  const names = Object.keys(require(path)).filter((name) => name !== 'module.exports');
  const exports = names.map((name) =>
    name === 'default' ? 'export default native.default;' : `export const ${name} = native.${name};`,
  );
  return `const native = ${native};\n${exports.join('\n')}`;
}
