// Rules of our own: what people read stands in the catalogues of words, and nowhere else.
import textInCode from './text-in-code.js';
import textInTemplate from './text-in-template.js';

export default { rules: { 'text-in-code': textInCode, 'text-in-template': textInTemplate } };
