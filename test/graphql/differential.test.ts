import { generatedQueriesAgree } from './differential.js';

generatedQueriesAgree(80);
