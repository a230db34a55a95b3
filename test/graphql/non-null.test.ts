import { hiddenRowsMakeNull } from './non-null.js';

hiddenRowsMakeNull(50);
