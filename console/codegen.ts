import type { CodegenConfig } from '@graphql-codegen/cli';

/** Generates the types of the console's operations and fragments from schema.graphql: `npm run console:types`. */
const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: ['console/src/**/*.{ts,tsx}', '!console/src/hub/gql/**'],
  ignoreNoDocuments: true,
  generates: {
    // All enums of the schema: `copy/` has words for each value.
    'console/src/hub/gql/enums.ts': {
      plugins: ['typescript'],
      config: { onlyEnums: true, enumsAsTypes: true, noExport: false },
    },
    'console/src/hub/gql/': {
      preset: 'client',
      presetConfig: { fragmentMasking: { unmaskFunctionName: 'read' } },
      config: {
        enumsAsTypes: true,
        skipTypename: true,
        useTypeImports: true,
        strictScalars: true,
        defaultScalarType: 'string',
        scalars: { DateTime: 'string', Date: 'string', ID: 'string', Duration: 'string' },
      },
    },
  },
};
export default config;
